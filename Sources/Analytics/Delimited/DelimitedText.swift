/// What a csv or tsv is written in: its encoding and its delimiter, neither of which stands in it.
struct DelimitedText {
  let encoding: TextEncoding
  let markBytes: Int
  let delimiter: UInt8

  static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

  /// Finds out.
  ///
  /// - Parameters:
  ///   - limits: How much is read.
  ///   - open: Opens the bytes, from the beginning each time.
  /// - Throws: When it is no text, or a spreadsheet has made one cell of each row.
  init(limits: Limits, opening open: () throws(Refusal) -> ByteStream) throws(Refusal) {
    (encoding, markBytes) = try TextEncoding.detect(try open())
    var (text, skipped, isEnd) = ([UInt8](), markBytes, true)
    var transcoding = Transcoding(encoding)
    let stream = try open()
    while let piece = try stream.next() {
      let mark = min(skipped, piece.count)
      skipped -= mark
      transcoding.append(piece[mark...], to: &text)
      if text.count >= 1 << 16 {
        isEnd = false
        break
      }
    }
    if isEnd { transcoding.finish(&text) } else { text.removeSubrange((1 << 16)...) }
    guard let start = text.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x00 }) else {
      throw .empty
    }
    if start == UInt8(ascii: "<"), case .other(let format) = FileKind(text) { throw .otherFormat(format) }
    delimiter = try DelimitedText.delimiter(of: text, isEnd: isEnd)
  }

  /// The delimiter that `sep=` names, or that gives the most rows of equal width.
  private static func delimiter(of text: [UInt8], isEnd: Bool) throws(Refusal) -> UInt8 {
    var best = (delimiter: delimiters[0], rows: 0, width: 1)
    let declared = declaredDelimiter(text)
    for delimiter in delimiters {
      var (cells, rows): ([Cell], [Row]) = ([], [])
      var scan = DelimitedScan(delimiter: delimiter)
      // A mark that is never closed speaks against a delimiter only here; reading says so with its line.
      _ = try? scan.scan(text.span, isEnd: isEnd, into: &cells, &rows)
      let records = Records(bytes: text, cells: cells, rows: rows)
      if let line = firstLineOfQuotedRows(records) { throw .wholeRowsQuoted(line: line) }
      var counts: [Int: Int] = [:]
      for row in rows where row.count > 1 { counts[row.count, default: 0] += 1 }
      guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      if delimiter == declared { return delimiter }
      if (most.value, most.key) > (best.rows, best.width) { best = (delimiter, most.value, most.key) }
    }
    return best.delimiter
  }

  /// `sep=,` as the first line, which is meant for Excel.
  private static func declaredDelimiter(_ text: [UInt8]) -> UInt8? {
    let start = text.prefix(8).filter { $0 != UInt8(ascii: "\"") }
    guard start.count >= 5, start.starts(with: "sep=".utf8), delimiters.contains(start[4]) else { return nil }
    return start[4]
  }

  /// A spreadsheet that took rows for texts puts each into quotation marks, and those inside twice.
  private static func firstLineOfQuotedRows(_ records: Records) -> Int? {
    var (quoted, all, isDoubled, line): (Int, Int, Bool, Int?) = (0, 0, false, nil)
    for row in records.rows {
      let filled = records.cells[row.firstCell..<row.endCell].filter { !$0.range.isEmpty }
      guard let only = filled.first else { continue }
      all += 1
      guard filled.count == 1, only.kind == .text else { continue }
      let bytes = records.bytes[only.range]
      guard bytes.count(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) >= 2 else { continue }
      quoted += 1
      if line == nil { line = row.line }
      if bytes.contains(UInt8(ascii: "\"")) { isDoubled = true }
    }
    return quoted >= 2 && isDoubled && quoted * 10 >= all * 8 ? line : nil
  }
}
