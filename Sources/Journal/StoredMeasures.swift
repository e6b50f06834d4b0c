internal import Text
internal import Workshop

// What is measured, to JSON and back.
extension JSONWriter {
  mutating func measures(_ event: MeasuresEvent) {
    switch event {
    case .taken(let value):
      type(.valueMeasured)
      members(value.kpi)
      member("value", value.id.number)
      members(value.finding)
      if value.startsAnew { member("kind", "baseline") }
      member("by", value.speaker)
    case .revised(let id, let finding):
      type(.valueRevised)
      member("value", id.number)
      members(finding)
    case .deleted(let id):
      type(.valueDeleted)
      member("value", id.number)
    case .mapped(let mapping):
      type(.mappingKept)
      member("item", mapping.kpi.rawValue)
      member("items", mapping.table)
      member("choice", mapping.choice)
    case .asked(let handles):
      type(.valuesAsked)
      member("items", handles.map(\.rawValue))
    }
  }

  private mutating func members(_ finding: MeasuredFinding) {
    member("figure", finding.number)
    member("first", finding.period.first.description)
    member("last", finding.period.last.description)
    if !finding.remark.isEmpty { member("words", finding.remark) }
    if !finding.source.isEmpty { member("source", finding.source) }
    if finding.isIncomplete { member("coverage", "incomplete") }
  }
}

extension StoredMembers {
  mutating func valueID() -> MeasuredValueID? { topic.number("value").map { MeasuredValueID($0) } }

  mutating func valueMeasured() -> Event? {
    guard let kpi = answer(), let id = valueID(), let finding = measuredFinding() else { return nil }
    return .measures(
      .taken(
        MeasuredValue(
          id: id, kpi: kpi, finding: finding, startsAnew: topic.text("kind") == "baseline", speaker: by.take())))
  }

  mutating func mappingKept() -> Event? {
    guard let kpi = topic.text("item"), let table = topic.list("items"), let choice = topic.list("choice") else {
      return nil
    }
    return .measures(.mapped(ImportMapping(kpi: Handle(kpi), table: table, choice: choice)))
  }

  mutating func valueRevised() -> Event? {
    guard let id = valueID(), let finding = measuredFinding() else { return nil }
    return .measures(.revised(id, finding))
  }

  private mutating func measuredFinding() -> MeasuredFinding? {
    guard let number = topic.text("figure"), let first = topic.text("first").flatMap({ Day(iso: $0) }),
      let last = topic.text("last").flatMap({ Day(iso: $0) })
    else { return nil }
    return MeasuredFinding(
      number: number, period: DayRange(first, last), remark: topic.text("words") ?? "",
      source: topic.text("source") ?? "", isIncomplete: topic.text("coverage") == "incomplete")
  }
}
