import Facilitation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reading plain files, and the two standard streams.
enum Files {
  /// The bytes of a plain file; nil when there is none, it is no plain file, or it is larger than the limit.
  static func read(_ path: String, limit: Int) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: limit < Int(status.st_size) ? 0 : Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe readBytes(file, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Reads files by their paths, or by their names in the first of some folders that has them.
  static func reader(in folders: [String]) -> (String) -> [UInt8]? {
    let most = 1 << 26
    return { path in
      if let bytes = Files.read(path, limit: most) { return bytes }
      guard !path.hasPrefix("/") else { return nil }
      return folders.lazy.compactMap { Files.read($0 + "/" + path, limit: most) }.first
    }
  }

  /// How many bytes a plain file has; nil when there is none.
  static func length(_ path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether a signal asks the program to end.
  static func ends(_ signal: Int32) -> Bool { [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(signal) }

  /// Removes a file; that it was not there is no matter.
  static func remove(_ path: String) {
    unsafe unlink(path)
  }

  /// Writes bytes to a descriptor, all of them.
  ///
  /// - Returns: Whether they were taken.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe writeBytes(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

#if canImport(Glibc)
private let readBytes = unsafe Glibc.read
private let writeBytes = unsafe Glibc.write
#elseif canImport(Darwin)
private let readBytes = unsafe Darwin.read
private let writeBytes = unsafe Darwin.write
#endif

extension Files {
  /// Makes a folder for its owner alone, with those above it; that it is there already is as good.
  ///
  /// - Returns: Whether it is there now.
  static func makeFolder(_ path: String) -> Bool {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex, !makeFolder(String(path[..<slash])) {
      return false
    }
    return unsafe mkdir(path, 0o700) == 0 || errno == EEXIST
  }
}

/// Ends the program as a signal would have, so that a shell sees why.
func raiseAgain(_ number: Int32) {
  signal(number, SIG_DFL)
  raise(number)
}

/// Ends the program with a status.
func leave(_ status: Int32) -> Never {
  exit(status)
}
