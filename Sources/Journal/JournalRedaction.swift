public import Workshop

// What was redacted or stands under a pseudonym is hidden as it is read, whatever copy it comes from; and it leaves the
// file for good when the file is opened for writing.

extension Entry {
  /// The entry without what is hidden.
  func redacting(_ redactions: Redactions, _ remapping: HandleRemapping) -> Entry {
    let names = remapping.changes[id.epoch]
    let events = events.map { redactions.redacting($0, naming: names) }
    let holdsTorn = repair.map { redactions.canBeRead(in: String(decoding: $0.torn, as: UTF8.self)) } ?? false
    let isVerbatim = verbatim.map { !redactions.canBeRead(in: String(decoding: $0, as: UTF8.self)) } ?? true
    guard events != self.events || holdsTorn || !isVerbatim else { return self }
    var entry = Entry(id: id, at: at, events: events, seen: seen, repair: repair)
    if holdsTorn { entry.repair = Repair(torn: [], nuls: repair?.nuls ?? 0) }
    return entry
  }
}

extension JournalContents {
  /// What is to be hidden of the entries, and whether any of it stands in them still.
  mutating func hide() {
    let remapping = entries.remapping
    let redactions = Redactions(in: (entries + rivals).flatMap { remapping.events($0.events, by: $0.id.epoch) })
    guard !redactions.isEmpty else { return }
    (self.redactions, self.remapping) = (redactions, remapping)
    let hidden = (
      entries: entries.map { $0.redacting(redactions, remapping) },
      rivals: rivals.map { $0.redacting(redactions, remapping) }
    )
    let standing = Dictionary(hidden.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rivals = hidden.rivals.filter { standing[$0.id] != $0 }
    let isTorn = end.torn.map { redactions.canBeRead(in: String(decoding: $0.torn, as: UTF8.self)) } ?? false
    holdsHidden = holdsHidden || hidden.entries != entries || rivals != self.rivals || isTorn
    let named = Set(rivals.map(\.id))
    issues.removeAll { if case .rivals(let id, _) = $0 { !named.contains(id) } else { false } }
    (entries, self.rivals) = (hidden.entries, rivals)
    if tornText.map(redactions.canBeRead) == true { tornText = nil }
  }
}

extension Journal {
  /// Writes the journal anew without what is hidden in it, and goes on with that.
  ///
  /// - Parameter moment: When, by this machine's clock.
  /// - Returns: The journal to go on with, and what stands in it.
  /// - Throws: ``JournalError``; then the old file is as it was, or it is the new one and may be opened again.
  public func rewritten(at moment: Moment) throws(JournalError) -> (journal: Journal, contents: JournalContents) {
    let whole = whole
    let contents = try JournalContents(of: whole)
    try requireUntouched()
    leave()
    var rewritten = whole
    if let redactions = contents.redactions { rewritten = Journal.hidden(whole, redactions, contents.remapping) }
    if contents.holdsMarkers { rewritten = Journal.withoutMarkers(rewritten) }
    if rewritten != whole { try saveSafely(rewritten, to: path, storage: storage) }
    var (journal, now) = try Journal.opened(path, at: moment, storage: storage)
    // What is hidden is known from what was there before.
    now.redactions = contents.redactions
    return (journal, now)
  }

  /// The lines of a file without the marks that git leaves where it could not unite two versions: both sides stay.
  static func withoutMarkers(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in bytes.partedLines where !ParsedLine.isConflictMarker(bytes[line]) {
      result += bytes[line]
      if line.upperBound < bytes.count { result.append(0x0A) }
    }
    return result
  }

  /// The lines of a file without what is hidden: entries are written anew where that changes them, other lines go where
  /// something of it can be read in them, and everything else stays as it is.
  static func hidden(_ bytes: [UInt8], _ redactions: Redactions, _ remapping: HandleRemapping) -> [UInt8] {
    var reader = LineParser(bytes)
    var result: [UInt8] = []
    for place in bytes.partedLines {
      let line = bytes[place]
      let body = line.last == 0x0D ? place.dropLast() : place
      switch try? reader.record(in: body) {
      case .entry(let entry)?:
        let hidden = entry.redacting(redactions, remapping)
        result += hidden == entry ? Array(line) : hidden.line
      // Nothing that was said stands in a header, though a word of its own may have been said.
      case .header?: result += line
      case nil where redactions.canBeRead(in: String(decoding: line, as: UTF8.self)): continue
      case nil: result += line
      }
      result.append(0x0A)
    }
    return result
  }
}
