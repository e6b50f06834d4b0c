internal import Text
internal import Workshop

// Sessions whose journal has another file in its place, and goes on in a file beside it.
extension SessionsFolder {
  /// Where the journal of a session is: under its usual name, or in the file that it was rescued into when something else
  /// was put in its place.
  ///
  /// - Returns: The path, and whether it is not the usual one.
  /// - Throws: ``JournalError/notASessionName``.
  public func journal(of name: String) throws(JournalError) -> (path: String, isRescued: Bool) {
    let usual = try journalPath(of: name)
    let copies = rescued(try folder(of: name))
    guard !copies.isEmpty else { return (usual, false) }
    let there = (try? Journal.read(usual, storage: storage))?.header.session
    for copy in copies.reversed() {
      guard let contents = try? Journal.read(copy.path, storage: storage) else { continue }
      // What the usual file lacks of the same session is offered when it is opened.
      return contents.header.session == there ? (usual, false) : (copy.path, true)
    }
    return (usual, false)
  }

  /// The files in a session's folder that a session was rescued into, the one that was written last at the end.
  func rescued(_ folder: String) -> [(path: String, modified: Int64)] {
    let names = ((try? storage.names(folder)) ?? []).filter { name in
      name.hasPrefix(SessionsFolder.rescuedPrefix) && name.hasSuffix(".jsonl")
    }
    return names.compactMap { name in
      let path = "\(folder)/\(name)"
      guard let status = try? storage.statusOfPath(path), status.kind == .regular else { return nil }
      return (path, status.modified / 1_000_000)
    }.sorted { ($0.modified, $0.path) < ($1.modified, $1.path) }
  }

  /// What the name of such a file begins with.
  static let rescuedPrefix = "journal.rescued-"
}

extension Storage {
  /// The latest moment that is told at the end of a journal; nil when none is.
  func lastMoment(in path: String) -> Moment? {
    guard let file = try? open(path, .reading) else { return nil }
    defer { try? close(file) }
    let most = 4096
    guard let status = try? status(file), status.kind == .regular,
      let end = try? readAt(file, max(0, status.size - most), most)
    else { return nil }
    let mark = Array("\"at\":\"".utf8)
    var latest: Moment?
    for place in end.indices where end[place] == mark[0] && end[place...].starts(with: mark) {
      let text = String(decoding: end[(place + mark.count)...].prefix(24), as: UTF8.self)
      guard let moment = Moment(iso: text) else { continue }
      latest = max(latest ?? moment, moment)
    }
    return latest
  }
}
