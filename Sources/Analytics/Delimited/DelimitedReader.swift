/// The rows of a text, some at a time. How the text is cut into pieces makes no difference to them.
final class DelimitedReader: RecordStream {
  private let stream: ByteStream
  private let limits: Limits
  private var markBytes: Int
  private var transcoding: Transcoding
  private var scan: DelimitedScan
  /// Text behind the last whole row.
  private var held: [UInt8] = []
  private var isEnd = false
  private var rowCount = 0
  private var cellCount = 0

  init(_ stream: ByteStream, encoding: TextEncoding, markBytes: Int, delimiter: UInt8, limits: Limits) {
    self.stream = stream
    self.limits = limits
    self.markBytes = markBytes
    transcoding = Transcoding(encoding)
    scan = DelimitedScan(delimiter: delimiter)
  }

  func next(_ records: inout Records) throws(Refusal) -> Bool {
    records.removeAll()
    while records.rows.isEmpty {
      guard !isEnd else { return false }
      try fill()
      // Two pieces of memory take turns: one is looked at while the other takes what comes next.
      var text: [UInt8] = []
      swap(&text, &held)
      let taken = try scan.scan(text.span, isEnd: isEnd, into: &records.cells, &records.rows)
      swap(&text, &records.bytes)
      text.removeAll(keepingCapacity: true)
      text.append(contentsOf: records.bytes[taken...])
      swap(&text, &held)
      guard held.count <= limits.rowBytes else { throw .rowTooLong(line: scan.line, limit: limits.rowBytes) }
      unquote(&records)
    }
    try count(records)
    return true
  }

  private func fill() throws(Refusal) {
    guard let piece = try stream.next() else {
      isEnd = true
      return transcoding.finish(&held)
    }
    let mark = min(markBytes, piece.count)
    markBytes -= mark
    transcoding.append(piece[mark...], to: &held)
  }

  private func count(_ records: Records) throws(Refusal) {
    rowCount += records.rows.count
    cellCount += records.cells.count
    // Headers, titles and blank lines are rows, too.
    guard rowCount <= limits.rows + 100 else { throw .tooManyRows(limit: limits.rows) }
    guard cellCount <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
    for row in records.rows where row.count > limits.columns {
      throw .tooManyColumns(line: row.line, limit: limits.columns)
    }
  }

  /// Two quotation marks in a quoted cell are one.
  private func unquote(_ records: inout Records) {
    for index in scan.doubled {
      let range = records.cells[index].range
      var (from, to) = (range.lowerBound, range.lowerBound)
      while from < range.upperBound {
        let byte = records.bytes[from]
        records.bytes[to] = byte
        to += 1
        from += byte == UInt8(ascii: "\"") ? 2 : 1
      }
      records.cells[index].end = Int32(truncatingIfNeeded: to)
    }
  }
}
