import MethodTree
public import Workshop

/// An example of a question that is no answer to it.
public struct RefusedExample: Hashable, Sendable {
  /// The example.
  public let line: String
  /// Why it is turned down.
  public let refusal: Refusal
  /// Where it is turned down; it is not compared.
  private let place: Place?

  private struct Place: Sendable {
    let method: Workshop.Method
    let run: RunID
    let texts: MethodTexts
  }

  init(_ line: String, _ refusal: Refusal, in session: Session? = nil, texts: MethodTexts = MethodTexts(title: "")) {
    (self.line, self.refusal) = (line, refusal)
    place = session.map { Place(method: $0.method, run: $0.run, texts: texts) }
  }

  /// What is needed to say why in some language: a session without answers, and the words of the method.
  public func room(in language: Language) -> (session: Session, localization: Localization)? {
    place.map { place in
      (
        Session(method: place.method, language: language.code, run: place.run),
        Localization(language: language, texts: place.texts)
      )
    }
  }

  /// Whether it is the same example, turned down for the same reason.
  public static func == (left: RefusedExample, right: RefusedExample) -> Bool {
    (left.line, left.refusal) == (right.line, right.refusal)
  }

  /// Hashes the example and the reason.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(refusal)
  }
}

/// Types every example of a method where it would be typed, in each run, and gathers those that are turned down.
struct ExampleChecking {
  let file: String
  let method: Workshop.Method
  let localization: Localization

  /// The examples that are refused, each once, with its line in the file of words.
  func problems(_ tree: Tree) throws(MethodError) -> [MethodError] {
    guard let questions = try Fields(open: tree, file: file)["questions"] else { return [] }
    let entries = try Fields(open: questions, file: file)
    var problems: [MethodError] = []
    var seen: Set<String> = []
    for run in method.runs {
      for (question, place, refused) in refusals(in: run.id) where seen.insert("\(question) \(place)").inserted {
        guard let entry = entries[question.rawValue],
          let examples = try Fields(open: entry, file: file)["examples"]?.list(in: file)
        else { continue }
        let line = examples.indices.contains(place) ? examples[place].line : entry.line
        problems.append(MethodError(file: file, line: line, fault: .refusedExample(refused)))
      }
    }
    return problems
  }

  /// What is refused in a run, without what only follows: where an example is refused, its handles are not there.
  private func refusals(in run: RunID) -> [(QuestionID, place: Int, RefusedExample)] {
    var room = Room(method: method, run: run, localization: localization)
    var refused: [(QuestionID, place: Int, RefusedExample)] = []
    var lost: Set<QuestionID> = []
    for question in method.questions(in: run) {
      do throws(Refusal) { try room.hear("/goto \(question.id)") } catch { continue }
      for (place, example) in room.session.examples(of: question, in: localization).enumerated() {
        do throws(Refusal) { try room.hear(example) } catch {
          if !follows(error, from: lost, question) {
            let example = RefusedExample(example, error, in: room.session, texts: localization.texts)
            refused.append((question.id, place, example))
          }
          lost.insert(question.id)
        }
        // An example that leaves cells to be asked is not filled up by the next one.
        if room.session.asking != nil { try? room.hear("/goto \(question.id)") }
      }
    }
    return refused
  }

  /// Whether a refusal only says that an answer is not there which a refused example would have been.
  private func follows(_ refusal: Refusal, from lost: Set<QuestionID>, _ question: Question) -> Bool {
    let series: [String]
    switch refusal {
    case .cell(_, question: _, typed: _, fault: .unknownHandle(let missing, _)): series = missing
    case .cell(_, question: _, typed: _, fault: .unknownPerson):
      return method.roles.participants.map(lost.contains) == true
    case .rowNeeded, .unknownRow: series = question.namesUsed.series
    case _: return false
    }
    return series.compactMap(method.question(ofSeries:)).contains(where: lost.contains)
  }

  /// A session in which the examples are typed, on a day of its own.
  private struct Room {
    var session: Session
    let localization: Localization
    private var entries = 0
    private let today = Day(daysSinceEpoch: 20_494)

    init(method: Workshop.Method, run: RunID, localization: Localization) {
      self.localization = localization
      session = Session(method: method, language: localization.language.code, run: run)
      record(session.opening(title: method.name, today: today))
    }

    mutating func hear(_ line: String) throws(Refusal) {
      let command = try Command(parsing: line, in: localization.language)
      record(try session.decide(command, hearing: localization, today: today, now: now))
    }

    private var now: Moment { Moment(millisecondsSince1970: Int64(today.daysSinceEpoch) * 86_400_000) }

    private mutating func record(_ events: [Event]) {
      guard !events.isEmpty else { return }
      entries += 1
      session.apply(events, as: EntryID(epoch: "examples", number: entries), at: now)
    }
  }
}
