public import Workshop

/// The first line of a journal: what kind of session it is, as it was started.
public struct Header: Hashable, Sendable {
  /// The session's name for machines, random.
  public var session: String
  /// The method's name.
  public var method: String
  /// The method's version.
  public var methodVersion: String
  /// A mark of the method's content.
  public var methodDigest: String
  /// The language the session was started in.
  public var language: LanguageCode
  /// The run it was started with.
  public var run: RunID
  /// The time zone it was started in, for readers.
  public var timeZone: String
  /// When it was started.
  public var created: Moment
  /// Features without which the journal must not be written.
  public var need: [String]

  /// A header with those members.
  public init(
    session: String, method: String, methodVersion: String, methodDigest: String, language: LanguageCode, run: RunID,
    timeZone: String, created: Moment, need: [String] = []
  ) {
    self.session = session
    self.method = method
    self.methodVersion = methodVersion
    self.methodDigest = methodDigest
    self.language = language
    self.run = run
    self.timeZone = timeZone
    self.created = created
    self.need = need
  }

  /// The format this program writes and reads.
  public static let format = 1
}

/// All the events of one command, under a name that never changes.
public struct Entry: Hashable, Sendable {
  /// Its name.
  public var id: EntryID
  /// When it was recorded. Nothing is ordered by it: clocks jump.
  public var at: Moment
  /// What happened; events of an unknown type are not among them.
  public var events: [Event]

  /// An entry with those events.
  public init(id: EntryID, at: Moment, events: [Event]) {
    self.id = id
    self.at = at
    self.events = events
  }
}

/// One line of a journal.
enum Record {
  case header(Header, EntryID)
  case entry(Entry, unknownTypes: [String])
  /// The header of a journal of another format.
  case otherFormat(Int)

  /// The bytes between which the checksum stands, at the end of every line.
  private static let mark = Array(#","c":""#.utf8)
  /// The bytes from the mark to the end of the line.
  private static let tail = mark.count + 8 + 2

  /// Whether a line carries the checksum of its own bytes; nil when it carries none at its end.
  static func isIntact(_ line: ArraySlice<UInt8>) -> Bool? {
    guard line.count > tail, line.suffix(2).elementsEqual(#""}"#.utf8) else { return nil }
    let start = line.endIndex - tail
    guard line[start..<start + mark.count].elementsEqual(mark) else { return nil }
    return line[(start + mark.count)..<(line.endIndex - 2)].elementsEqual(
      CRC32C.digits(CRC32C.checksum(line[..<start])))
  }

  /// Reads a line, whatever its checksum says.
  init(_ line: ArraySlice<UInt8>) throws(JSONReader.Mismatch) {
    var reader = JSONReader(line)
    self = try RecordMembers(&reader).record()
  }

  /// A header as a line, with its line feed.
  static func line(_ header: Header, epoch: String) -> [UInt8] {
    var json = JSONWriter()
    json.open("{")
    json.member("journal", "plenum")
    json.member("format", Header.format)
    json.member("session", header.session)
    json.member("method", header.method)
    json.member("methodVersion", header.methodVersion)
    json.member("methodDigest", header.methodDigest)
    json.member("language", header.language.rawValue)
    json.member("run", header.run.rawValue)
    json.member("tz", header.timeZone)
    json.member("created", header.created.iso)
    json.member("need", header.need)
    json.member("w", epoch)
    json.member("n", 0)
    return sealed(json.bytes)
  }

  /// An entry as a line, with its line feed.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - seen: The last number of every epoch that was there before, in the first entry of an epoch.
  ///   - repaired: The bytes of a torn line that this entry stands in for.
  /// - Returns: The bytes of the line.
  static func line(_ entry: Entry, seen: [EntryID]? = nil, repaired: ArraySlice<UInt8>? = nil) -> [UInt8] {
    var json = JSONWriter()
    json.open("{")
    json.member("w", entry.id.epoch)
    json.member("n", entry.id.number)
    json.member("at", entry.at.iso)
    if let seen {
      json.key("seen")
      json.open("[")
      for id in seen {
        json.open("{")
        json.member("w", id.epoch)
        json.member("n", id.number)
        json.close("}")
      }
      json.close("]")
    }
    // Every byte as the character of its number, since torn bytes need not be UTF-8.
    json.member(
      "repair", optional: repaired.map { String(String.UnicodeScalarView($0.map { Unicode.Scalar($0) })) })
    json.key("events")
    json.open("[")
    for event in entry.events { event.write(to: &json) }
    json.close("]")
    return sealed(json.bytes)
  }

  /// A line with its checksum, its last bracket and its line feed.
  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    bytes + mark + CRC32C.digits(CRC32C.checksum(bytes[...])) + Array("\"}\n".utf8)
  }
}

/// The members of a line, gathered before it is known what it is.
private struct RecordMembers {
  private var isJournal = false
  private var texts: [String: String] = [:]
  private var format: Int?
  private var need: [String] = []
  private var epoch: String?
  private var number: Int?
  private var events: [Event]?
  private var unknownTypes: [String] = []

  init(_ reader: inout JSONReader) throws(JSONReader.Mismatch) {
    var members = RecordMembers()
    try reader.object { name, reader throws(JSONReader.Mismatch) in
      switch name {
      case "w": members.epoch = try reader.string()
      case "n": members.number = try reader.integer()
      case "format": members.format = try reader.integer()
      case "need": members.need = try reader.strings()
      case "at", "journal", "session", "method", "methodVersion", "methodDigest", "language", "run", "tz", "created":
        members.texts[name] = try reader.string()
      case "events": try members.readEvents(&reader)
      case _: try reader.skipValue()
      }
    }
    self = members
  }

  private init() {}

  private mutating func readEvents(_ reader: inout JSONReader) throws(JSONReader.Mismatch) {
    var events: [Event] = []
    var unknown: [String] = []
    try reader.array { reader throws(JSONReader.Mismatch) in
      let stored = try StoredEvent(&reader)
      if let event = stored.event { events.append(event) } else { unknown.append(stored.storedType) }
    }
    self.events = events
    unknownTypes = unknown
  }

  func record() throws(JSONReader.Mismatch) -> Record {
    if texts["journal"] == "plenum", let format, format != Header.format { return .otherFormat(format) }
    guard let epoch, let number else { throw JSONReader.Mismatch() }
    if texts["journal"] == "plenum" {
      guard format != nil, texts["session"] != nil, texts["method"] != nil else { throw JSONReader.Mismatch() }
      return .header(header, EntryID(epoch: epoch, number: number))
    }
    guard let events, number > 0, let at = texts["at"].flatMap({ Moment(iso: $0) }) else {
      throw JSONReader.Mismatch()
    }
    let entry = Entry(id: EntryID(epoch: epoch, number: number), at: at, events: events)
    return .entry(entry, unknownTypes: unknownTypes)
  }

  private var header: Header {
    Header(
      session: texts["session"] ?? "", method: texts["method"] ?? "", methodVersion: texts["methodVersion"] ?? "",
      methodDigest: texts["methodDigest"] ?? "", language: LanguageCode(texts["language"] ?? ""),
      run: RunID(texts["run"] ?? ""), timeZone: texts["tz"] ?? "",
      created: texts["created"].flatMap { Moment(iso: $0) } ?? Moment(millisecondsSince1970: 0), need: need)
  }
}
