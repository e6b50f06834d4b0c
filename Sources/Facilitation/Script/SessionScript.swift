package import Journal
package import Method
import Text
package import Workshop

/// The script that gives a session again: what was typed wherever something typed gives just the same, directives for the
/// rest. Private notes, and what shows that the room was off the record, are not in it.
package struct SessionScript {
  /// The lines of the file.
  package private(set) var lines: [String] = []
  /// The session that they give.
  package private(set) var session: Session

  private let source: Library.Source
  private var localizations: [LanguageCode: Localization] = [:]
  /// What the entries of the journal are called in the session of the script.
  private var names: [EntryID: EntryID] = [:]
  private var count = 0
  private var moment: Moment?

  /// The script of a session.
  ///
  /// - Parameters:
  ///   - contents: What stands in its journal.
  ///   - method: Its method.
  ///   - source: Where the words of the method are.
  /// - Throws: What is wrong with them.
  package init(of contents: JournalContents, method: Workshop.Method, source: Library.Source) throws(MethodError) {
    self.source = source
    session = Session(method: method, language: contents.header.language, run: contents.header.run)
    let entries = contents.inCausalOrder
    let last = entries.last { !$0.events.allSatisfy { $0.has(.isPrivate) } }?.id
    head(contents.header, entries.first)
    let rest = open(entries)
    for entry in rest { try add(entry, isLast: entry.id == last) }
  }

  /// The text of the file.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  // MARK: The head

  private mutating func head(_ header: Header, _ first: Entry?) {
    lines = [ScriptHead.mark]
    let method = [header.method, header.methodVersion]
    if method.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) {
      remark("method", method.joined(separator: " "))
    }
    if case .titleGiven(let title)? = first?.events.first { remark("title", title) }
    remark("language", header.language.rawValue)
    remark("run", header.run.rawValue)
  }

  private mutating func remark(_ key: String, _ value: String) {
    lines.append("# \(key): \(visible(value))")
  }

  /// What opened the session: a replay does that by itself where it was done as usual.
  ///
  /// - Returns: The entries that are left.
  private mutating func open(_ entries: [Entry]) -> ArraySlice<Entry> {
    guard let first = entries.first else { return [] }
    time(first.at)
    guard first.events.givesTitle else {
      lines.append(ScriptDirective.events([]).line)
      return entries[...]
    }
    let rest = entries.dropFirst()
    if rest.first?.events.givesTitle == true || !isUsualOpening(first.events, at: first.at) {
      lines.append(ScriptDirective.events(first.events).line)
    }
    (names[first.id], count) = (EntryID(epoch: "script", number: 1), 1)
    session.apply(first.events, as: EntryID(epoch: "script", number: 1), at: first.at)
    return rest
  }

  // MARK: Entries

  private mutating func add(_ entry: Entry, isLast: Bool) throws(MethodError) {
    let events = shared(entry.events)
    guard !events.isEmpty else { return }
    count += 1
    let name = EntryID(epoch: "script", number: count)
    names[entry.id] = name
    try tell(events, at: entry.at, isLast: isLast)
    session.apply(events, as: name, at: entry.at)
  }

  private mutating func tell(_ events: [Event], at moment: Moment, isLast: Bool) throws(MethodError) {
    let localization = try localization(session.language)
    heading(events, localization.texts)
    time(moment)
    // Whoever leaves ends a script; what was left and taken up again goes on.
    let canBeTyped = isLast || !events.contains(.sessionClosed)
    let line =
      canBeTyped
      ? CommandReconstruction(in: session, localization, at: moment).line(for: events) { $0 == visible($0) } : nil
    lines.append(
      line.map { $0.isEmpty ? ScriptDirective.enter.line : $0 }
        ?? ScriptDirective.events(events.map(session.counted)).line)
  }

  /// Whether a replay opens the session just so by itself.
  private func isUsualOpening(_ events: [Event], at moment: Moment) -> Bool {
    guard case .titleGiven(let title)? = events.first, title == visible(title), title == title.trimmed, !title.isEmpty
    else { return false }
    return session.opening(title: title, today: WallClock.still(at: moment).day(moment)) == events
  }

  /// A remark that names the step of the workshop where the room comes to another one.
  private mutating func heading(_ events: [Event], _ texts: MethodTexts) {
    let method = session.method
    for case .questionEntered(let id) in events {
      guard let (stage, step) = method.location(of: id) else { continue }
      guard session.position.flatMap(method.location)?.step.id != step.id else { continue }
      lines += ["", "# " + visible(texts.heading(stage.id, step.id))]
    }
  }

  /// The time, where it is another one than before.
  private mutating func time(_ now: Moment) {
    defer { moment = now }
    guard let moment, moment <= now else { return lines.append(ScriptDirective.time(now).line) }
    let passed = Int(now.millisecondsSince1970 - moment.millisecondsSince1970)
    guard passed > 0 else { return }
    lines.append(passed < 86_400_000 ? ScriptDirective.later(passed).line : ScriptDirective.time(now).line)
  }

  private mutating func localization(_ code: LanguageCode) throws(MethodError) -> Localization {
    if let known = localizations[code] { return known }
    let read = try source.localization(code)
    localizations[code] = read
    return read
  }

  // MARK: What is nobody else's business

  /// The events of an entry that are not private, under the names of the script.
  private func shared(_ events: [Event]) -> [Event] {
    events.compactMap { event in
      switch event {
      case .undone(let entry): names[entry].map { .undone($0) }
      case .redone(let entry): names[entry].map { .redone($0) }
      case _: event.has(.isPrivate) ? nil : event
      }
    }
  }
}
