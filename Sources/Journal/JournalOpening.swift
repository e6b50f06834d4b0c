public import Workshop

/// A file apart from its names.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  init(_ status: FileStatus) {
    device = status.device
    inode = status.inode
  }
}

extension Journal {
  /// Begins a journal. Its header is on disk when this returns.
  ///
  /// - Parameters:
  ///   - path: Where; nothing may be there yet, and its folder must be.
  ///   - header: Its first line.
  ///   - storage: The operating system.
  /// - Returns: The journal, open and locked.
  /// - Throws: ``JournalError/alreadyExists``, ``JournalError/cannotCreate(_:)``, ``JournalError/cannotWrite(_:)`` or
  ///   ``JournalError/syncFailed(_:)``; then there is no such file.
  public static func create(
    at path: String, header: Header, storage: Storage
  ) throws(JournalError) -> Journal {
    let file: Descriptor
    do { file = try Storage.retrying { () throws(Fault) in try storage.open(path, .creating) } } catch {
      throw error == .exists || error == .symbolicLink ? .alreadyExists : .cannotCreate(error)
    }
    do throws(JournalError) {
      try lock(file, storage: storage)
      let epoch = storage.newEpoch(besides: [])
      let line = header.line(epoch: epoch) + [0x0A]
      let identity: FileIdentity
      do {
        try storage.writeAll(file, line)
        identity = FileIdentity(try storage.status(file))
      } catch { throw .cannotWrite(error) }
      do {
        try Storage.retrying { () throws(Fault) in try storage.sync(file) }
        try storage.syncFolder(path.folder)
      } catch { throw .syncFailed(error) }
      return Journal(
        path: path, storage: storage, file: file, identity: identity, epoch: epoch, seen: [],
        image: line)
    } catch {
      try? storage.remove(path)
      try? storage.close(file)
      throw error
    }
  }

  /// Reads a journal. Nothing is written, repaired or locked, so it may be open elsewhere.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - storage: The operating system.
  /// - Returns: What stands in it, and what is wrong with it.
  /// - Throws: ``JournalError`` when there is no journal that can be read.
  public static func read(_ path: String, storage: Storage) throws(JournalError) -> JournalContents {
    try JournalContents(of: bytes(of: path, storage: storage))
  }

  /// The bytes of a journal's file.
  static func bytes(of path: String, storage: Storage) throws(JournalError) -> [UInt8] {
    let file = try open(path, .reading, storage: storage)
    defer { try? storage.close(file) }
    _ = try requireRegular(file, storage: storage)
    return try readAll(file, storage: storage)
  }

  /// Opens a journal to go on with it, in a new epoch, and repairs its end.
  ///
  /// When the last line is torn, the first entry of the new epoch takes its place and keeps its bytes. When there is
  /// nothing to repair, nothing is written before the first entry is appended.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - moment: When a repair is made, by this machine's clock.
  ///   - storage: The operating system.
  /// - Returns: The journal, open and locked, and what stood in it.
  /// - Throws: ``JournalError``; ``JournalError/lockedElsewhere`` and ``JournalError/isReadOnly(_:)`` leave it to be read.
  public static func open(
    _ path: String, at moment: Moment, storage: Storage
  ) throws(JournalError) -> (journal: Journal, contents: JournalContents) {
    let (journal, contents) = try opened(path, at: moment, storage: storage)
    return contents.holdsHidden || contents.holdsMarkers ? try journal.rewritten(at: moment) : (journal, contents)
  }

  /// Opens a journal as it is.
  static func opened(
    _ path: String, at moment: Moment, storage: Storage
  ) throws(JournalError) -> (journal: Journal, contents: JournalContents) {
    let file = try open(path, .appending, storage: storage)
    let (journal, contents): (Journal, JournalContents)
    do throws(JournalError) {
      let status = try requireRegular(file, storage: storage)
      guard status.owner == storage.user() else { throw .belongsToSomebodyElse }
      try lock(file, storage: storage)
      // A clone or a copy may be everybody's to read. Where that cannot be helped, it is not what keeps a room waiting.
      if status.permissions & 0o077 != 0 { try? storage.makePrivate(file) }
      let bytes = try readAll(file, storage: storage)
      contents = try JournalContents(of: bytes)
      if let reason = contents.isReadOnlyBecause { throw .isReadOnly(reason) }
      journal = Journal(
        path: path, storage: storage, file: file, identity: FileIdentity(status),
        epoch: storage.newEpoch(besides: contents.epochs.map(\.epoch)), seen: contents.epochs, image: bytes,
        isOpenEnded: contents.end.isOpen)
    } catch {
      try? storage.close(file)
      throw error
    }
    journal.unreadableLines = contents.unreadableLines
    // From here on the journal closes the file when it goes.
    try journal.repair(contents.end, at: moment)
    return (journal, contents)
  }

  static func open(_ path: String, _ opening: Opening, storage: Storage) throws(JournalError) -> Descriptor {
    do { return try Storage.retrying { () throws(Fault) in try storage.open(path, opening) } } catch {
      switch error {
      case .noSuchFile, .isNoFolder: throw .notFound
      case .symbolicLink: throw .notARegularFile(.symbolicLink)
      case .isFolder: throw .notARegularFile(.folder)
      case .diskFull, .quotaExceeded, .fileTooLarge, .inputOutput, .readOnlyDisk, .notPermitted, .exists, .nameTooLong,
        .tooManyFiles, .interrupted, .wouldBlock, .notSupported, .other:
        throw .cannotOpen(error)
      }
    }
  }

  static func requireRegular(_ file: Descriptor, storage: Storage) throws(JournalError) -> FileStatus {
    let status: FileStatus
    do { status = try storage.status(file) } catch { throw .cannotRead(error) }
    guard status.kind == .regular else { throw .notARegularFile(status.kind) }
    guard status.size <= Limit.file.most else { throw .tooLarge(.file) }
    return status
  }

  /// Locks a file. Where the disk knows no locks, the check before each entry must do.
  static func lock(_ file: Descriptor, storage: Storage) throws(JournalError) {
    do { try Storage.retrying { () throws(Fault) in try storage.lock(file) } } catch {
      switch error {
      case .wouldBlock: throw .lockedElsewhere
      case .notSupported: return
      case .diskFull, .quotaExceeded, .fileTooLarge, .inputOutput, .readOnlyDisk, .notPermitted, .noSuchFile, .exists,
        .symbolicLink, .isFolder, .isNoFolder, .nameTooLong, .tooManyFiles, .interrupted, .other:
        throw .cannotOpen(error)
      }
    }
  }

  static func readAll(_ file: Descriptor, storage: Storage) throws(JournalError) -> [UInt8] {
    do { return try storage.readAll(file, most: Limit.file.most) } catch { throw .cannotRead(error) }
  }
}

extension Storage {
  /// A name of random letters and digits that are hard to take for one another (Crockford's base 32).
  public func randomName(length: Int) -> String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var bits = random()
    var left = 64
    return String(
      decoding: (0..<length).map { _ in
        if left < 5 { (bits, left) = (random(), 64) }
        defer { (bits, left) = (bits >> 5, left - 5) }
        return letters[Int(bits & 31)]
      }, as: UTF8.self)
  }

  /// A name for an epoch that none of these has.
  func newEpoch(besides known: [String]) -> String {
    let length = 5
    let name = randomName(length: length)
    guard known.contains(name) else { return name }
    // As many names as there are known ones, and one more: one of them is free.
    return (0...known.count).lazy.map { "\(name)\($0)" }.first { !known.contains($0) } ?? name
  }
}

extension String {
  /// The folder that a path's last name is in; `.` where the path names none.
  package var folder: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    let folder = self[..<slash]
    return folder.utf8.allSatisfy { $0 == UInt8(ascii: "/") } ? "/" : String(folder)
  }
}
