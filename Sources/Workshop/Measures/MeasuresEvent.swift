/// One thing that happened with what is measured.
public enum MeasuresEvent: Hashable, Sendable {
  /// Something was measured.
  case taken(MeasuredValue)
  /// Something else was found than was said before.
  case revised(MeasuredValueID, MeasuredFinding)
  /// A value was taken away. Its number stays used.
  case deleted(MeasuredValueID)
  /// It is kept how a value was taken from a file.
  case mapped(ImportMapping)
  /// The values of these answers are asked for one after another; none ends that.
  case asked([Handle])
}

/// A value as it was, with its place; nil when it was not there.
struct MeasuresReversal: Hashable, Sendable {
  var id: MeasuredValueID
  var before: MeasuredValue?
  var place: Int
  /// What was asked for then, where a value was said.
  var asked: [Handle] = []
}

extension Measures {
  /// Lets it happen.
  ///
  /// - Returns: The opposite; nil when nothing is to be taken back.
  mutating func apply(_ event: MeasuresEvent) -> MeasuresReversal? {
    switch event {
    case .taken(let value):
      guard self[value.id] == nil else { return nil }
      all.append(value)
      highest = max(highest, value.id.number)
      return MeasuresReversal(id: value.id, before: nil, place: all.count - 1, asked: asked)
    case .revised(let id, let finding):
      guard let place = all.lastIndex(where: { $0.id == id }) else { return nil }
      defer { all[place].finding = finding }
      return MeasuresReversal(id: id, before: all[place], place: place)
    case .deleted(let id):
      guard let place = all.lastIndex(where: { $0.id == id }) else { return nil }
      return MeasuresReversal(id: id, before: all.remove(at: place), place: place)
    case .mapped(let mapping):
      mappings.removeAll { $0.kpi == mapping.kpi && $0.table == mapping.table }
      mappings.append(mapping)
      return nil
    case .asked(let answers):
      asked = answers
      return nil
    }
  }

  /// Takes back what happened.
  mutating func reverse(_ reversal: MeasuresReversal) {
    all.removeAll { $0.id == reversal.id }
    guard let before = reversal.before else {
      // Whoever takes a value back is asked for it again.
      asked = reversal.asked
      return
    }
    all.insert(before, at: min(reversal.place, all.count))
  }
}

// MARK: Redacted, and under other numbers

extension Measures {
  mutating func redact(by redactions: Redactions) { all = all.map { $0.redacted(by: redactions) } }
}

extension MeasuresReversal {
  func redacted(by redactions: Redactions) -> MeasuresReversal {
    MeasuresReversal(id: id, before: before?.redacted(by: redactions), place: place, asked: asked)
  }
}

extension MeasuredFinding {
  fileprivate func redacted(by redactions: Redactions, isHidden: Bool) -> MeasuredFinding {
    guard !isHidden else { return MeasuredFinding(number: "", period: period) }
    var finding = self
    finding.remark = redactions.text(remark)
    finding.source = redactions.text(source)
    return finding
  }
}

extension MeasuredValue {
  func redacted(by redactions: Redactions, naming names: HandleRemapping.Names? = nil) -> MeasuredValue {
    var value = self
    let isHidden = redactions.hides(id, naming: names)
    value.finding = finding.redacted(by: redactions, isHidden: isHidden)
    value.speaker = isHidden ? nil : speaker.map(redactions.initials)
    return value
  }
}

extension MeasuresEvent {
  func redacted(by redactions: Redactions, naming names: HandleRemapping.Names?) -> MeasuresEvent {
    switch self {
    case .taken(let value): .taken(value.redacted(by: redactions, naming: names))
    case .revised(let id, let finding):
      .revised(id, finding.redacted(by: redactions, isHidden: redactions.hides(id, naming: names)))
    case .deleted, .mapped, .asked: self
    }
  }

  func renamed(_ names: HandleRemapping.Renaming) -> MeasuresEvent {
    switch self {
    case .taken(var value):
      value.id = names.name(value.id)
      value.kpi = names.name(value.kpi)
      return .taken(value)
    case .revised(let id, let finding): return .revised(names.name(id), finding)
    case .deleted(let id): return .deleted(names.name(id))
    case .mapped(var mapping):
      mapping.kpi = names.handle(mapping.kpi)
      return .mapped(mapping)
    case .asked(let answers): return .asked(answers.map(names.handle))
    }
  }
}
