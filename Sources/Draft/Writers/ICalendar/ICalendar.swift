internal import Text
public import Workshop

/// Sets everything of a session that has a day as a calendar, after RFC 5545.
public struct CalendarWriter: Sendable {
  private let name: String

  /// A writer.
  ///
  /// - Parameter name: The name of the session: with the handles it makes names of entries that never change, so that
  ///   a calendar that is read again brings the old one up to date.
  public init(session name: String) {
    self.name = name
  }

  /// The calendar: what the method's timelines and calendars hold.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - localization: The language.
  ///   - history: When its answers were said and changed. With it what was deleted stands as cancelled, so that a calendar
  ///     that held it loses it.
  /// - Returns: The bytes of the file.
  public func text(
    of session: Session, in localization: Localization, history: CalendarHistory? = nil
  ) -> [UInt8] {
    let builder = DocumentBuilder(
      session: session, localization: localization,
      draft: DraftDocument(id: DraftDocument.whole, sections: session.method.sections.map(\.id)))
    var text = ""
    func add(_ line: String) { text += folded(line) }
    add("BEGIN:VCALENDAR")
    add("VERSION:2.0")
    add("PRODID:-//Plenum//Plenum//EN")
    add("CALSCALE:GREGORIAN")
    add("X-WR-CALNAME:" + escaped(session.title))
    for entry in entries(builder, history) + cancelled(session, localization, history) {
      add("BEGIN:VEVENT")
      add("UID:" + escaped(entry.id) + "@" + escaped(name) + ".plenum")
      // When it was said last: the same session gives the same bytes, and a reader knows what is newer.
      let stamp = entry.changed.map(time) ?? digits(session.date ?? entry.first) + "T000000Z"
      add("DTSTAMP:" + stamp)
      add("LAST-MODIFIED:" + stamp)
      add("SEQUENCE:\(entry.revision)")
      add("DTSTART;VALUE=DATE:" + digits(entry.first))
      add("DTEND;VALUE=DATE:" + digits(Day(daysSinceEpoch: (entry.last ?? entry.first).daysSinceEpoch + 1)))
      if let rule = entry.rule { add("RRULE:" + rule) }
      add("SUMMARY:" + escaped(entry.what))
      if !entry.kind.isEmpty {
        add("DESCRIPTION:" + escaped(entry.kind))
        add("CATEGORIES:" + escaped(entry.kind))
      }
      if entry.isCancelled { add("STATUS:CANCELLED") }
      add("TRANSP:TRANSPARENT")
      add("END:VEVENT")
    }
    add("END:VCALENDAR")
    return Array(text.utf8)
  }

  private struct Entry {
    var id: String
    var first: Day
    var last: Day?
    var rule: String?
    var what: String
    var kind: String
    var handle: Handle
    var changed: Moment?
    var revision = 0
    var isCancelled = false
  }

  /// What was deleted, as it was last.
  private func cancelled(
    _ session: Session, _ localization: Localization, _ history: CalendarHistory?
  ) -> [Entry] {
    guard let history else { return [] }
    let whole = history.whole(session)
    let builder = DocumentBuilder(
      session: whole, localization: localization,
      draft: DraftDocument(id: DraftDocument.whole, sections: session.method.sections.map(\.id)))
    return entries(builder, history).filter { session.answer($0.handle) == nil }.map { entry in
      var entry = entry
      entry.isCancelled = true
      entry.changed = [entry.changed, history.last].compactMap(\.self).max()
      entry.revision += 1
      return entry
    }
  }

  private func entries(_ builder: DocumentBuilder, _ history: CalendarHistory?) -> [Entry] {
    var entries = entries(builder)
    for place in entries.indices {
      guard let answer = builder.session.answer(entries[place].handle), let change = history?.changes[answer.id]
      else { continue }
      (entries[place].changed, entries[place].revision) = (change.at, change.revision)
    }
    return entries
  }

  private func entries(_ builder: DocumentBuilder) -> [Entry] {
    var entries: [Entry] = []
    var seen: Set<String> = []
    for block in builder.sections.flatMap(\.blocks) {
      switch block.content {
      case .timeline(let sources, _):
        for source in sources {
          for event in builder.events([source]) {
            let handle = event.what.sources.first?.rawValue ?? ""
            entries.append(
              Entry(
                id: "\(HTMLPage.identifier(handle)).\(HTMLPage.identifier(source.column.rawValue))",
                first: event.first, last: event.last, what: event.what.text, kind: event.kind,
                handle: Handle(handle)))
          }
        }
      case .figure(let figure) where figure.kind == .calendar: entries += slots(figure, builder)
      case .sentence, .bullets, .ticks, .table, .cross, .matrix, .cards, .quotes, .figure, .sums, .chain, .iterations,
        .record:
        break
      }
    }
    return entries.filter { seen.insert($0.id).inserted }
  }

  private func slots(_ figure: Section.Figure, _ builder: DocumentBuilder) -> [Entry] {
    let columns = builder.session.method.columns(of: figure.question)
    let places = figure.columns.map { id in columns.firstIndex { $0.id == id } }
    return builder.slots(builder.session.readableAnswers(to: figure.question), places).compactMap { slot in
      // The first time must be one of the times.
      let rule = slot.rule
      let first = rule?.first(from: slot.first) ?? slot.first
      let handle = slot.text.sources.first?.rawValue ?? ""
      return Entry(
        id: "\(HTMLPage.identifier(handle)).slot", first: first, rule: rule.map { self.rule($0, from: first) },
        what: slot.text.text, kind: builder.localization.texts.label(of: figure.question),
        handle: Handle(handle))
    }
  }

  /// Slots come back for a year: a plan is renewed before that.
  private func rule(_ rule: Repeat, from first: Day) -> String {
    rule.recurrenceRule(from: first) + ";UNTIL=" + digits(Day(daysSinceEpoch: first.daysSinceEpoch + 365))
  }

  private func time(_ moment: Moment) -> String {
    moment.iso.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  private func digits(_ day: Day) -> String {
    day.description.split(separator: "-").joined()
  }

  /// Text as a value.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in readable(text).unicodeScalars {
      switch scalar {
      // Some readers take an escaped backslash before an n for the end of a line.
      case "\\": result += "/"
      case ";", ",": result += "\\" + String(scalar)
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line of at most 75 octets, the rest on lines that begin with a space; never within a character.
  private func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result + "\r\n"
  }
}
