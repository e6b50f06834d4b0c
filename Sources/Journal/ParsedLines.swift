internal import Workshop

/// What a line of a journal says by itself, whatever stands above it.
enum ParsedLine: Sendable {
  /// Nothing but white space.
  case blank
  /// What a version control system leaves where it could not unite two versions.
  case conflictMarker
  case record(Record, seal: Seal, unknown: [LineParser.Unknown])
  case damaged(Damage)
  /// Several lines whose line feeds were lost, and where each stands.
  case joined([(part: Range<Int>, line: ParsedLine)])

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - part: Where it stands, without its line feed; a carriage return at its end is passed over.
  ///   - bytes: The file.
  ///   - reader: Reads lines of that file.
  fileprivate init(_ part: Range<Int>, of bytes: [UInt8], by reader: inout LineParser) {
    let part = bytes[part].last == 0x0D ? part.dropLast() : part
    let line = bytes[part]
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      self = .blank
    } else if ParsedLine.isConflictMarker(line) {
      self = .conflictMarker
    } else {
      do throws(Damage) {
        let record = try reader.record(in: part)
        self = .record(record, seal: Seal(of: line), unknown: reader.unknown)
      } catch {
        let parts = bytes.parted(part)
        guard parts.count > 1 else {
          self = .damaged(error)
          return
        }
        self = .joined(parts.map { ($0, ParsedLine($0, of: bytes, by: &reader)) })
      }
    }
  }

  /// The same, its parts so many bytes further on.
  fileprivate func moved(by distance: Int) -> ParsedLine {
    guard case .joined(let parts) = self else { return self }
    return .joined(parts.map { ($0.part.lowerBound + distance..<$0.part.upperBound + distance, $0.line) })
  }

  static func isConflictMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, "<=>|".utf8.contains(first), line.count >= 7 else { return false }
    return line.prefix(7).allSatisfy { $0 == first } && [nil, 0x20].contains(line.dropFirst(7).first)
  }
}

/// Lines of a journal, read side by side: what one says needs no other.
struct ParsedLines: Sendable {
  let lines: [ParsedLine]
  /// Whether any of them says that something is to be hidden.
  let hides: Bool

  /// How many lines are worth a core of their own.
  private static let few = 512
  /// How many lines are read at once at the most, so that what is read does not stand twice in memory.
  static let most = 16 * few

  /// Reads lines.
  ///
  /// - Parameters:
  ///   - parts: Where they stand, in order; ``ParsedLines/most`` at the most.
  ///   - bytes: The file.
  init(_ parts: [Range<Int>], of bytes: [UInt8]) {
    guard parts.count > ParsedLines.few else {
      self.init(parts[...], of: bytes)
      return
    }
    let shares = stride(from: 0, to: parts.count, by: ParsedLines.few).map { start in
      parts[start..<min(start + ParsedLines.few, parts.count)]
    }
    let read = shares.concurrentMap { ParsedLines($0, of: bytes) }
    self.init(lines: read.flatMap(\.lines), hides: read.contains(where: \.hides))
  }

  private init(lines: [ParsedLine], hides: Bool) {
    (self.lines, self.hides) = (lines, hides)
  }

  private init(_ parts: ArraySlice<Range<Int>>, of bytes: [UInt8]) {
    let (start, end) = (parts.first?.lowerBound ?? 0, parts.last?.upperBound ?? 0)
    // A core that has the bytes to itself need not agree with others on who holds them.
    let own = Array(bytes[start..<end])
    var reader = LineParser(own)
    lines = parts.map {
      ParsedLine($0.lowerBound - start..<$0.upperBound - start, of: own, by: &reader).moved(by: start)
    }
    hides = reader.hides
  }
}
