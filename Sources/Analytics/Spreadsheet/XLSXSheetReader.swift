/// The rows of a sheet of an .xlsx. A gap in the numbers of the rows is one blank row, however wide it is.
final class XLSXSheetReader: RecordStream {
  private let xml: XMLPieces
  private let texts: SharedTexts
  private let styles: [NumberStyle]
  private let number: NumberCell
  private let limits: Limits

  private enum Element { case row, cell, value, text, other }
  private var element = Element.other
  private var row = 0
  private var lastRow = 0
  private var column = 0
  private var type: [UInt8] = []
  private var style = 0
  private var value: [UInt8] = []
  private var phonetic = 0
  /// The cells of the row being read, in a piece of memory of their own.
  private var open = Records()
  private var rowCount = 0
  private var cellCount = 0
  private var byteCount = 0
  private var nextEvent = 0

  init(_ xml: XMLPieces, texts: SharedTexts, styles: [NumberStyle], number: NumberCell, limits: Limits) {
    self.xml = xml
    self.texts = texts
    self.styles = styles
    self.number = number
    self.limits = limits
  }

  func next(_ records: inout Records) throws(Refusal) -> Bool {
    records.removeAll()
    while records.rows.isEmpty {
      if nextEvent == xml.events.count {
        guard try xml.next() else { return false }
        nextEvent = 0
      }
      // A short row may hold long texts that are shared: the piece is not read on until they are taken.
      while nextEvent < xml.events.count, records.bytes.count < limits.rowBytes {
        nextEvent += 1
        try take(xml.events[nextEvent - 1], &records)
      }
    }
    return true
  }

  private func take(_ event: XMLEvent, _ records: inout Records) throws(Refusal) {
    switch event.kind {
    case .start: start(event)
    case .attribute: attribute(event)
    case .text:
      guard element == .value || (element == .text && phonetic == 0) else { return }
      value += xml.bytes[event.text]
      guard value.count <= limits.rowBytes else { throw .rowTooLong(line: row, limit: limits.rowBytes) }
    case .stop:
      if xml.isNamed("c", event) { try endCell() }
      if xml.isNamed("row", event) { try endRow(&records) }
      if xml.isNamed("rPh", event) { phonetic -= 1 }
      element = .other
    }
  }

  private func start(_ event: XMLEvent) {
    element = .other
    if xml.isNamed("row", event) {
      element = .row
      row = lastRow + 1
      column = 0
      open.removeAll()
    } else if xml.isNamed("c", event) {
      element = .cell
      column += 1
      type.removeAll(keepingCapacity: true)
      style = 0
      value.removeAll(keepingCapacity: true)
    } else if xml.isNamed("v", event) {
      element = .value
    } else if xml.isNamed("t", event) {
      element = .text
    } else if xml.isNamed("rPh", event) {
      phonetic += 1
    }
  }

  private func attribute(_ event: XMLEvent) {
    switch element {
    case .row: if xml.isNamed("r", event), let number = Int(xml.text(event.value)) { row = number }
    case .cell:
      if xml.isNamed("r", event) {
        column = XLSXSheetReader.column(xml.bytes[event.value]) ?? column
      } else if xml.isNamed("t", event) {
        type = Array(xml.bytes[event.value])
      } else if xml.isNamed("s", event) {
        style = Int(xml.text(event.value)) ?? 0
      }
    case .value, .text, .other: break
    }
  }

  /// The number of a column, from 1, out of a reference such as `AB12`.
  private static func column(_ reference: ArraySlice<UInt8>) -> Int? {
    var column = 0
    for byte in reference.prefix(4) {
      guard (0x41...0x5A).contains(byte & 0xDF), byte > 0x40 else { break }
      column = column * 26 + Int(byte & 0xDF) - 0x40
    }
    return column > 0 ? column : nil
  }

  private func endCell() throws(Refusal) {
    guard column <= limits.columns else { throw .tooManyColumns(line: row, limit: limits.columns) }
    // A cell that goes back stands where its row has come to.
    while open.cells.count < column - 1 { open.append([], .plain) }
    switch String(decoding: type, as: UTF8.self) {
    case "s": open.append(texts[Int(String(decoding: value, as: UTF8.self)) ?? -1], .text)
    case "inlineStr", "str", "e": open.append(value, .text)
    case "b": open.append((value == [0x31] ? "TRUE" : "FALSE").utf8, .text)
    case "d": open.append(value.prefix(10), .day)
    case _:
      let style = styles.indices.contains(style) ? styles[style] : .plain
      if style == .day || style == .time, let double = Double(String(decoding: value, as: UTF8.self)) {
        let (text, kind) = number.written(double, style: style)
        open.append(text.utf8, kind)
      } else {
        open.append(value, value.isEmpty ? .plain : style == .percentage ? .percentage : .number)
      }
    }
    guard open.bytes.count <= limits.rowBytes else { throw .rowTooLong(line: row, limit: limits.rowBytes) }
  }

  private func endRow(_ records: inout Records) throws(Refusal) {
    if row > lastRow + 1, lastRow > 0 {
      records.rows.append(Row(firstCell: records.cells.count, endCell: records.cells.count, line: lastRow + 1))
    }
    let (firstCell, base) = (records.cells.count, records.bytes.count)
    records.bytes += open.bytes
    for cell in open.cells {
      records.cells.append(Cell(cell.range.lowerBound + base, cell.range.upperBound + base, cell.kind))
    }
    records.rows.append(Row(firstCell: firstCell, endCell: records.cells.count, line: row))
    rowCount += 1
    cellCount += open.cells.count
    byteCount += open.bytes.count
    lastRow = max(row, lastRow)
    open.removeAll()
    guard rowCount <= limits.rows + 100 else { throw .tooManyRows(limit: limits.rows) }
    guard cellCount <= limits.cells else { throw .tooManyCells(limit: limits.cells) }
    guard byteCount <= limits.unpackedBytes else {
      throw .unpacksTooLarge(member: "", bytes: byteCount, limit: limits.unpackedBytes)
    }
  }
}
