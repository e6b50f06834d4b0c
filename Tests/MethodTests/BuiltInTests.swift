import Method
import SessionFixtures
import Testing
import Workshop

/// What practitioners elsewhere say in English as well.
private let borrowed: Set = ["share of voice", "community manager"]

@Suite("The built-in method")
struct BuiltInTests {
  private let method: Workshop.Method
  private let source: Library.Source

  init() throws {
    (method, source) = try MethodFiles.builtIn.library.method(Library.builtIn)
  }

  @Test func everyQuestionSaysWhatANewIterationDoesToIt() {
    for question in method.questions {
      #expect((question.renewal?.reason.count ?? 0) > 10, "\(question.id) says so, with a reason")
    }
    let rules = Set(method.questions.compactMap(\.renewal?.rule))
    #expect(rules == Set(Renewal.Rule.allCases))
  }

  @Test func itIsThere() {
    #expect(method.name == Library.builtIn)
    #expect(method.languages == Library.languages)
    #expect(method.questions(in: "core").count == 30)
    #expect(method.questions(in: "half-day").count == 73)
    #expect(method.questions(in: "full").count == 159)
    #expect(method.stages.count == 10 && method.stages.flatMap(\.steps).count == 46)
    #expect(source.files.isEmpty)
    #expect(source.digest.count == 16)
  }

  @Test("It has all its words, and no others", arguments: Library.languages)
  func wordsFit(_ code: LanguageCode) throws {
    let texts = try source.localization(code).texts
    #expect(keys(texts.runs) == method.runs.map(\.id.rawValue).sorted())
    #expect(keys(texts.stages) == method.stages.map(\.id.rawValue).sorted())
    #expect(keys(texts.steps) == method.stages.flatMap(\.steps).map(\.id.rawValue).sorted())
    #expect(keys(texts.sections) == method.sections.map(\.id.rawValue).sorted())
    #expect(keys(texts.questions) == method.questions.map(\.id.rawValue).sorted())
    #expect(keys(texts.lists) == method.lists.map(\.id.rawValue).sorted())
    for list in method.lists { #expect(keys(texts.lists[list.id] ?? [:]) == list.options.map(\.rawValue).sorted()) }
    #expect(keys(texts.kpis) == method.kpis.map(\.id.rawValue).sorted())
    for (list, order) in texts.orders { #expect(order.allSatisfy(method.options(of: list).contains), "\(list)") }
    for question in method.questions {
      let words = try #require(texts.questions[question.id])
      let columns: [Column] =
        switch question.kind {
        case .table(let columns): columns
        case .grid(let grid): grid.columns
        case .line, .list, .single, .multi, .number, .date, .vote: []
        }
      #expect(keys(words.columns) == columns.map(\.id.rawValue).sorted(), "\(question.id)")
      #expect(
        keys(words.options) == Array(Set(ownOptions(question).joined().map(\.rawValue))).sorted(), "\(question.id)")
      var rows: [OptionID] = []
      if case .grid(let grid) = question.kind, case .fixed(let names) = grid.rows { rows = names }
      #expect(keys(words.rows) == rows.map(\.rawValue).sorted(), "\(question.id)")
      #expect(keys(words.presets) == question.presets.map(\.rawValue).sorted(), "\(question.id)")
      #expect(!words.examples.isEmpty && words.tip != nil, "\(question.id)")
      #expect(words.ask.hasSuffix("?") || words.ask.hasSuffix("."), "\(question.id)")
    }
  }

  private func keys<Subject, Value>(_ texts: [ID<Subject>: Value]) -> [String] {
    texts.keys.map(\.rawValue).sorted()
  }

  /// The options of each column that names its own.
  private func ownOptions(_ question: Question) -> [[OptionID]] {
    question.columns.compactMap { column in
      switch column.type {
      case .choice(.own(let options)), .multi(.own(let options)): options
      case .choice(.list), .multi(.list), .text, .texts, .number, .date, .duration, .person, .persons, .suggestion,
        .kpi, .frequency, .repeats, .reference, .references, .yesNo, .scale:
        nil
      }
    }
  }

  @Test("Its sentences can be filled", arguments: Library.languages) func sentencesCanBeFilled(
    _ code: LanguageCode
  ) throws {
    let texts = try source.localization(code).texts
    var used: Set<String> = []
    for block in method.sections.flatMap({ $0.blocks + $0.notes }) {
      if let title = block.title {
        used.insert(title.rawValue)
        #expect(texts.sentences[title]?.variables == [], "\(title)")
      }
      switch block.content {
      case .sentence(let sentence):
        used.insert(sentence.id.rawValue)
        let names = sentence.variables.map(\.name).sorted()
        #expect(texts.sentences[sentence.id]?.variables.sorted() == names, "\(sentence.id)")
      case .bullets(let bullets):
        guard let id = bullets.sentence else { continue }
        used.insert(id.rawValue)
        let columns = try #require(method.question(bullets.question)).columns.map(\.id.rawValue) + ["handle"]
        #expect(try #require(texts.sentences[id]).variables.filter { !columns.contains($0) } == [], "\(id)")
      case .ticks, .table, .cross, .matrix, .cards, .quotes, .figure, .sums, .chain, .timeline, .iterations, .record:
        break
      }
    }
    #expect(keys(texts.documents) == method.documents.map(\.id.rawValue).sorted())
    #expect(keys(texts.sentences) == used.sorted())
  }

  @Test("Nothing is left in English", arguments: Library.languages.filter { $0 != "en" })
  func nothingIsLeftInEnglish(_ code: LanguageCode) throws {
    let english = try source.localization("en").texts
    let texts = try source.localization(code).texts
    for question in method.questions {
      let (mine, theirs) = (try #require(texts.questions[question.id]), try #require(english.questions[question.id]))
      let pairs = [
        (mine.ask, theirs.ask), (mine.help, theirs.help), (mine.label, theirs.label),
        (mine.tip ?? "", theirs.tip ?? ""),
      ]
      for (mine, theirs) in pairs where hasWords(theirs) { #expect(mine != theirs, "\(question.id)") }
      for (id, label) in theirs.columns where hasWords(label) {
        #expect(mine.columns[id] != label, "\(question.id) \(id)")
      }
      for (id, label) in theirs.options where hasWords(label) && !borrowed.contains(label) {
        #expect(mine.options[id] != label, "\(question.id) \(id)")
      }
    }
    for (id, sentence) in english.sentences where hasWords(sentence.other) {
      #expect(texts.sentences[id] != sentence, "\(id)")
    }
    for (id, heading) in english.sections where hasWords(heading) { #expect(texts.sections[id] != heading, "\(id)") }
  }

  @Test("Labels of options can be typed", arguments: Library.languages)
  func labelsCanBeTyped(_ code: LanguageCode) throws {
    let texts = try source.localization(code).texts
    // The words of the catalogue are read, never typed.
    let lists = method.lists.filter { !$0.id.rawValue.hasPrefix("kpi-") }.map { list in
      (name: list.id.rawValue, labels: list.options.map { ($0, texts.lists[list.id]?[$0] ?? "") })
    }
    let owns = method.questions.flatMap { question in
      ownOptions(question).map { options in
        (name: question.id.rawValue, labels: options.map { ($0, texts.questions[question.id]?.options[$0] ?? "") })
      }
    }
    for group in lists + owns {
      let labels = group.labels.map { (id: $0.0, text: $0.1.lowercased()) }
      for label in labels {
        #expect(!label.text.isEmpty && !label.text.contains { ",;|".contains($0) }, "\(group.name): \(label.text)")
        #expect(Int(label.text) == nil, "\(group.name): \(label.text)")
        for other in labels where other.id != label.id {
          // A single letter is a whole name and is typed as one: X, the network.
          let begins = label.text.count > 1 && other.text.hasPrefix(label.text)
          #expect(!begins, "\(group.name): “\(label.text)” begins “\(other.text)”")
          #expect(label.text != other.id.rawValue, "\(group.name): “\(label.text)” is the id of another option")
        }
      }
    }
  }

  @Test("Its examples are answers, played in order", arguments: Library.languages, ["core", "half-day", "full"])
  func examplesAreAnswers(_ code: LanguageCode, _ run: RunID) throws {
    var room = try TestSession(language: code, run: run)
    for question in method.questions(in: run) {
      try room.hear("/goto \(question.id)")
      for example in room.session.examples(of: question, in: room.localization) {
        do { try room.hear(example) } catch { Issue.record("\(question.id): “\(example)” is refused: \(error)") }
        #expect(room.session.asking == nil, "\(question.id): “\(example)” leaves cells to ask")
      }
    }
    #expect(room.session.language == code)
    let errors = room.findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.message) \($0.answer?.rawValue ?? $0.question.rawValue)" })")
  }

  @Test(
    "A beginning that only one label has is enough",
    arguments: [
      (question: "kpi.select.sheet", typed: "OBJ1 | a | re | b", found: "reach"),
      (question: "frame.people.participants", typed: "XX | Y | z | ma", found: "marketing"),
    ])
  func labelsGoBeforeIds(_ row: (question: String, typed: String, found: String)) throws {
    var room = try TestSession(language: "nb")
    for example in [
      "frame.goals.organisation", "frame.people.participants", "post.people.audiences", "post.objectives.smart",
    ] {
      try room.hear("/goto \(example)")
      for line in room.localization.texts.questions[QuestionID(example)]?.examples ?? [] { try room.hear(line) }
    }
    try room.hear("/goto \(row.question)")
    try room.hear(row.typed)
    #expect(room.session.answers(to: QuestionID(row.question)).last?.cells.contains(row.found) == true)
  }

  @Test func aNumberIsNotFoundInTheWordsOfAQuestion() throws {
    let room = try TestSession()
    #expect(throws: Refusal.unknownQuestion("60", nearest: [])) { try room.decide("/goto 60") }
  }
}
