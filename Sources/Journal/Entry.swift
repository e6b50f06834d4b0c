public import Workshop

/// One line of a journal: all the events of one command.
public struct Entry: Hashable, Sendable {
  /// Its name, for ever.
  public var id: EntryID
  /// When it was written, by the clock of that machine.
  public var at: Moment
  /// What happened.
  public var events: [Event]
  /// In the first entry of an epoch: the last entry of every epoch that its writer found. Causal order without clocks.
  public var seen: [EntryID]
  /// What was cut off the end of the file before this entry was written.
  public var repair: Repair?
  /// The line as it stands in the file, when it holds something that this version does not know: events or members of
  /// a newer one. It is written back as it is.
  public var verbatim: [UInt8]?

  /// An entry made of its parts.
  public init(
    id: EntryID, at: Moment, events: [Event], seen: [EntryID] = [], repair: Repair? = nil, verbatim: [UInt8]? = nil
  ) {
    self.id = id
    self.at = at
    self.events = events
    self.seen = seen
    self.repair = repair
    self.verbatim = verbatim
  }
}

/// The end of a file that a crash or a power cut left half written.
public struct Repair: Hashable, Sendable {
  /// The bytes of the torn line.
  public var torn: [UInt8]
  /// How many NULs stood behind it.
  public var nuls: Int

  /// An end of a file.
  public init(torn: [UInt8], nuls: Int = 0) {
    self.torn = torn
    self.nuls = nuls
  }
}
