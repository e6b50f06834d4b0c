internal import Text
public import Workshop

/// What stands in a journal, and everything that was found wrong with it. Reading changes nothing.
public struct JournalContents: Sendable {
  /// Which session it is.
  public var header: Header
  /// The entries in the order of the file, each name once.
  public var entries: [Entry]
  /// Entries that bear the name of another one and hold something else. They are shown, never chosen.
  public var rivals: [Entry]
  /// What was found, in the order of the file; what concerns the whole file stands last.
  public var issues: [JournalIssue]
  /// What had been typed into the torn last line, or into the one that a repair kept last: to be offered again. Cells are
  /// parted by ` | `, answers by line feeds.
  public var tornText: String?
  /// Why the journal must not be written; nil when it may be.
  public var isReadOnlyBecause: ReadOnly?
  /// Every epoch with the last number found in it, in the order of the file.
  public var epochs: [EntryID]
  /// How the file ends.
  var end: End
  /// Whether marks of git stand in the file, where it could not unite two versions.
  public var holdsMarkers: Bool { issues.contains { if case .conflictMarker = $0 { true } else { false } } }
  /// Whether something that was redacted, or a name under a pseudonym, still stands in the file. It is not in what was
  /// read, and leaves the file when that is opened for writing.
  public internal(set) var holdsHidden = false
  /// What is hidden; nil when nothing is.
  public internal(set) var redactions: Redactions?
  /// What its writers called otherwise; only known where something is hidden.
  var remapping = HandleRemapping.none

  /// How many lines could not be read, so that something may be missing.
  public var unreadableLines: Int {
    issues.count { issue in
      switch issue {
      case .damaged: true
      case .headerDamaged, .torn, .byteOrderMark, .carriageReturns, .blankLines, .nulsAtEnd, .editedByHand, .repeated,
        .rivals, .missing, .conflictMarker, .headerRepeated, .joined, .otherSession, .unknownEvent, .unknownMember:
        false
      }
    }
  }

  /// Whether a copy whose first line is whole shares a writer with another one whose first line is damaged.
  public func isOfSameSession(as other: JournalContents) -> Bool {
    guard isReadOnlyBecause == nil else { return false }
    let epochs = Set(entries.map(\.id.epoch))
    return other.entries.contains { epochs.contains($0.id.epoch) }
  }

  /// The end of a file, as one who appends must know it.
  struct End: Hashable, Sendable {
    /// How many bytes stand before the torn line and the NULs.
    var length: Int
    /// Whether a line feed is missing there.
    var isOpen: Bool
    /// The torn last line and the NULs behind it; nil when there are none.
    var torn: Repair?
  }
}

/// Why a journal must not be written.
public enum ReadOnly: Hashable, Sendable {
  /// It needs features that this version does not know.
  case needs([String])
  /// Another session's header stands in it, in that line.
  case otherSession(line: Int)
  /// The header is damaged so that the session or its method is not known.
  case headerDamaged
}

/// Something that was found in a journal. Lines are counted from 1.
public enum JournalIssue: Hashable, Sendable {
  /// The file begins with a byte order mark.
  case byteOrderMark
  /// So many lines end in a carriage return and a line feed.
  case carriageReturns(Int)
  /// So many lines are blank.
  case blankLines(Int)
  /// A line cannot be read; it is passed over and kept.
  case damaged(line: Int, Damage)
  /// The header cannot be read as a whole; what can be read of it is used.
  case headerDamaged(line: Int)
  /// The last line is torn: it was being written when the power or the program went.
  case torn(line: Int)
  /// So many NULs stand at the end, as a power cut leaves them.
  case nulsAtEnd(Int)
  /// A line is readable, but its checksum is missing or another one; it is used.
  case editedByHand(line: Int)
  /// So many lines stand there once more, the same to the byte.
  case repeated(Int)
  /// Two lines bear the same name and hold different things.
  case rivals(EntryID, lines: [Int])
  /// Entries of an epoch are not here; another copy may have them.
  case missing(epoch: String, numbers: ClosedRange<Int>)
  /// A line that git writes into a file whose versions it could not merge.
  case conflictMarker(line: Int)
  /// So many lines stand in one, since line feeds were lost; each is used.
  case joined(line: Int, count: Int)
  /// The same session's header once more.
  case headerRepeated(line: Int)
  /// The header of another session.
  case otherSession(line: Int, session: String)
  /// An event of a type that this version does not know, or that lacks what its type needs; it is kept.
  case unknownEvent(line: Int, type: String)
  /// A member that this version does not know; it is kept.
  case unknownMember(line: Int, name: String)
}
