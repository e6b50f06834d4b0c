/// Writes a whole file so that there is always either the old one or the new one, and the new one is on disk when this
/// returns. Only its owner can read it.
///
/// - Parameters:
///   - bytes: What it will hold.
///   - path: Where; a file that is there is replaced, anything else is left alone.
///   - storage: The operating system.
///   - isLasting: Whether it must still be there after the power has gone; a note about who is here now need not be.
/// - Throws: ``JournalError/notARegularFile(_:)``, ``JournalError/cannotCreate(_:)``, ``JournalError/cannotWrite(_:)`` or
///   ``JournalError/syncFailed(_:)``; then the old file is as it was, unless only bringing the folder to the disk failed.
public func saveSafely(
  _ bytes: some Collection<UInt8>, to path: String, storage: Storage, isLasting: Bool = true
) throws(JournalError) {
  try saveSafely(parts: [Array(bytes)], to: path, storage: storage, isLasting: isLasting)
}

/// Writes a whole file of several parts, as ``saveSafely(_:to:storage:isLasting:)``.
func saveSafely(
  parts: [[UInt8]], to path: String, storage: Storage, isLasting: Bool = true
) throws(JournalError) {
  if let status = try? storage.statusOfPath(path), status.kind != .regular { throw .notARegularFile(status.kind) }
  let (file, temporary) = try createTemporary(beside: path, storage: storage)
  do throws(JournalError) {
    defer { try? storage.close(file) }
    for part in parts { do { try storage.writeAll(file, part) } catch { throw .cannotWrite(error) } }
    if isLasting {
      do { try Storage.retrying { () throws(Fault) in try storage.sync(file) } } catch { throw .syncFailed(error) }
    }
    do { try storage.rename(temporary, path) } catch { throw .cannotWrite(error) }
  } catch {
    try? storage.remove(temporary)
    throw error
  }
  guard isLasting else { return }
  do { try storage.syncFolder(path.folder) } catch { throw .syncFailed(error) }
}

/// A new file of a name that nobody has, in the folder of another: only there can it take the other's name at once.
private func createTemporary(
  beside path: String, storage: Storage
) throws(JournalError) -> (file: Descriptor, path: String) {
  var attempts = 0
  while true {
    let temporary = "\(path.folder)/.plenum-\(storage.randomName(length: 8)).tmp"
    do {
      let file = try Storage.retrying { () throws(Fault) in try storage.open(temporary, .creating) }
      return (file, temporary)
    } catch {
      attempts += 1
      guard error == .exists, attempts < 100 else { throw .cannotCreate(error) }
    }
  }
}
