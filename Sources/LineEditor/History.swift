#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The lines entered before, kept in an append-only UTF-8 file of one line each.
///
/// The file is read when the history is first asked for. It is created for its owner alone, never followed through a
/// symbolic link, and cut back to the newest 10,000 lines when it has grown to twice that.
public final class History {
  /// How many lines are kept.
  public static let limit = 10_000

  private let path: String?
  private var loaded: [String]?

  /// A history in a file.
  ///
  /// - Parameter path: the file; its folder has to exist. Nil keeps the history in memory only.
  public init(path: String?) { self.path = path }

  /// The lines, oldest first; loaded when first asked for.
  var entries: [String] {
    if let loaded { return loaded }
    let lines = load()
    loaded = lines
    return lines
  }

  /// Adds a line, unless it is empty or the same as the one before.
  ///
  /// - Parameter line: the line; nothing is added when it has a line end in it.
  public func append(_ line: String) {
    guard !line.isEmpty, !line.utf8.contains(0x0A), line != entries.last else { return }
    loaded?.append(line)
    if let count = loaded?.count, count > History.limit { loaded?.removeFirst(count - History.limit) }
    guard let path else { return }
    guard let file = openPlain(path, O_RDWR | O_APPEND | O_CREAT) else { return }
    // A last line without its end was cut off by a crash; the new one does not continue it.
    writeAll(Array(((isCutOff(file) ? "\n" : "") + line + "\n").utf8), to: file)
    close(file)
  }

  /// Takes lines out of the history and out of its file.
  ///
  /// - Parameter isForgotten: whether a line goes.
  public func forget(where isForgotten: (String) -> Bool) {
    guard entries.contains(where: isForgotten) else { return }
    let kept = entries.filter { !isForgotten($0) }
    loaded = kept
    guard let path else { return }
    let lines = kept.map { Array($0.utf8)[...] }
    if lines.isEmpty { _ = unsafe unlink(path) } else { shorten(to: lines[...], path: path) }
  }

  private func isCutOff(_ file: Int32) -> Bool {
    var last: UInt8 = 0x0A
    let size = lseek(file, 0, SEEK_END)
    if size > 0 { _ = unsafe pread(file, &last, 1, size - 1) }
    return last != 0x0A
  }

  private func load() -> [String] {
    guard let path else { return [] }
    guard let file = openPlain(path, O_RDONLY) else { return [] }
    defer { close(file) }
    let bytes = readAll(file)
    let lines = bytes.split(separator: 0x0A)
    if lines.count > 2 * History.limit { shorten(to: lines.suffix(History.limit), path: path) }
    return lines.suffix(History.limit).map { String(decoding: $0, as: UTF8.self) }
  }

  private func shorten(to lines: ArraySlice<ArraySlice<UInt8>>, path: String) {
    let new = path + ".new"
    guard let file = openPlain(new, O_WRONLY | O_CREAT | O_TRUNC) else { return }
    let isWritten = writeAll(Array(lines.joined(separator: [0x0A])) + [0x0A], to: file)
    close(file)
    _ = unsafe isWritten ? rename(new, path) : unlink(new)
  }
}

/// Opens a plain file of the user's own, without waiting: a pipe of that name would keep everybody waiting for somebody to
/// write into it.
private func openPlain(_ path: String, _ flags: Int32) -> Int32? {
  let file = unsafe open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
  guard file >= 0 else { return nil }
  var status = stat()
  guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    close(file)
    return nil
  }
  return file
}

/// Writes all bytes to a descriptor.
///
/// - Returns: whether they were taken.
@discardableResult
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]).baseAddress, bytes.count - written)
    }
    if count > 0 {
      written += count
    } else if errno == EAGAIN {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&wanted, 1, 1000)
    } else if errno != EINTR {
      return false
    }
  }
  return true
}

/// Reads a descriptor to its end.
func readAll(_ descriptor: Int32) -> [UInt8] {
  var result: [UInt8] = []
  var buffer = readBuffer()
  while let bytes = readSome(descriptor, through: &buffer), !bytes.isEmpty { result += bytes }
  return result
}

/// Room for one read.
func readBuffer() -> [UInt8] { [UInt8](repeating: 0, count: 65_536) }

/// Reads what is there, as much as the buffer holds; empty at the end, nil when it fails.
func readSome(_ descriptor: Int32, through buffer: inout [UInt8]) -> [UInt8]? {
  var count = -1
  repeat { count = unsafe read(descriptor, &buffer, buffer.count) } while count < 0 && errno == EINTR
  return count < 0 ? nil : Array(buffer[..<count])
}

/// Closes a descriptor, for where a method of the same name hides the system's function.
func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
