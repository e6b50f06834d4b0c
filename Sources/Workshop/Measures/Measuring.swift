/// What a method says of measuring: whose answers are measured, which of their columns say where they come from and
/// shall go, and how a value is judged.
public struct Measuring: Hashable, Sendable {
  /// The question whose answers are measured.
  public var question: QuestionID
  /// Its columns, by what they mean.
  public var columns: Columns
  /// How far beside its course a value may lie and still be on track: in per cent of the way from baseline to target,
  /// 0 to 100.
  public var tolerance: Int
  /// How a value is expected to go from baseline to target.
  public var course: Course.Kind

  /// The usual tolerance, where a method says none: a tenth of the way.
  public static let usualTolerance = 10

  /// What is measured, and how it is judged.
  public init(
    question: QuestionID, columns: Columns, tolerance: Int = Measuring.usualTolerance,
    course: Course.Kind = .straight
  ) {
    (self.question, self.columns, self.tolerance, self.course) = (question, columns, tolerance, course)
  }

  /// The columns that measuring reads.
  public struct Columns: Hashable, Sendable {
    /// The baseline.
    public var from: ColumnID
    /// The target.
    public var to: ColumnID
    /// The deadline of the target.
    public var by: ColumnID
    /// The day of the baseline; that of the session where there is no such column, or its cell is open.
    public var since: ColumnID?
    /// What it is counted in.
    public var unit: ColumnID?
    /// How often it is measured.
    public var every: ColumnID?

    /// Columns by what they mean.
    public init(
      from: ColumnID, to: ColumnID, by: ColumnID, since: ColumnID? = nil, unit: ColumnID? = nil, every: ColumnID? = nil
    ) {
      (self.from, self.to, self.by, self.since, self.unit, self.every) = (from, to, by, since, unit, every)
    }
  }
}

extension Session {
  /// What an answer says in a column that measuring reads; empty where there is none.
  func measuringCell(_ column: ColumnID?, of answer: Answer) -> String {
    column.flatMap { id in method.columns(of: answer.id.question).firstIndex { $0.id == id } }.map(answer.cell) ?? ""
  }

  /// What an answer is counted in, as it is read; empty where nobody has said.
  public func unit(of answer: Answer, in localization: Localization) -> String {
    guard let id = method.measuring?.columns.unit,
      let place = method.columns(of: answer.id.question).firstIndex(where: { $0.id == id })
    else { return "" }
    return shown(place, of: answer, in: localization)
  }

  /// How often an answer is measured; nil where nobody has said.
  public func rhythm(of answer: Answer) -> Rhythm? {
    Rhythm(stored: measuringCell(method.measuring?.columns.every, of: answer))
  }

  /// The way that an answer shall go: the last break in what is counted begins it anew.
  ///
  /// - Parameters:
  ///   - answer: What is measured.
  ///   - day: The day that the way is wanted for; nil for the latest.
  /// - Returns: Nil while its baseline, its target or its deadline is open, or not a number that can be reckoned with.
  public func course(of answer: Answer, on day: Day? = nil) -> Course? {
    guard let measuring = method.measuring,
      let to = FixedDecimal(measuringCell(measuring.columns.to, of: answer)),
      let by = Day(iso: measuringCell(measuring.columns.by, of: answer))
    else { return nil }
    let anew = measures.counting(of: answer.id).last { $0.startsAnew && $0.day <= day ?? $0.day }
    let from = anew.map(\.decimal) ?? FixedDecimal(measuringCell(measuring.columns.from, of: answer))
    guard let from, let since = anew?.day ?? baselineDay(of: answer) else { return nil }
    return Course(
      from: from, since: since, to: to, by: by, kind: measuring.course, tolerance: measuring.tolerance,
      better: better(of: answer))
  }

  /// The day of the baseline; that of the session where nobody has said.
  func baselineDay(of answer: Answer) -> Day? {
    Day(iso: measuringCell(method.measuring?.columns.since, of: answer)) ?? date
  }

  /// Why no value of those days is taken, where their last lies before the baseline; nil where one is.
  public func refusal(ofValueIn period: DayRange, for answer: Answer) -> MeasureRefusal? {
    guard let baseline = baselineDay(of: answer), period.last < baseline else { return nil }
    return .beforeBaseline(period.last, of: answer.handle, baseline: baseline)
  }

  /// Which way is better, where the answer names a measure of the catalogue.
  private func better(of answer: Answer) -> KPI.Better? {
    guard let place = method.columns(of: answer.id.question).firstIndex(where: { $0.type == .kpi }) else { return nil }
    return method.kpis.first { $0.id.rawValue == answer.cell(at: place) }?.better
  }

  /// The day on which a value is due: a rhythm after the last value, or after the baseline; nil without a rhythm, and
  /// once the deadline has been measured.
  public func dueDay(of answer: Answer) -> Day? {
    guard let rhythm = rhythm(of: answer) else { return nil }
    let last = measures.counting(of: answer.id).last?.day
    let deadline = Day(iso: measuringCell(method.measuring?.columns.by, of: answer))
    if let last, let deadline, last >= deadline { return nil }
    return (last ?? baselineDay(of: answer)).map(rhythm.day(after:))
  }

  /// The answers whose value is due on a day, in the order in which they were given; one that has neither a rhythm nor a
  /// value is always due.
  public func due(on day: Day) -> [Answer] {
    measurable.filter { answer in
      guard !privacy.redacted.contains(answer.id) else { return false }
      if let due = dueDay(of: answer) { return due <= day }
      return rhythm(of: answer) == nil && measures.counting(of: answer.id).isEmpty
    }
  }
}
