/// What holds of an event whatever it is about: the one table of it.
public struct EventTraits: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// A set made of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Something that was said, whenever that was, is not to be read any more.
  public static let hides = EventTraits(rawValue: 1)
  /// A script leaves it out: private notes, and that the room was off the record.
  public static let isPrivate = EventTraits(rawValue: 1 << 1)
  /// The room only stands somewhere else for it.
  public static let isMove = EventTraits(rawValue: 1 << 2)
  /// It ends a break, or uncovers the screen.
  public static let bringsBack = EventTraits(rawValue: 1 << 3)
  /// The session was opened again.
  public static let isResumption = EventTraits(rawValue: 1 << 4)
  /// Nobody types it.
  public static let isSilent = EventTraits(rawValue: 1 << 5)
  /// What it changes is part of several sessions that are merged into one, or nothing that could be.
  public static let isMerged = EventTraits(rawValue: 1 << 6)
}

extension Event {
  /// Whether all of these hold.
  public func has(_ traits: EventTraits) -> Bool { self.traits.isSuperset(of: traits) }

  /// What holds of the event.
  public var traits: EventTraits {
    switch self {
    case .titleGiven: [.isSilent, .isMerged]
    case .questionEntered, .endReached, .sessionClosed: [.isMove, .isMerged]
    case .languageChosen, .runChosen, .questionSkipped, .answerGiven, .answerRevised, .answerDeleted, .answerMoved,
      .cellsAsked, .gapsWalked, .undone, .redone:
      [.isMerged]
    case .findingAccepted, .vote, .groups, .iteration: []
    case .measures(.asked), .measures(.mapped): [.isMerged]
    case .measures: []
    case .sideItem(let event): event.traits
    case .time(.breakEnded): [.bringsBack, .isMerged]
    case .time(.resumed): [.isResumption, .isSilent, .isMerged]
    case .time: [.isMerged]
    case .people(.speakerChosen): [.isMerged]
    case .people: []
    case .screen(.blanked(false)): [.bringsBack, .isMerged]
    case .screen: [.isMerged]
    case .privacy(let event): event.traits
    }
  }
}

extension SideItemEvent {
  fileprivate var traits: EventTraits {
    switch self {
    case .noted(let sideItem): sideItem.id.kind == .note ? [.isPrivate] : []
    case .revised(let id, _, _, _), .closed(let id, _), .deleted(let id): id.kind == .note ? [.isPrivate] : []
    }
  }
}

extension PrivacyEvent {
  fileprivate var traits: EventTraits {
    switch self {
    case .wentOffRecord, .cameOnRecord: [.isPrivate]
    case .answerRedacted, .pseudonymGiven: [.hides, .isMerged]
    case .sideItemRedacted(let id): id.kind == .note ? [.hides, .isPrivate] : [.hides]
    case .valueRedacted: [.hides]
    }
  }
}
