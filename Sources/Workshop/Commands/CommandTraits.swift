/// What holds of a command whatever it is about: the one table of it.
public struct CommandTraits: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// A set made of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The room is back from its break when it is asked for.
  public static let endsBreaks = CommandTraits(rawValue: 1)
  /// It goes on from a question that is dealt with.
  public static let advances = CommandTraits(rawValue: 1 << 1)
  /// It stores nothing that is said, so that it may be followed off the record.
  public static let isAllowedOffRecord = CommandTraits(rawValue: 1 << 2)
  /// It would leave the question while votes for it are entered.
  public static let leavesVote = CommandTraits(rawValue: 1 << 3)
  /// It means the same wherever the room stands.
  public static let findsItsPlace = CommandTraits(rawValue: 1 << 4)
  /// It says where the room is to stand.
  public static let findsPlace = CommandTraits(rawValue: 1 << 5)
  /// It would mean something else where the vote that it belongs to was turned down.
  public static let answersVote = CommandTraits(rawValue: 1 << 7)
  /// What it shows is for the facilitator alone.
  public static let isForFacilitator = CommandTraits(rawValue: 1 << 6)
}

extension Command {
  /// Whether all of these hold.
  public func has(_ traits: CommandTraits) -> Bool { self.traits.isSuperset(of: traits) }

  /// Whether it opens a vote.
  public var opensVote: Bool {
    switch self {
    case .vote(.open), .vote(.again): true
    case _: false
    }
  }

  /// Whether it only looks.
  public var isLook: Bool { if case .look = self { true } else { false } }

  /// What holds of the command.
  public var traits: CommandTraits {
    switch self {
    case .answer, .row: [.endsBreaks, .isAllowedOffRecord, .answersVote]
    case .goOn: [.endsBreaks, .advances, .answersVote]
    case .next: [.endsBreaks, .advances, .isAllowedOffRecord, .leavesVote]
    case .back: [.endsBreaks, .isAllowedOffRecord, .leavesVote]
    case .skip: [.endsBreaks, .advances, .leavesVote]
    case .goto: [.endsBreaks, .isAllowedOffRecord, .leavesVote, .findsItsPlace, .findsPlace]
    case .edit, .editor, .delete, .move, .undo, .redo, .accept, .takeSuggestions: []
    case .walkGaps: [.endsBreaks, .findsItsPlace]
    case .export: [.findsItsPlace]
    case .run: [.leavesVote, .findsItsPlace]
    case .mend: [.isAllowedOffRecord]
    case .language, .save, .quit: [.isAllowedOffRecord, .findsItsPlace]
    case .look(.tip), .look(.sideItems(.note)): [.isAllowedOffRecord, .isForFacilitator]
    case .look: [.isAllowedOffRecord]
    case .sideItem, .people, .measure(.take): [.findsItsPlace]
    case .measure(.walk), .measure(.from): [.findsItsPlace, .leavesVote]
    case .vote(.open), .vote(.again): [.endsBreaks, .leavesVote]
    case .vote: [.endsBreaks, .answersVote]
    case .time(.pause): [.endsBreaks, .isAllowedOffRecord]
    // What concerns the clock and the screen stores nothing that is said.
    case .time, .screen, .groups(.worksheet): [.isAllowedOffRecord]
    case .groups: []
    case .iteration(.next): [.endsBreaks, .leavesVote, .findsItsPlace, .findsPlace]
    case .iteration(.end): [.leavesVote, .findsItsPlace]
    case .iteration(.done): [.findsItsPlace]
    case .iteration(.confirm): [.endsBreaks]
    // Opening and closing stores nothing that is said; whoever is admitted is written down.
    case .phones(.admit): [.findsItsPlace]
    case .phones: [.isAllowedOffRecord, .findsItsPlace]
    case .inbox: [.endsBreaks, .findsItsPlace]
    case .privacy(.offRecord), .privacy(.onRecord): [.isAllowedOffRecord, .findsItsPlace]
    case .privacy: [.findsItsPlace]
    }
  }
}
