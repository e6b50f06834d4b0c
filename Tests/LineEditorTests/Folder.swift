#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of its own for a test, removed with everything in it.
final class Folder {
  struct Failure: Error {}

  let path: String

  init() throws {
    var template = "/tmp/line-editor-XXXXXX".utf8CString
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw Failure() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { _ = unsafe unlink(path + "/" + name) }
    _ = unsafe rmdir(path)
  }

  /// What is in it.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var result: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { result.append(name) }
    }
    return result
  }

  func write(_ text: String, to name: String, mode: mode_t = 0o644) { write(Array(text.utf8), to: name, mode: mode) }

  func write(_ bytes: [UInt8], to name: String, mode: mode_t = 0o644) {
    guard let file = unsafe fopen(path + "/" + name, "we") else { return }
    _ = unsafe fwrite(bytes, 1, bytes.count, file)
    unsafe fclose(file)
    _ = unsafe chmod(path + "/" + name, mode)
  }

  func text(of name: String) -> String? {
    guard let file = unsafe fopen(path + "/" + name, "re") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe getc(file), byte >= 0 { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func status(of name: String) -> stat {
    var result = stat()
    _ = unsafe stat(path + "/" + name, &result)
    return result
  }

  func mode(of name: String) -> mode_t { status(of: name).st_mode & 0o777 }
  func fileNumber(of name: String) -> UInt64 { UInt64(status(of: name).st_ino) }
}
