/// What was measured so far.
public struct Measures: Hashable, Sendable {
  /// All values that are there, in the order in which they were said.
  public internal(set) var all: [MeasuredValue] = []
  /// The answers whose values are asked for one after another, the next one first.
  public internal(set) var asked: [Handle] = []
  /// How values were taken from files, to be taken so again; the one kept last counts.
  public internal(set) var mappings: [ImportMapping] = []
  /// Values that were removed for good.
  var redacted: Set<MeasuredValueID> = []
  /// The highest number given: none is given twice.
  var highest = 0

  /// The value of that name.
  public subscript(id: MeasuredValueID) -> MeasuredValue? { all.last { $0.id == id } }

  /// The next name.
  public var nextValue: MeasuredValueID { MeasuredValueID(highest + 1) }

  /// The values of an answer that count, in the order of their days: of several for the same days, the one said last.
  public func counting(of kpi: AnswerID) -> [MeasuredValue] {
    var latest: [DayRange: Int] = [:]
    for (place, value) in all.enumerated() where value.kpi == kpi && !value.isGap {
      latest[value.finding.period] = place
    }
    return latest.values.sorted { left, right in
      let (first, second) = (all[left], all[right])
      return (first.day, first.finding.period.first, left) < (second.day, second.finding.period.first, right)
    }.map { all[$0] }
  }
}

extension Session {
  /// The value with a handle, whatever the case of its letters; an answer of that handle goes before it.
  public func measuredValue(called typed: String) -> MeasuredValue? {
    let wanted = typed.trimmed.uppercased()
    guard wanted.hasPrefix(MeasuredValueID.series), answer(Handle(typed.trimmed)) == nil else { return nil }
    return measures.all.last { $0.handle.rawValue == wanted }
  }

  /// The measure of the catalogue that an answer names; nil for one of the room's own.
  public func catalogued(_ answer: Answer) -> String? {
    guard let place = method.columns(of: answer.id.question).firstIndex(where: { $0.type == .kpi }) else { return nil }
    return method.kpis.first { $0.id.rawValue == answer.cell(at: place) }?.id.rawValue
  }

  /// The answers that can be measured, in the order in which they were given; none where the method measures nothing.
  public var measurable: [Answer] {
    method.measuring.map { answers(to: $0.question) } ?? []
  }
}
