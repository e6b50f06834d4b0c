/// What is asked for about measuring.
public enum MeasureCommand: Hashable, Sendable {
  /// The values that are due, one after another; those of one answer where it is named.
  case walk(String)
  /// A value of an answer: the number, a day or a period, and words.
  case take(String, text: String)
  /// The figures that a file holds, whose path is named, with a period behind it where one is wanted.
  case from(String)
}

/// Why something about measuring is turned down.
public enum MeasureRefusal: Hashable, Sendable {
  /// The method measures nothing.
  case notInMethod
  /// There is nothing yet that could be measured; this question asks for it.
  case nothingToMeasure(QuestionID)
  /// Nothing of that name is measured.
  case unknown(String, known: [Handle])
  /// No value is due; the next one is on that day.
  case nothingDue(next: Handle?, on: Day?)
  /// Not a number.
  case notANumber(String, of: Handle, unit: String)
  /// More digits than can be reckoned with.
  case tooLong(String)
  /// It is counted in something else.
  case wrongUnit(String, of: Handle, unit: String)
  /// Looks like a day, and is none.
  case notADay(String)
  /// Nothing can have been measured yet.
  case inFuture(DayRange)
  /// Before the day of the baseline.
  case beforeBaseline(Day, of: Handle, baseline: Day)
  /// There is no such file.
  case noFile(String)
  /// None of what may be chosen; the highest number is said.
  case noSuchChoice(String, most: Int)
  /// A hundred times the last number, or a hundredth.
  case farOff(String, of: Handle, last: String)
}

extension Session {
  func decide(_ command: MeasureCommand, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    switch command {
    case .walk(let target): try walk(target, parser, today: today)
    case .take(let target, let text): try take(target, text, parser, today: today)
    // What is in the file is nothing that a session knows.
    case .from: try measuringNothing()
    }
  }

  private func walk(_ target: String, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    guard target.isEmpty else { return [.measures(.asked([try measurable(called: target, parser).handle]))] }
    try requireMeasurable()
    let due = due(on: today)
    guard !due.isEmpty else {
      let next = measurable.compactMap { answer in dueDay(of: answer).map { (day: $0, handle: answer.handle) } }
        .min { $0.day < $1.day }
      throw .measure(.nothingDue(next: next?.handle, on: next?.day))
    }
    return [.measures(.asked(due.map(\.handle)))]
  }

  private func take(_ target: String, _ text: String, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    let answer = try measurable(called: target, parser)
    return [.measures(.taken(try value(text, of: answer, parser, today: today)))]
  }

  /// The value that a line of a walk says, and what is asked for after it.
  func hear(value text: String, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    guard let answer = measures.asked.first.flatMap({ self.answer($0) }) else { return try passValue() }
    let value = try value(text, of: answer, parser, today: today)
    return [.measures(.taken(value))] + (try passValue())
  }

  /// On to the next value that is asked for; nothing else happens.
  func passValue() throws(Refusal) -> [Event] {
    [.measures(.asked(measures.asked.dropFirst().filter { answer($0) != nil }))]
  }

  func revise(_ value: MeasuredValue, _ text: String, _ parser: CellParser, today: Day) throws(Refusal) -> [Event] {
    guard !value.isGap else { throw .privacy(.redacted(value.handle)) }
    guard let answer = answer(value.kpi) else { throw .measure(.unknown(value.kpi.handle.rawValue, known: [])) }
    let typed = try ValueReading(parser: parser, session: self, answer: answer, today: today).value(text, as: value)
    return [.measures(.revised(value.id, typed.finding))]
  }

  private func value(
    _ text: String, of answer: Answer, _ parser: CellParser, today: Day
  ) throws(Refusal) -> MeasuredValue {
    let typed = try ValueReading(parser: parser, session: self, answer: answer, today: today).value(text, as: nil)
    return MeasuredValue(
      id: measures.nextValue, kpi: answer.id, finding: typed.finding, startsAnew: typed.startsAnew, speaker: speaker)
  }

  private func measuringNothing() throws(Refusal) -> [Event] {
    try requireMeasurable()
    return []
  }

  private func requireMeasurable() throws(Refusal) {
    guard let measuring = method.measuring else { throw .measure(.notInMethod) }
    guard !measurable.isEmpty else { throw .measure(.nothingToMeasure(measuring.question)) }
  }

  /// The answer that is meant by its handle, its number, or the beginning of its text.
  private func measurable(called typed: String, _ parser: CellParser) throws(Refusal) -> Answer {
    try requireMeasurable()
    let wanted = typed.lowercased()
    let fitting = measurable.filter { answer in
      answer.handle.rawValue.lowercased() == wanted || Int(digits: typed) == answer.id.number
        || typed.count >= 3 && shownShort(answer, in: parser.localization).begins(with: typed)
    }
    let exact = fitting.first { $0.handle.rawValue.lowercased() == wanted }
    guard let answer = exact ?? (fitting.count == 1 ? fitting.first : nil) else {
      throw .measure(.unknown(typed, known: (fitting.isEmpty ? measurable : fitting).map(\.handle)))
    }
    guard !privacy.redacted.contains(answer.id) else { throw .privacy(.redacted(answer.handle)) }
    return answer
  }
}
