internal import Workshop

extension Journal {
  /// Puts an entry that keeps the torn line in that line's place.
  ///
  /// The entry is never shorter than what it keeps, so one request writes over the torn line: at no moment are its bytes
  /// nowhere. A torn line too long for that stays where it is, as a damaged line, and is closed by the next entry.
  func repair(_ end: JournalContents.End, at moment: Moment) throws(JournalError) {
    guard let torn = end.torn else { return }
    let entry = Entry(id: nextEntry, at: moment, events: [], seen: seen, repair: torn)
    let line = entry.line + [0x0A]
    let fits = line.count <= Limit.line.most
    let start = end.isOpen ? [0x0A] : [UInt8]()
    let replacement = [start, fits ? line : []]
    let size = end.length + start.count + (fits ? line.count : torn.torn.count)
    do { try replaceEnd(from: end.length, with: replacement, size: size, before: torn) } catch {
      throw .cannotWrite(error)
    }
    continues(
      from: fits ? entry : nil, image: image[..<end.length] + start + (fits ? line : torn.torn))
  }

  /// Writes over the end of the file, each part on the disk before the next, or leaves it as it was.
  private func replaceEnd(from start: Int, with parts: [[UInt8]], size: Int, before: Repair) throws(Fault) {
    // The journal's own descriptor writes at the end only.
    let file = try Storage.retrying { () throws(Fault) in try storage.open(path, .overwriting) }
    defer { try? storage.close(file) }
    guard FileIdentity(try storage.status(file)) == identity else { throw .noSuchFile }
    let old = before.torn + Array(repeating: 0, count: before.nuls)
    do {
      var place = start
      for part in parts where !part.isEmpty {
        if place > start { try Storage.retrying { () throws(Fault) in try storage.syncData(file) } }
        try storage.overwriteAll(file, part, at: place)
        place += part.count
      }
      if size < start + old.count { try storage.truncate(file, size) }
      try Storage.retrying { () throws(Fault) in try storage.syncData(file) }
    } catch {
      try? storage.overwriteAll(file, old, at: start)
      try? storage.truncate(file, start + old.count)
      throw error
    }
  }
}
