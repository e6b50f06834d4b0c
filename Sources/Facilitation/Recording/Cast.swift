package import Journal
package import Method
package import Text
package import Workshop

/// What the projector showed of a session, as a recording in the asciicast format, version 2: a header, then an event a
/// line. A picture is painted whenever another one would have been shown; what is off the record is not.
package struct Cast {
  /// The window that is painted.
  package let size: WindowSize
  /// The most seconds between two events.
  package let idle: Double
  private let source: Library.Source
  private let goesOn: (Moment) -> String

  /// The lines of the file.
  package private(set) var lines: [String] = []
  private var localizations: [LanguageCode: Localization] = [:]
  private var session: Session
  private var picture = ""
  private var stage: StageID?
  private var last: Moment?
  /// The milliseconds of the recording so far.
  private var time = 0

  /// Records a session.
  ///
  /// - Parameters:
  ///   - contents: What stands in its journal.
  ///   - method: Its method.
  ///   - source: Where the words of the method are.
  ///   - size: The window.
  ///   - idle: The most seconds between two events.
  ///   - goesOn: The time of day at a moment, for the end of a break.
  /// - Throws: What is wrong with the words.
  package init(
    of contents: JournalContents, method: Workshop.Method, source: Library.Source, size: WindowSize, idle: Double,
    goesOn: @escaping (Moment) -> String
  ) throws(MethodError) {
    (self.source, self.size, self.idle, self.goesOn) = (source, size, idle, goesOn)
    session = Session(method: method, language: contents.header.language, run: contents.header.run)
    let entries = contents.inCausalOrder
    for entry in entries { try add(entry) }
    // A terminal that plays it has its cursor back.
    event("o", "\u{1B}[?25h")
    lines.insert(header(begins: entries.first?.at ?? contents.header.created), at: 0)
  }

  /// The text of the file.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  private func header(begins: Moment) -> String {
    "{\"version\": 2, \"width\": \(size.columns), \"height\": \(size.rows), "
      + "\"timestamp\": \(begins.millisecondsSince1970 / 1000), \"idle_time_limit\": \(Cast.number(idle)), "
      + "\"title\": \(jsonString(session.title))}"
  }

  private mutating func add(_ entry: Entry) throws(MethodError) {
    session.apply(entry.events, as: entry.id, at: entry.at)
    // Nothing of what was done off the record is seen.
    guard !session.privacy.isOffRecord else { return }
    let localization = try localization(session.language)
    let painted = paint(localization, at: entry.at)
    guard painted != picture else { return }
    picture = painted
    pass(until: entry.at)
    mark(localization)
    event("o", painted)
  }

  /// Lets the time go on, but no longer than somebody watches the same picture.
  private mutating func pass(until now: Moment) {
    defer { last = now }
    guard let last, last < now else { return }
    time += min(Int(now.millisecondsSince1970 - last.millisecondsSince1970), Int(idle * 1000))
  }

  /// A mark to jump to, where another stage begins.
  private mutating func mark(_ localization: Localization) {
    let now = session.position.flatMap(session.method.location)?.stage.id
    guard let now, now != stage, !session.hasEnded else { return }
    stage = now
    event("m", localization.texts.stages[now] ?? now.rawValue)
  }

  /// The whole window: every row is cleared before it is written, so that one as wide as the window stays whole.
  private func paint(_ localization: Localization, at now: Moment) -> String {
    let pause = session.time.breaks.last.flatMap { $0.isOver ? nil : goesOn($0.end) }
    let view = ProjectorView(session: session, localization: localization, size: size, now: now, goesOn: pause ?? "")
    let rows = view.rows.prefix(size.rows).map { "\u{1B}[2K" + $0.rendered(colour: true) }
    let rest = rows.count < size.rows ? "\r\n\u{1B}[J" : ""
    return "\u{1B}[?25l\u{1B}[H" + rows.joined(separator: "\r\n") + rest
  }

  private mutating func event(_ code: String, _ data: String) {
    lines.append("[\(Cast.number(Double(time) / 1000)), \"\(code)\", \(jsonString(data))]")
  }

  /// A number of seconds, without decimals where it is whole.
  private static func number(_ seconds: Double) -> String {
    let text = String(seconds)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private mutating func localization(_ code: LanguageCode) throws(MethodError) -> Localization {
    if let known = localizations[code] { return known }
    let read = try source.localization(code)
    localizations[code] = read
    return read
  }
}
