/// One thing that happened to groups, or to what they handed in.
public enum GroupsEvent: Hashable, Sendable {
  /// People were parted into groups.
  case formed([[String]])
  /// An answer says the same as another, and is voted on together with it.
  case answersJoined(Handle, into: Handle)
}

/// How it was before.
enum GroupsReversal: Hashable, Sendable {
  /// The last groups away.
  case formed
  case joined(Handle, Handle?)
}

extension Groups {
  /// Lets it happen.
  ///
  /// - Returns: The opposite.
  mutating func apply(_ event: GroupsEvent) -> GroupsReversal {
    switch event {
    case .formed(let groups):
      rounds.append(groups)
      return .formed
    case .answersJoined(let handle, let other):
      defer { joined[handle] = other }
      return .joined(handle, joined[handle])
    }
  }

  /// Takes back what happened.
  mutating func reverse(_ reversal: GroupsReversal) {
    switch reversal {
    case .formed: _ = rounds.popLast()
    case .joined(let handle, let other): joined[handle] = other
    }
  }
}

// MARK: Redacted, and under other numbers

extension Groups {
  mutating func redact(by redactions: Redactions) {
    rounds = rounds.map { $0.map { $0.map(redactions.initials) } }
  }
}

extension GroupsEvent {
  func redacted(by redactions: Redactions) -> GroupsEvent {
    switch self {
    case .formed(let groups): .formed(groups.map { $0.map(redactions.initials) })
    case .answersJoined: self
    }
  }

  func renamed(_ names: HandleRemapping.Renaming) -> GroupsEvent {
    switch self {
    case .formed: self
    case .answersJoined(let one, let other): .answersJoined(names.handle(one), into: names.handle(other))
    }
  }
}
