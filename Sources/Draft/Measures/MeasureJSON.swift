internal import Text
import Workshop

extension MeasuredValue {
  /// A value as the schema of a session has it.
  var json: JSON {
    .object([
      ("value", .string(handle.rawValue)), ("kpi", .string(kpi.handle.rawValue)),
      ("first", .string(finding.period.first.description)), ("last", .string(finding.period.last.description)),
      ("number", decimal.map { .literal($0.text) } ?? .null), ("incomplete", .truth(finding.isIncomplete)),
      ("newBaseline", .truth(startsAnew)), ("speaker", speaker.map { .string($0) } ?? .null),
      ("remark", .string(finding.remark)), ("source", .string(finding.source)),
    ])
  }
}

extension Session {
  /// How each answer that can be measured stands on the day of its last value.
  var standings: [JSON] {
    measurable.map { answer in
      let judgement = judgement(of: answer, on: nil)
      return .object([
        ("kpi", .string(answer.handle.rawValue)), ("state", .string(judgement.state.rawValue)),
        ("reason", judgement.reason.map { .string($0.rawValue) } ?? .null),
        ("value", judgement.value.map { .string($0.handle.rawValue) } ?? .null),
      ])
    }
  }
}
