#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Saves a whole file so that there is always either the old one or the new one: a temporary file beside it, brought to
/// the disk, takes its name. A link at the path is replaced, never followed.
///
/// - Parameters:
///   - bytes: The content.
///   - path: The file; its folder must be there.
///   - storage: The calls to the system.
/// - Throws: ``JournalError``; the old file is then untouched.
public func saveSafely(_ bytes: [UInt8], to path: String, storage: Storage) throws(JournalError) {
  if storage.statusOfPath(path)?.isFolder == true { throw .notRegular(path) }
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { String(path[...$0]) } ?? ""
  let temporary = "\(folder).\(Journal.randomName(length: 10, storage: storage)).tmp"
  let file = storage.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw .cannotCreate(path, errno: -file) }
  do throws(JournalError) {
    defer { storage.close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = storage.write(file, rest)
      if count == -Int(EINTR) { continue }
      guard count > 0 else { throw .cannotWrite(path, errno: count == 0 ? EIO : Int32(-count)) }
      rest = rest.dropFirst(count)
    }
    let status = storage.synchroniseWholly(file)
    guard status >= 0 else { throw .cannotSynchronise(path, errno: -status) }
  } catch {
    _ = storage.remove(temporary)
    throw error
  }
  let status = storage.rename(temporary, path)
  guard status >= 0 else {
    _ = storage.remove(temporary)
    throw .cannotCreate(path, errno: -status)
  }
  try synchroniseFolder(of: path, storage: storage)
}
