/// The requests to the operating system that a journal needs, as values: a real one, and tests hand in ones that fail.
public struct Storage: Sendable {
  /// Opens a file.
  public var open: @Sendable (_ path: String, Opening) throws(Fault) -> Descriptor
  /// Reads at most so many bytes on from where the last reading ended; nothing at the end.
  public var read: @Sendable (Descriptor, _ most: Int) throws(Fault) -> [UInt8]
  /// Writes some of the bytes and says how many.
  public var write: @Sendable (Descriptor, ArraySlice<UInt8>) throws(Fault) -> Int
  /// Writes some of the bytes at a place of the file and says how many.
  public var overwrite: @Sendable (Descriptor, ArraySlice<UInt8>, _ place: Int) throws(Fault) -> Int
  /// Cuts a file to a length.
  public var truncate: @Sendable (Descriptor, _ length: Int) throws(Fault) -> Void
  /// Brings a file, or a folder's names, to the disk.
  public var sync: @Sendable (Descriptor) throws(Fault) -> Void
  /// Brings a file's bytes and its length to the disk.
  public var syncData: @Sendable (Descriptor) throws(Fault) -> Void
  /// Takes the lock that only one open file can have, without waiting.
  public var lock: @Sendable (Descriptor) throws(Fault) -> Void
  /// Closes a file and gives back its lock.
  public var close: @Sendable (Descriptor) throws(Fault) -> Void
  /// Tells about an open file.
  public var status: @Sendable (Descriptor) throws(Fault) -> FileStatus
  /// Tells about what stands under a name, without following symbolic links.
  public var statusOfPath: @Sendable (_ path: String) throws(Fault) -> FileStatus
  /// Gives a file another name in the same folder; a file that has it already goes.
  public var rename: @Sendable (_ path: String, _ to: String) throws(Fault) -> Void
  /// Takes away a name of a file.
  public var remove: @Sendable (_ path: String) throws(Fault) -> Void
  /// Takes away an empty folder.
  public var removeFolder: @Sendable (_ path: String) throws(Fault) -> Void
  /// Reads at most so many bytes from a place of the file on.
  public var readAt: @Sendable (Descriptor, _ place: Int, _ most: Int) throws(Fault) -> [UInt8]
  /// Lets only its owner read and write an open file, or look into an open folder.
  public var makePrivate: @Sendable (Descriptor) throws(Fault) -> Void
  /// Makes a folder that only its owner can look into.
  public var makeFolder: @Sendable (_ path: String) throws(Fault) -> Void
  /// The names in a folder, in no order.
  public var names: @Sendable (_ path: String) throws(Fault) -> [String]
  /// Whether a folder is on the disk of another machine.
  public var isOnNetwork: @Sendable (_ path: String) -> Bool
  /// Whether a file is a program that the user may run.
  public var isExecutable: @Sendable (_ path: String) -> Bool
  /// The number of the user.
  public var user: @Sendable () -> UInt32
  /// Random numbers, for the names of epochs and sessions.
  public var random: @Sendable () -> UInt64

  /// A storage made of its requests.
  public init(
    open: @escaping @Sendable (_ path: String, Opening) throws(Fault) -> Descriptor,
    read: @escaping @Sendable (Descriptor, _ most: Int) throws(Fault) -> [UInt8],
    write: @escaping @Sendable (Descriptor, ArraySlice<UInt8>) throws(Fault) -> Int,
    overwrite: @escaping @Sendable (Descriptor, ArraySlice<UInt8>, _ place: Int) throws(Fault) -> Int,
    truncate: @escaping @Sendable (Descriptor, _ length: Int) throws(Fault) -> Void,
    sync: @escaping @Sendable (Descriptor) throws(Fault) -> Void,
    syncData: @escaping @Sendable (Descriptor) throws(Fault) -> Void,
    lock: @escaping @Sendable (Descriptor) throws(Fault) -> Void,
    close: @escaping @Sendable (Descriptor) throws(Fault) -> Void,
    status: @escaping @Sendable (Descriptor) throws(Fault) -> FileStatus,
    statusOfPath: @escaping @Sendable (_ path: String) throws(Fault) -> FileStatus,
    rename: @escaping @Sendable (_ path: String, _ to: String) throws(Fault) -> Void,
    remove: @escaping @Sendable (_ path: String) throws(Fault) -> Void,
    makeFolder: @escaping @Sendable (_ path: String) throws(Fault) -> Void,
    names: @escaping @Sendable (_ path: String) throws(Fault) -> [String],
    isOnNetwork: @escaping @Sendable (_ path: String) -> Bool,
    removeFolder: @escaping @Sendable (_ path: String) throws(Fault) -> Void = { _ throws(Fault) in },
    readAt: @escaping @Sendable (Descriptor, _ place: Int, _ most: Int) throws(Fault) -> [UInt8] = {
      _, _, _ throws(Fault) in throw .notSupported
    },
    makePrivate: @escaping @Sendable (Descriptor) throws(Fault) -> Void = { _ throws(Fault) in },
    isExecutable: @escaping @Sendable (_ path: String) -> Bool = { _ in false },
    user: @escaping @Sendable () -> UInt32,
    random: @escaping @Sendable () -> UInt64
  ) {
    (self.open, self.read, self.write, self.overwrite) = (open, read, write, overwrite)
    (self.truncate, self.sync, self.syncData, self.lock, self.close) = (truncate, sync, syncData, lock, close)
    (self.status, self.statusOfPath, self.rename, self.remove) = (status, statusOfPath, rename, remove)
    (self.makeFolder, self.names, self.isOnNetwork) = (makeFolder, names, isOnNetwork)
    (self.removeFolder, self.readAt, self.makePrivate) = (removeFolder, readAt, makePrivate)
    (self.isExecutable, self.user, self.random) = (isExecutable, user, random)
  }
}

/// An open file, by its number.
public struct Descriptor: Hashable, Sendable {
  /// The number.
  public var number: Int32

  /// The open file of that number.
  public init(_ number: Int32) {
    self.number = number
  }
}

/// What a file is opened for. Symbolic links are followed only where that is said, and no file opened here reaches a child
/// process.
public enum Opening: Hashable, Sendable {
  /// To be read.
  case reading
  /// To be read, wherever a symbolic link leads: a file that somebody names.
  case readingLinked
  /// To be read, and written at its end only.
  case appending
  /// To be written at any place.
  case overwriting
  /// To be written; it must not be there yet, and only its owner can read it.
  case creating
  /// As a folder whose names are brought to the disk.
  case folder
}

/// What the operating system knows of a file.
public struct FileStatus: Hashable, Sendable {
  /// What it is.
  public var kind: FileKind
  /// The disk and the file's number there: together they are the file, whatever its name.
  public var device: UInt64
  /// The file's number on its disk.
  public var inode: UInt64
  /// How many names it has; 0 when it was removed while open.
  public var links: Int
  /// Its length in bytes.
  public var size: Int
  /// The number of the user it belongs to.
  public var owner: UInt32
  /// When it was written last, in nanoseconds since 1 January 1970.
  public var modified: Int64
  /// Who may read, write and run it: the nine bits, such as 0o600.
  public var permissions: UInt32

  /// A status made of its parts.
  public init(
    kind: FileKind, device: UInt64, inode: UInt64, links: Int, size: Int, owner: UInt32, modified: Int64,
    permissions: UInt32 = 0o600
  ) {
    self.kind = kind
    self.device = device
    self.inode = inode
    self.links = links
    self.size = size
    self.owner = owner
    self.modified = modified
    self.permissions = permissions
  }
}

extension Storage {
  /// Repeats a request while signals come in between.
  static func retrying<Value>(_ request: () throws(Fault) -> Value) throws(Fault) -> Value {
    while true {
      do { return try request() } catch {
        guard error == .interrupted else { throw error }
      }
    }
  }

  /// Everything that is left to read of a file.
  func readAll(_ file: Descriptor, most: Int) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= most {
      let expected = max(64 << 10, try status(file).size + 1 - bytes.count)
      let more = try Storage.retrying { () throws(Fault) in try read(file, min(expected, most + 1)) }
      guard !more.isEmpty else { break }
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
    return bytes
  }

  /// Writes all of the bytes on.
  func writeAll(_ file: Descriptor, _ bytes: [UInt8]) throws(Fault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = try Storage.retrying { () throws(Fault) in try write(file, rest) }
      guard written > 0 else { throw .inputOutput }
      rest.removeFirst(min(written, rest.count))
    }
  }

  /// Writes all of the bytes at a place of the file.
  func overwriteAll(_ file: Descriptor, _ bytes: [UInt8], at place: Int) throws(Fault) {
    var written = 0
    while written < bytes.count {
      let more = try Storage.retrying { () throws(Fault) in
        try overwrite(file, bytes[written...], place + written)
      }
      guard more > 0 else { throw .inputOutput }
      written += more
    }
  }

  /// Brings the names of a folder to the disk. A file system that knows no such request has nothing to be brought.
  func syncFolder(_ path: String) throws(Fault) {
    let folder = try open(path, .folder)
    defer { try? close(folder) }
    do { try Storage.retrying { () throws(Fault) in try sync(folder) } } catch {
      guard error == .notSupported else { throw error }
    }
  }
}
