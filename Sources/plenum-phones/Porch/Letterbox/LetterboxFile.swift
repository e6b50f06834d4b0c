#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The file of a letterbox: only its owner can read it, and only one program has it.
///
/// Every call waits for the disk.
struct LetterboxFile: Sendable {
  let path: String
  private let descriptor: CInt
  /// How much of it is whole lines.
  private var length = 0

  /// What the system said.
  enum Failure: Error, Hashable {
    /// It cannot be written, or not be made.
    case unwritable(CInt)
    /// Another program has it.
    case inUse
  }

  /// Opens the file, or makes it.
  init(path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .unwritable(errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .inUse
    }
    fchmod(descriptor, 0o600)
    self.path = path
    self.descriptor = descriptor
  }

  /// All lines that are whole. What stands behind the last of them is cut off before anything is written.
  ///
  /// - Returns: The records, and whether some lines could not be read.
  mutating func records() throws(Failure) -> (records: [Record], isDamaged: Bool) {
    let bytes = try contents()
    var records: [Record] = []
    var isDamaged = false
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      if let record = Record(line: rest[..<end]) { records.append(record) } else { isDamaged = true }
      rest = rest[(end + 1)...]
    }
    // A torn last line is what a crash leaves; nobody was told that it is there.
    length = rest.startIndex
    return (records, isDamaged)
  }

  private func contents() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let offset = bytes.count
      let count = unsafe piece.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, offset) }
      if count == 0 { return bytes }
      if count > 0 { bytes += piece[..<count] } else if errno != EINTR { throw .unwritable(errno) }
    }
  }

  /// Writes lines behind all others; those that need not last are on the disk with the next ones that do.
  mutating func append(_ lines: [UInt8], isLasting: Bool) throws(Failure) {
    var offset = length
    var rest = lines[...]
    guard ftruncate(descriptor, length) == 0 else { throw .unwritable(errno) }
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, offset) }
      if count < 0 {
        if errno == EINTR { continue }
        let failure = Failure.unwritable(errno)
        // The half of a line that got there is no line.
        ftruncate(descriptor, length)
        throw failure
      }
      rest = rest.dropFirst(count)
      offset += count
    }
    if isLasting { try sync() }
    length = offset
  }

  private func sync() throws(Failure) {
    #if canImport(Glibc)
    let status = fdatasync(descriptor)
    #else
    let status = fcntl(descriptor, F_FULLFSYNC)
    #endif
    guard status == 0 else { throw .unwritable(errno) }
  }

  /// Puts other lines in the place of all that is there, at once.
  mutating func replace(with lines: [UInt8]) throws(Failure) {
    let new = path + ".new"
    unsafe unlink(new)
    var file = try LetterboxFile(path: new)
    do throws(Failure) {
      try file.append(lines, isLasting: true)
      guard unsafe rename(new, path) == 0 else { throw .unwritable(errno) }
    } catch {
      file.end(isRemoved: false)
      unsafe unlink(new)
      throw error
    }
    close(descriptor)
    self = LetterboxFile(path: path, descriptor: file.descriptor, length: file.length)
    LetterboxFile.syncFolder(of: path)
  }

  private init(path: String, descriptor: CInt, length: Int) {
    self.path = path
    self.descriptor = descriptor
    self.length = length
  }

  /// Closes it, and removes it if that is wanted.
  func end(isRemoved: Bool) {
    if isRemoved {
      unsafe unlink(path)
      LetterboxFile.syncFolder(of: path)
    }
    close(descriptor)
  }

  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
