import SessionFixtures
import Testing
import Workshop

@testable import Method

/// A method file with one mistake, and what is said about it.
struct Bad: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let structure: [UInt8]
  let words: [UInt8]
  let then: MethodError

  private init(
    _ name: String, _ structure: [UInt8], _ words: [UInt8], _ file: String, _ line: Int, _ fault: MethodError.Fault
  ) {
    (testDescription, self.structure, self.words) = (name, structure, words)
    then = MethodError(file: file, line: line, fault: fault)
  }

  /// A structure in which a piece is replaced.
  init(_ name: String, _ old: String, _ new: String, line: Int, _ fault: MethodError.Fault) {
    self.init(
      name, Array(Bad.structure.replacing(old, with: new).utf8), Array(Bad.words.utf8), "m/method.yaml", line, fault)
  }

  /// A whole structure of its own.
  init(_ name: String, whole: String, line: Int, _ fault: MethodError.Fault) {
    self.init(name, Array(whole.utf8), Array(Bad.words.utf8), "m/method.yaml", line, fault)
  }

  /// A structure of bytes.
  init(_ name: String, bytes: [UInt8], line: Int, _ fault: MethodError.Fault) {
    self.init(name, bytes, Array(Bad.words.utf8), "m/method.yaml", line, fault)
  }

  /// Words in which a piece is replaced.
  init(_ name: String, words old: String, _ new: String, line: Int, _ fault: MethodError.Fault) {
    self.init(
      name, Array(Bad.structure.utf8), Array(Bad.words.replacing(old, with: new).utf8), "m/en.yaml", line, fault)
  }

  static let structure = """
    method: m
    version: "1"
    runs: {short: 10, long: ~}
    roles: {organisation: a.b.name}
    lists:
      fruit: [apple, pear]
    stages:
    - stage: a
      steps:
      - step: a.b
        questions:
        - question: a.b.name
          kind: line
          answers: 1..1
          minutes: {short: 1}
        - question: a.b.rows
          kind: table
          handles: ROW
          answers: 1..5
          minutes: {short: 1}
          columns:
            text: text!
            row: ref(ROW)
            kind: choice(list fruit)
          asked: {short: [text]}
        - question: a.b.grid
          kind: grid
          handles: [N, S]
          answers: 1..5
          minutes: {short: 1}
          rows: [north, south]
          columns: {text: text!}
    sections:
    - section: doc.cover
      blocks:
      - table: a.b.rows
        columns: [text]
    """

  static let words = """
    language: en
    title: M
    questions:
      a.b.name:
        label: Name
        ask: Which name?
        help: Help.
      a.b.rows: {label: Rows, ask: Which rows?, help: h, columns: {text: Text}}
    sentences:
      who: "{name}"
    """

  func load() throws {
    let (structure, words) = (structure, words)
    let library = Library { path in
      path == "m/method.yaml" ? structure : path == "m/en.yaml" ? words : nil
    }
    let (_, source) = try library.method("m/method.yaml")
    _ = try source.localization("en")
  }
}

@Suite("Mistakes in method files, each with its line")
struct MethodErrorTests {
  static let structures: [Bad] = [
    Bad("an unknown key", "kind: line", "knid: line", line: 13, .unknownKey("knid", nearest: ["kind"])),
    Bad("an unknown key far from any", "version:", "colour:", line: 2, .unknownKey("colour", nearest: [])),
    Bad("a key that is missing", "      answers: 1..1\n", "", line: 12, .missing(key: "answers")),
    Bad("no kind", "      kind: line\n", "", line: 12, .missing(key: "kind")),
    Bad("no name", "method: m\n", "", line: 1, .missing(key: "method")),
    Bad("no stages", whole: "method: m\nversion: 1\nruns: {a: 1}\n", line: 1, .missing(key: "stages")),
    Bad("no runs", "runs: {short: 10, long: ~}", "runs: {}", line: 3, .missing(key: "runs")),
    Bad(
      "a kind there is not", "kind: line", "kind: essay", line: 13,
      .unknownWord(
        "essay",
        known: [
          "line", "list", "single", "multi", "number", "date", "table", "grid", "vote",
        ])),
    Bad(
      "a rule for a new iteration there is not", "kind: line", "kind: line\n      next-iteration: kept", line: 14,
      .unknownWord("kept", known: ["shared", "carried", "fresh"])),
    Bad(
      "two rules for a new iteration", "kind: line", "kind: line\n      next-iteration: {shared: a, fresh: b}",
      line: 14, .expected(.text, found: "{shared, fresh}")),
    Bad(
      "an answer that stands and refers to one that does not", "    - question: a.b.name",
      """
          - {question: a.b.left, kind: list, handles: LEFT, answers: 1..5, minutes: {short: 1}, next-iteration: fresh}
          - {question: a.b.stays, kind: table, answers: 1..5, minutes: {short: 1}, columns: {of: ref(LEFT)}}
          - question: a.b.name
      """, line: 12, .senseless(.leftBehind)),
    Bad("a range that is none", "answers: 1..1", "answers: one", line: 14, .expected(.range, found: "one")),
    Bad("a range backwards", "answers: 1..1", "answers: 3..1", line: 14, .expected(.range, found: "3..1")),
    Bad("a range of less than nothing", "answers: 1..1", "answers: -1..1", line: 14, .expected(.range, found: "-1..1")),
    Bad("a range of nothing", "answers: 1..1", "answers: 0..0", line: 14, .expected(.range, found: "0..0")),
    Bad("a time where a number belongs", "{short: 1}", "{short: 12:30}", line: 15, .expected(.number, found: "12:30")),
    Bad("a no where a number belongs", "{short: 1}", "{short: no}", line: 15, .expected(.number, found: "no")),
    Bad(
      "minutes of a run there is not", "{short: 1}", "{half: 1}", line: 15,
      .unknownWord("half", known: ["short", "long"])),
    Bad(
      "no minutes at all", "      minutes: {short: 1}\n    - question: a.b.rows", "    - question: a.b.rows", line: 12,
      .senseless(.neverAsked)),
    Bad("single without options", "kind: line", "kind: single", line: 12, .senseless(.noOptions)),
    Bad(
      "a table without columns",
      """
            columns:
              text: text!
              row: ref(ROW)
              kind: choice(list fruit)
            asked: {short: [text]}

      """, "", line: 16, .senseless(.noColumns)),
    Bad("columns with nothing in them", "columns: {text: text!}", "columns: {}", line: 32, .senseless(.noColumns)),
    Bad("a type there is not", "row: ref(ROW)", "row: link(ROW)", line: 23, .expected(.columnType, found: "link(ROW)")),
    Bad("a reference to nothing", "row: ref(ROW)", "row: ref(OBJ)", line: 16, .unknownName("OBJ")),
    Bad("a list there is not", "list fruit)", "list nuts)", line: 16, .unknownName("nuts")),
    Bad(
      "asked for a column there is not", "asked: {short: [text]}", "asked: {short: [txt]}", line: 25,
      .unknownName("txt")),
    Bad("fewer handles than rows", "handles: [N, S]", "handles: [N]", line: 26, .senseless(.handlesPerRow)),
    Bad("a handle that ends in a number", "handles: ROW", "handles: ROW1", line: 18, .expected(.handle, found: "ROW1")),
    Bad("a handle in small letters", "handles: ROW", "handles: row", line: 18, .expected(.handle, found: "row")),
    Bad("a handle of two questions", "handles: [N, S]", "handles: [ROW, S]", line: 26, .duplicate("ROW")),
    Bad("a question twice", "question: a.b.grid", "question: a.b.name", line: 26, .duplicate("a.b.name")),
    Bad("an option twice", "[apple, pear]", "[apple, apple]", line: 6, .duplicate("apple")),
    Bad("a key twice", "      kind: line\n", "      kind: line\n      kind: list\n", line: 14, .duplicate("kind")),
    Bad(
      "a role of a question there is not", "{organisation: a.b.name}", "{organisation: a.b.nme}", line: 4,
      .unknownName("a.b.nme")),
    Bad(
      "a role there is not", "{organisation: a.b.name}", "{organiser: a.b.name}", line: 4,
      .unknownKey("organiser", nearest: [])),
    Bad(
      "a list where keys belong", "runs: {short: 10, long: ~}", "runs: [short]", line: 3,
      .expected(.map, found: "[… 1]")),
    Bad("keys where a list belongs", "[apple, pear]", "{apple: pear}", line: 6, .expected(.list, found: "{apple}")),
    Bad("a list where a text belongs", "kind: line", "kind: [line]", line: 13, .expected(.text, found: "[… 1]")),
    Bad("a section of a question there is not", "table: a.b.rows", "table: a.b.row", line: 36, .unknownName("a.b.row")),
    Bad(
      "a section of nothing", "- table: a.b.rows", "- heading: true", line: 36,
      .unknownWord("{heading, columns}", known: BlockReading.contents)),
    Bad("a truth that is none", "columns: [text]", "heading: no", line: 37, .expected(.truth, found: "no")),
    Bad(
      "a column there is not", "columns: [text]", "columns: [txt]", line: 37,
      .unknownWord("txt", known: ["text", "row", "kind"])),
    Bad(
      "a condition on an option there is not", "      handles: ROW\n",
      "      handles: ROW\n      asked-when: {a.b.rows.kind: plum}\n", line: 19,
      .unknownWord("plum", known: ["apple", "pear"])),
    Bad(
      "a condition on one option there is and one there is not", "      handles: ROW\n",
      "      handles: ROW\n      hidden-when: {a.b.rows.kind: [pear, plum]}\n", line: 19,
      .unknownWord("plum", known: ["apple", "pear"])),
    Bad(
      "a condition on a text", "      handles: ROW\n", "      handles: ROW\n      asked-when: {a.b.name: known}\n",
      line: 19,
      .senseless(.conditionWithoutOptions)),
    Bad(
      "a section that is left out by a question there is not", "- section: doc.cover\n",
      "- section: doc.cover\n  unless: {a.b.kind: plum}\n", line: 35, .unknownName("a.b.kind")),
    Bad(
      "a section that would be left out by a text", "- section: doc.cover\n",
      "- section: doc.cover\n  unless: {a.b.name: none}\n", line: 35, .senseless(.conditionWithoutOptions)),
    Bad(
      "a kind of iteration there is not",
      whole: Bad.structure.replacing("{organisation: a.b.name}", with: "{iteration: a.b.rows.kind}")
        .replacing("      handles: ROW\n", with: "      handles: ROW\n      iterations: [plum]\n"),
      line: 19, .unknownWord("plum", known: ["apple", "pear"])),
    Bad(
      "a question longer than its run", "minutes: {short: 1}", "minutes: {short: 11}", line: 15,
      .senseless(.longerThanRun)),
    Bad(
      "participants who are one line", "{organisation: a.b.name}", "{participants: a.b.name}", line: 4,
      .senseless(.noTableOfPeople)),
    Bad(
      "a day that is a text", "{organisation: a.b.name}", "{date: a.b.name}", line: 4,
      .unsuitedColumn("a.b.name", .day, known: [])),
    Bad(
      "questions that do not fit into their run", "runs: {short: 10", "runs: {short: 2", line: 3,
      .crowdedRun("short", minutes: 3, limit: 2)),
    Bad(
      "a sum of texts", "columns: [text]", "sums: [text]", line: 37, .unsuitedColumn("text", .number, known: [])),
    Bad(
      "a table in the groups of a text", "columns: [text]", "grouped-by: text", line: 37,
      .unsuitedColumn("text", .group, known: ["row", "kind"])),
    Bad(
      "bars of texts", "- table: a.b.rows\n    columns: [text]",
      "- bars: a.b.rows\n    by: {from: text, to: text}", line: 37, .unsuitedColumn("text", .number, known: [])),
    Bad(
      "a timeline without days", "- table: a.b.rows\n    columns: [text]", "- timeline: {a.b.rows: text}", line: 36,
      .unsuitedColumn("text", .day, known: [])),
    Bad(
      "a ballot there is not", "kind: line", "kind: vote\n      ballot: paper", line: 14,
      .unknownWord("paper", known: ["dots", "choice", "score(1-5)"])),
  ]

  @Test(arguments: structures) func structuresAreRefused(_ row: Bad) { check(row) }

  static let words: [Bad] = [
    Bad("no label", words: "    label: Name\n", "", line: 5, .missing(key: "label")),
    Bad("no title", words: "title: M\n", "", line: 1, .missing(key: "title")),
    Bad("an unknown key", words: "ask: Which name?", "aks: Which name?", line: 6, .unknownKey("aks", nearest: ["ask"])),
    Bad(
      "a list where a text belongs", words: "help: Help.", "help: [Help.]", line: 7, .expected(.text, found: "[… 1]")),
    Bad("a question twice", words: "  a.b.rows:", "  a.b.name:", line: 8, .duplicate("a.b.name")),
    Bad(
      "not closed", words: "who: \"{name}\"", "who: \"{name}", line: 10,
      .notYAML(problem: "found unexpected end of stream")),
  ]

  @Test(arguments: words) func wordsAreRefused(_ row: Bad) { check(row) }

  private static let bomb: String = (1...30).map { level in
    let references = Array(repeating: level == 1 ? "x" : "*a\(level - 1)", count: 9).joined(separator: ",")
    return "k\(level): &a\(level) [\(references)]"
  }.joined(separator: "\n")

  static let hostile: [Bad] = [
    Bad("nothing", bytes: [], line: 1, .empty),
    Bad("only a comment", whole: "# nothing\n", line: 1, .empty),
    Bad("not UTF-8", bytes: Array("method: ".utf8) + [0xFF, 0xFE], line: 1, .notUTF8),
    Bad(
      "a huge file", bytes: Array(repeating: 0x61, count: 2 << 20), line: 1, .tooLarge(bytes: 2 << 20, limit: 1 << 20)),
    Bad(
      "too many parts", whole: "method:\n" + String(repeating: "- a\n", count: 120_000), line: 99_999,
      .tooManyNodes(limit: 100_000)),
    Bad(
      "nested 30 deep", whole: "method: " + String(repeating: "[", count: 30) + String(repeating: "]", count: 30),
      line: 1,
      .tooManyNodes(limit: 100_000)),
    Bad("an alias bomb", whole: bomb, line: 1, .anchor),
    Bad("an alias bomb of old line ends", whole: bomb.replacing("\n", with: "\r"), line: 1, .anchor),
    Bad("an alias bomb behind odd line ends", whole: bomb.replacing("\n", with: "\u{2028}"), line: 1, .anchor),
    Bad("an alias bomb behind quotes", whole: "t: \"\n  - \"\nk: \"\"\n" + bomb, line: 4, .anchor),
    Bad("an alias in a key", whole: "a: &b [x]\n*b : c", line: 1, .anchor),
    Bad("an anchor", whole: "method: m\nversion: &v 1", line: 2, .anchor),
    Bad("an anchor behind a comment with a quote", whole: "# - \"\nversion: &v 1", line: 2, .anchor),
    Bad("an anchor after a quoted text", whole: "a: {b: \"c\", d: &e f}", line: 1, .anchor),
    Bad("a tag", whole: "method: !!binary aGVp", line: 1, .anchor),
    Bad("a tag of one's own", whole: "method: m\nruns: !ruby/object:Gem {}", line: 2, .anchor),
    Bad("a complex key", whole: "method: m\n? [1, 2]\n: x", line: 2, .keyIsNoText),
    Bad("a list as a key", whole: "method: m\n[1, 2]: x", line: 2, .keyIsNoText),
    Bad("a key as a key", whole: "{{a: b}: c}", line: 1, .keyIsNoText),
    Bad("a text alone", whole: "hello", line: 1, .expected(.map, found: "hello")),
    Bad(
      "a tab", whole: "method: m\nruns:\n\tshort: 1", line: 3,
      .notYAML(problem: "found character that cannot start any token")),
    Bad(
      "a second document", whole: "method: m\n---\nmethod: n", line: 2,
      .notYAML(problem: "found another document")),
    Bad(
      "a control character", whole: "method: m\nversion: \u{7}1", line: 2,
      .notYAML(problem: "control characters are not allowed")),
  ]

  @Test(arguments: hostile) func hostileFilesAreRefused(_ row: Bad) { check(row) }

  @Test("Nested 100,000 deep", arguments: ["[", "{a: ", "- "]) func nestedDeep(_ open: String) {
    let text = "method: m\nruns: " + (open == "- " ? "\n  " : "") + String(repeating: open, count: 100_000)
    let row = Bad("deep", whole: text, line: 0, .empty)
    do {
      try row.load()
      Issue.record("it was read")
    } catch let error as MethodError {
      switch error.fault {
      case .notYAML, .tooManyNodes: #expect(error.line <= 3)
      case let other: Issue.record("\(other)")
      }
    } catch { Issue.record("\(error)") }
  }

  static let plain: [String] = [
    "ask: \"What, &c?\"", "ask: \"Rule: !never\"", "ask: 'Why - ? - because, !x'", "ask: \"A: ? b\"",
    "ask: R&D! What?", "ask: \"* starred & more\"", "ask: Why?  # & ! ?", "ask: \"it's: &x\"", "ask: 12:30", "ask: no",
    "ask: ~5", "ask: \"\\\"a\\\": &x\"",
  ]

  @Test("Marks in quotation marks are texts", arguments: plain) func marksInQuotes(_ line: String) throws {
    try Bad("", words: "ask: Which name?", line, line: 0, .empty).load()
  }

  @Test func wordsThatLookLikeSomethingElseStayWords() throws {
    let contents = [
      "m/method.yaml": Bad.structure,
      "m/en.yaml": Bad.words.replacing("label: Name", with: "label: 12:30").replacing(
        "ask: Which name?", with: "ask: no"),
    ]
    let (_, source) = try MethodFiles(name: "m/method.yaml", contents: contents).library.method("m/method.yaml")
    let texts = try source.localization("en").texts
    #expect(texts.questions["a.b.name"]?.label == "12:30")
    #expect(texts.questions["a.b.name"]?.ask == "no")
  }

  @Test func aMethodOfSomebodysOwn() throws {
    let (method, source) = try MethodFiles.odd.library.method(MethodFiles.odd.name)
    #expect(method.name == "walk")
    #expect(method.languages == ["en", "nb"])
    #expect(source.files.map(\.name) == ["method.yaml", "en.yaml", "nb.yaml"])
    #expect(source.digest != (try MethodFiles.builtIn.library.method(Library.builtIn)).source.digest)
    #expect(try source.localization("nb").texts.title == "En tur")
    #expect(throws: MethodError(file: "odd/fi.yaml", line: 1, fault: .unreadable)) { try source.localization("fi") }
  }

  @Test func filesThatAreNotThere() {
    let library = MethodFiles(name: "x.yaml", contents: ["y/method.yaml": Bad.structure]).library
    #expect(throws: MethodError(file: "x.yaml", line: 1, fault: .unreadable)) { try library.method("x.yaml") }
    #expect(throws: MethodError(file: "y/en.yaml", line: 1, fault: .unreadable)) { try library.method("y/method.yaml") }
    #expect(throws: MethodError(file: "languages/xx.yaml", line: 1, fault: .unreadable)) { try Library.language("xx") }
  }

  private func check(_ row: Bad) {
    #expect(throws: row.then) { try row.load() }
  }
}
