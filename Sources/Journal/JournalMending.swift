internal import Workshop

// What `plenum doctor` does to a file: always to a copy, and the file as it was stays beside it.

/// What can be done to a file that does not open as it should.
public enum Remedy: Hashable, Sendable {
  /// Lines that were edited by hand are sealed as they are.
  case acceptEdits
  /// Text in UTF-16 becomes UTF-8.
  case fromUTF16
  /// Sessions that stand in one file are parted.
  case split
  /// The first line is written anew, as that of the epoch.
  case header(Header, epoch: String)
}

/// What was done to a file.
public struct Mended: Hashable, Sendable {
  /// Where the file is as it was; nil when nothing was to be done.
  public var old: String?
  /// How many lines were changed.
  public var lines = 0
  /// Other sessions that stood in it, and where they are now.
  public var parted: [Part] = []

  /// A session that stood in a file with another one.
  public struct Part: Hashable, Sendable {
    /// Its name for ever.
    public var session: String
    /// Where it is now.
    public var path: String
  }
}

extension Journal {
  /// Mends a file. Nothing is ever destroyed: the file as it was stays beside it under another name.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - remedy: What is to be done.
  ///   - storage: The operating system.
  /// - Returns: What was done.
  /// - Throws: ``JournalError``; then the file is as it was.
  public static func mend(_ path: String, _ remedy: Remedy, storage: Storage) throws(JournalError) -> Mended {
    let file = try open(path, .appending, storage: storage)
    defer { try? storage.close(file) }
    let status = try requireRegular(file, storage: storage)
    guard status.owner == storage.user() else { throw .belongsToSomebodyElse }
    try lock(file, storage: storage)
    let bytes = try readAll(file, storage: storage)
    var mended = Mended()
    let parts: [(session: String?, bytes: [UInt8])]
    switch remedy {
    case .acceptEdits:
      let sealed = resealed(bytes)
      mended.lines = sealed.lines
      parts = [(nil, sealed.bytes)]
    case .fromUTF16: parts = [(nil, fromUTF16(bytes) ?? bytes)]
    case .split: parts = split(bytes)
    case .header(let header, let epoch): parts = [(nil, headed(bytes, header.line(epoch: epoch)))]
    }
    guard parts.count > 1 || parts[0].bytes != bytes else { return mended }
    let old = try save(bytes, beside: path, as: "before", storage: storage)
    for part in parts.dropFirst() {
      let name = part.session ?? ""
      let safe = String(
        name.unicodeScalars.filter { "a"..."z" ~= $0 || "0"..."9" ~= $0 }.prefix(20).map(Character.init))
      let place = try save(part.bytes, beside: path, as: "session-" + safe, storage: storage)
      mended.parted.append(Mended.Part(session: name, path: place))
    }
    try saveSafely(parts[0].bytes, to: path, storage: storage)
    mended.old = old
    return mended
  }

  /// Saves bytes under a name that nobody has.
  private static func save(
    _ bytes: [UInt8], beside path: String, as word: String, storage: Storage
  ) throws(JournalError) -> String {
    var number = 1
    while (try? storage.statusOfPath("\(path).\(word)-\(number)")) != nil { number += 1 }
    let place = "\(path).\(word)-\(number)"
    try saveSafely(bytes, to: place, storage: storage)
    return place
  }

  /// The same lines, those with a checksum of their own that does not fit sealed anew.
  private static func resealed(_ bytes: [UInt8]) -> (bytes: [UInt8], lines: Int) {
    var result: [UInt8] = []
    var count = 0
    var reader = LineParser(bytes)
    for line in bytes.partedLines {
      let part = bytes[line].last == 0x0D ? line.dropLast() : line
      let seal = Seal(of: bytes[part])
      if !seal.isWhole, (try? reader.record(in: part)) != nil, bytes[part].last == UInt8(ascii: "}") {
        let body = seal.isThere ? bytes[part].dropLast(16) : bytes[part].dropLast(1)
        result += body
        result += Array(",\"c\":\"".utf8) + LineChecksum(body).digits + Array("\"}".utf8)
        count += 1
      } else {
        result += bytes[line]
      }
      if line.upperBound < bytes.count { result.append(0x0A) }
    }
    return (result, count)
  }

  /// UTF-16 as UTF-8; nil when it is none. Without a byte order mark the zeros tell which byte comes first.
  private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 3, bytes.count.isMultiple(of: 2) else { return nil }
    let isBig = bytes.starts(with: [0xFE, 0xFF]) || (bytes[0] == 0 && bytes[1] != 0)
    guard isBig || bytes.starts(with: [0xFF, 0xFE]) || bytes[1] == 0 else { return nil }
    var units = stride(from: 0, to: bytes.count, by: 2).map { index in
      UInt16(bytes[index + (isBig ? 0 : 1)]) << 8 | UInt16(bytes[index + (isBig ? 1 : 0)])
    }
    if units.first == 0xFEFF { units.removeFirst() }
    // Half a surrogate would be replaced by a sign, and its bytes be lost.
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// The lines behind a header; a line that was one is left out.
  private static func headed(_ bytes: [UInt8], _ header: [UInt8]) -> [UInt8] {
    var reader = LineParser(bytes)
    var result = header + [0x0A]
    for (place, line) in bytes.partedLines.enumerated() {
      let record = try? reader.record(in: bytes[line].last == 0x0D ? line.dropLast() : line)
      if case .header? = record { continue }
      if record == nil, place == 0 { continue }
      result += bytes[line] + [0x0A]
    }
    return result
  }

  /// The lines of each session; the first session's first. What cannot be read stays with what stands before it.
  private static func split(_ bytes: [UInt8]) -> [(session: String?, bytes: [UInt8])] {
    var parts: [(session: String?, bytes: [UInt8])] = [(nil, [])]
    var current = 0
    var reader = LineParser(bytes)
    let owners = SessionParts(of: bytes).owners
    for line in bytes.partedLines {
      let record = try? reader.record(in: bytes[line].last == 0x0D ? line.dropLast() : line)
      if case .header(let header)? = record {
        let session = header.session ?? ""
        if let known = parts.firstIndex(where: { $0.session == session }) {
          current = known
        } else if parts[0].session == nil {
          parts[0].session = session
        } else {
          current = parts.count
          parts.append((session, []))
        }
      } else if case .entry(let entry)? = record, let owner = owners[entry.id.epoch],
        let place = parts.firstIndex(where: { $0.session == owner })
      {
        current = place
      }
      parts[current].bytes += bytes[line]
      if line.upperBound < bytes.count { parts[current].bytes.append(0x0A) }
    }
    return parts
  }
}
