#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The calls to the system that a journal makes. A test hands in ones that fail.
///
/// Every call gives what the system call gives, or the negative error number when it fails; an interrupted call is made
/// again by the caller where that is right.
public struct Storage: Sendable {
  /// Opens a file with flags and a mode.
  public var open: @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32) -> Int32
  /// Reads at most so many bytes; fewer come near the end, none at the end.
  public var read: @Sendable (_ file: Int32, _ most: Int) -> Result<[UInt8], SystemError>
  /// Writes bytes; it may take fewer than there are.
  public var write: @Sendable (_ file: Int32, _ bytes: ArraySlice<UInt8>) -> Int
  /// Brings the content of a file to the disk.
  public var synchronise: @Sendable (_ file: Int32) -> Int32
  /// Brings a file or folder to the disk with all that belongs to it.
  public var synchroniseWholly: @Sendable (_ file: Int32) -> Int32
  /// Cuts a file.
  public var truncate: @Sendable (_ file: Int32, _ size: Int) -> Int32
  /// Locks a file for this process, if nobody else has.
  public var lock: @Sendable (_ file: Int32) -> Int32
  /// Looks at an open file.
  public var status: @Sendable (_ file: Int32) -> FileStatus?
  /// Looks at a path, without following a link at its end.
  public var statusOfPath: @Sendable (_ path: String) -> FileStatus?
  /// Gives a file another name.
  public var rename: @Sendable (_ from: String, _ to: String) -> Int32
  /// Removes a file.
  public var remove: @Sendable (_ path: String) -> Int32
  /// Makes a folder with a mode.
  public var makeFolder: @Sendable (_ path: String, _ mode: UInt32) -> Int32
  /// The names in a folder, in no order; nil when it cannot be read.
  public var names: @Sendable (_ folder: String) -> [String]?
  /// Closes a file.
  public var close: @Sendable (_ file: Int32) -> Void
  /// Random bytes.
  public var random: @Sendable (_ count: Int) -> [UInt8]

  /// An error of the system, by its number.
  public struct SystemError: Error, Hashable, Sendable {
    /// The number, such as ENOSPC.
    public var number: Int32
  }

  /// What is known about a file.
  public struct FileStatus: Hashable, Sendable {
    /// The device and the file's number on it.
    public var identity: [UInt64]
    /// The bytes.
    public var size: Int
    /// How many names it has.
    public var links: Int
    /// Whether it is a plain file.
    public var isRegular: Bool
    /// Whether it is a folder.
    public var isFolder: Bool
    /// Whether it belongs to whoever runs the program.
    public var isOurs: Bool
  }

  /// The real system.
  public static let system = Storage(
    open: { path, flags, mode in result { systemOpen(path, flags, mode_t(mode)) } },
    read: { file, most in
      var number = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
        number = result { unsafe systemRead(file, buffer.baseAddress, most) }
        filled = max(number, 0)
      }
      return number < 0 ? .failure(SystemError(number: Int32(-number))) : .success(bytes)
    },
    write: { file, bytes in
      result { unsafe bytes.withUnsafeBytes { unsafe systemWrite(file, $0.baseAddress, $0.count) } }
    },
    synchronise: { file in result { synchroniseContent(file) } },
    synchroniseWholly: { file in result { fsync(file) } },
    truncate: { file, size in result { ftruncate(file, off_t(size)) } },
    lock: { file in result { flock(file, LOCK_EX | LOCK_NB) } },
    status: { file in
      var status = stat()
      return unsafe fstat(file, &status) == 0 ? FileStatus(status) : nil
    },
    statusOfPath: { path in
      var status = stat()
      return unsafe lstat(path, &status) == 0 ? FileStatus(status) : nil
    },
    rename: { from, to in result { systemRename(from, to) } },
    remove: { path in result { unsafe unlink(path) } },
    makeFolder: { path, mode in result { unsafe mkdir(path, mode_t(mode)) } },
    names: { folder in systemNames(folder) },
    close: { file in _ = systemClose(file) },
    random: { count in
      var generator = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    })
}

extension Storage.FileStatus {
  fileprivate init(_ status: stat) {
    let kind = status.st_mode & S_IFMT
    self.init(
      identity: [UInt64(status.st_dev), UInt64(status.st_ino)], size: Int(status.st_size), links: Int(status.st_nlink),
      isRegular: kind == S_IFREG, isFolder: kind == S_IFDIR, isOurs: status.st_uid == geteuid())
  }
}

/// The result of a call, or its negative error number.
private func result<Number: SignedInteger>(_ call: () -> Number) -> Number {
  let result = call()
  return result < 0 ? -Number(errno) : result
}

#if canImport(Glibc)
private let systemOpen: @Sendable (String, Int32, mode_t) -> Int32 = { unsafe Glibc.open($0, $1, $2) }
private let systemRead: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int = { unsafe Glibc.read($0, $1, $2) }
private let systemWrite: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int = { unsafe Glibc.write($0, $1, $2) }
private let systemRename: @Sendable (String, String) -> Int32 = { unsafe Glibc.rename($0, $1) }
private let systemClose: @Sendable (Int32) -> Int32 = { Glibc.close($0) }
private func synchroniseContent(_ file: Int32) -> Int32 { fdatasync(file) }
#elseif canImport(Darwin)
private let systemOpen: @Sendable (String, Int32, mode_t) -> Int32 = { unsafe Darwin.open($0, $1, $2) }
private let systemRead: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int = { unsafe Darwin.read($0, $1, $2) }
private let systemWrite: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int = { unsafe Darwin.write($0, $1, $2) }
private let systemRename: @Sendable (String, String) -> Int32 = { unsafe Darwin.rename($0, $1) }
private let systemClose: @Sendable (Int32) -> Int32 = { Darwin.close($0) }
// fsync leaves the disk's own cache alone there; F_FULLFSYNC does not.
private func synchroniseContent(_ file: Int32) -> Int32 { fcntl(file, F_FULLFSYNC) }
#endif

private func systemNames(_ folder: String) -> [String]? {
  guard let directory = unsafe opendir(folder) else { return nil }
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}
