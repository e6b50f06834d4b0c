internal import Workshop

// The append protocol.
extension Journal {
  /// Goes on behind a repair.
  func continues(from entry: Entry?, image: [UInt8]) {
    self.image = image
    isOpenEnded = entry == nil
    guard let entry else { return }
    last = entry.id.number
    seen = []
  }

  var length: Int { image.count }

  /// Everything that belongs in the file.
  var whole: [UInt8] { isOpenEnded ? image + [0x0A] : image }

  /// Puts the missing line feed behind the last line, on the disk before anything that follows: where NULs stood in its
  /// place after a power cut, the line before them would be lost with them.
  func closeLastLine() throws(JournalError) {
    try write([0x0A])
    try sync()
    isOpenEnded = false
  }

  func requireOpen() throws(JournalError) {
    switch state {
    case .open: return
    case .unsynced(let fault): throw .syncFailed(fault)
    case .left: throw .replaced(.anotherFile)
    case .closed: throw .closed
    }
  }

  /// Gives the file back when it is still the one at the path, so that it can be opened as what it is now.
  func leave() {
    guard case .open = state, let there = try? storage.statusOfPath(path), FileIdentity(there) == identity else {
      return
    }
    state = .left
    try? storage.close(file)
  }

  func write(_ bytes: [UInt8]) throws(JournalError) {
    try requireUntouchedFile()
    do {
      try storage.writeAll(file, bytes)
      image += bytes
    } catch {
      isUnclean = true
      try? cutBack()
      throw .cannotWrite(error)
    }
  }

  /// The file must still be the one under the path, and as long as we left it: an editor, a version control system or a
  /// synchronising folder may have put another one there, and the kernel would take our entries into nowhere.
  private func requireUntouchedFile() throws(JournalError) {
    let here: FileStatus
    let there: FileStatus
    do {
      here = try storage.status(file)
      there = try storage.statusOfPath(path)
    } catch {
      throw error == .noSuchFile ? .replaced(.removed) : .cannotWrite(error)
    }
    guard here.links > 0 else { throw .replaced(.removed) }
    guard FileIdentity(there) == identity else { throw .replaced(.anotherFile) }
    if isUnclean {
      do { return try cutBack() } catch { throw .cannotWrite(error) }
    }
    guard here.size == length else { throw .replaced(.size(expected: length, found: here.size)) }
  }

  /// Throws when another file, or none, is where this one was opened.
  func requireUntouched() throws(JournalError) {
    try requireOpen()
    try requireUntouchedFile()
  }

  private func cutBack() throws(Fault) {
    try Storage.retrying { () throws(Fault) in try storage.truncate(file, length) }
    isUnclean = false
  }

  func sync() throws(JournalError) {
    try requireOpen()
    do { try Storage.retrying { () throws(Fault) in try storage.syncData(file) } } catch {
      // The kernel has marked the pages as clean: a second request would succeed without having done anything.
      state = .unsynced(error)
      throw .syncFailed(error)
    }
  }
}
