public import Workshop

/// What a journal holds, and everything that is odd about the file. Reading never writes.
public struct Reading: Hashable, Sendable {
  /// The header.
  public internal(set) var header: Header
  /// The entries, in the order of the file.
  public internal(set) var entries: [Entry] = []
  /// What a reader should know.
  public internal(set) var notes: [Note] = []
  /// What was typed in a last line that was not saved whole, as far as it can be read.
  public internal(set) var tornText: String?

  /// Where the last whole line ends, and the bytes of a torn one behind it.
  var intactSize = 0
  var tornBytes: [UInt8] = []
  /// Whether the last line lacks its line feed.
  var lacksLineFeed = false
  /// The last number of every epoch, in the order in which they begin.
  var seen: [EntryID] = []

  /// Something odd about the file.
  public enum Note: Hashable, Sendable {
    /// A line that cannot be read; it was passed over and stays in the file.
    case damaged(line: Int)
    /// The last line was not saved whole.
    case torn(line: Int)
    /// A line that was changed by hand: it is used, though its checksum does not fit.
    case edited(line: Int)
    /// An entry that is there twice; one is used.
    case duplicate(line: Int, EntryID)
    /// Two entries of the same name that say different things; the first is used.
    case conflicting(line: Int, EntryID)
    /// Entries that are missing before this one.
    case gap(line: Int, EntryID)
    /// A line that a merge left behind.
    case conflictMark(line: Int)
    /// A header of the same session once more.
    case repeatedHeader(line: Int)
    /// A header of another session; what follows is not read.
    case otherSession(line: Int)
    /// An event that a newer version wrote.
    case unknownEvent(line: Int, type: String)
    /// Bytes of nothing at the end, as a power cut leaves them.
    case zeros(count: Int)
    /// Lines end in CR and LF.
    case carriageReturns
    /// A byte order mark at the beginning.
    case byteOrderMark
  }

  /// The most bytes of a journal.
  public static let mostBytes = 256 << 20
  /// The most bytes of a line.
  public static let mostLineBytes = 1 << 20
  /// The most lines.
  public static let mostLines = 1_000_000

  /// Reads the bytes of a journal.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: Its name, for errors.
  /// - Throws: ``JournalError`` when there is no journal to be made out.
  public init(_ bytes: [UInt8], file: String) throws(JournalError) {
    guard !bytes.isEmpty else { throw .empty(file) }
    guard bytes.count <= Reading.mostBytes else { throw .tooLarge(file, limit: Reading.mostBytes) }
    var reader = LineByLine(bytes: bytes, file: file)
    try reader.readAll()
    guard let reading = reader.reading else { throw .notAJournal(file) }
    self = reading
  }

  init(header: Header) {
    self.header = header
  }
}

/// Goes through a journal line by line.
private struct LineByLine {
  let bytes: [UInt8]
  let file: String
  var reading: Reading?
  private var early: [Reading.Note] = []
  private var last: [String: Int] = [:]
  private var order: [String] = []
  private var checksums: [EntryID: ArraySlice<UInt8>] = [:]

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func readAll() throws(JournalError) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) {
      rest = rest.dropFirst(3)
      early.append(.byteOrderMark)
    }
    let written = rest
    while rest.last == 0 { rest.removeLast() }
    if rest.count < written.count { early.append(.zeros(count: written.count - rest.count)) }
    guard !rest.isEmpty else { throw .empty(file) }
    var number = 0
    var hasReturns = false
    while !rest.isEmpty {
      number += 1
      guard number <= Reading.mostLines else { throw .tooLarge(file, limit: Reading.mostLines) }
      let end = rest.firstIndex(of: 0x0A)
      var line = rest[..<(end ?? rest.endIndex)]
      if line.last == 0x0D {
        line.removeLast()
        hasReturns = true
      }
      let isLast = end == nil
      if !line.isEmpty, try !read(line, number: number, isLast: isLast) { break }
      if reading?.tornBytes.isEmpty != false { reading?.intactSize = (end.map { $0 + 1 }) ?? rest.endIndex }
      rest = end.map { rest[($0 + 1)...] } ?? []
      if isLast, reading?.tornBytes.isEmpty == true { reading?.lacksLineFeed = true }
    }
    if hasReturns { reading?.notes.append(.carriageReturns) }
    reading?.notes += early
    reading?.seen = order.map { EntryID(epoch: $0, number: last[$0] ?? 0) }
  }

  /// Reads one line.
  ///
  /// - Returns: Whether what follows belongs to this session.
  private mutating func read(_ line: ArraySlice<UInt8>, number: Int, isLast: Bool) throws(JournalError) -> Bool {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: { line.starts(with: $0.utf8) }) {
      note(.conflictMark(line: number))
      return true
    }
    let intact = Record.isIntact(line)
    guard line.count <= Reading.mostLineBytes, let record = try? Record(line), !(isLast && intact != true) else {
      damaged(line, number: number, isTorn: isLast)
      return true
    }
    if intact != true { note(.edited(line: number)) }
    switch record {
    case .otherFormat(let format): throw .otherFormat(file, format)
    case .header(let header, let id):
      guard let first = reading?.header else {
        reading = Reading(header: header)
        count(id)
        return true
      }
      let isSame = first.session == header.session
      note(isSame ? .repeatedHeader(line: number) : .otherSession(line: number))
      return isSame
    case .entry(let entry, let unknownTypes):
      for type in unknownTypes { note(.unknownEvent(line: number, type: type)) }
      add(entry, line, number: number)
      return true
    }
  }

  private mutating func add(_ entry: Entry, _ line: ArraySlice<UInt8>, number: Int) {
    let checksum = line.suffix(10)
    if let other = checksums[entry.id] {
      note(other == checksum ? .duplicate(line: number, entry.id) : .conflicting(line: number, entry.id))
      return
    }
    checksums[entry.id] = checksum
    if entry.id.number > (last[entry.id.epoch] ?? 0) + 1 { note(.gap(line: number, entry.id)) }
    count(entry.id)
    reading?.entries.append(entry)
  }

  private mutating func count(_ id: EntryID) {
    if last[id.epoch] == nil { order.append(id.epoch) }
    last[id.epoch] = max(last[id.epoch] ?? 0, id.number)
  }

  private mutating func damaged(_ line: ArraySlice<UInt8>, number: Int, isTorn: Bool) {
    guard isTorn else { return note(.damaged(line: number)) }
    note(.torn(line: number))
    reading?.tornBytes = Array(line)
    reading?.tornText = TornLine.text(in: line)
  }

  private mutating func note(_ note: Reading.Note) {
    if reading == nil { early.append(note) } else { reading?.notes.append(note) }
  }
}

/// What can still be read of a line that was not saved whole.
enum TornLine {
  /// The cells of the first answer in the line, parted by ` | `, the last as far as it goes; nil without any.
  static func text(in line: ArraySlice<UInt8>) -> String? {
    let marker = Array(#""cells":["#.utf8)
    guard line.count > marker.count else { return nil }
    guard
      let start = line.indices.first(where: { place in
        place + marker.count <= line.endIndex && line[place..<place + marker.count].elementsEqual(marker)
      })
    else { return nil }
    // Closing what is open makes the rest readable as far as it goes.
    for closing in ["", "]", "\"]"] {
      for cut in 0..<min(8, line.endIndex - start - marker.count + 1) {
        var reader = JSONReader((line[(start + marker.count - 1)..<(line.endIndex - cut)] + closing.utf8)[...])
        if let cells = try? reader.strings(), !cells.joined().isEmpty { return cells.joined(separator: " | ") }
      }
    }
    return nil
  }
}
