/// The rows of a sheet of an .xls. Its cells are collected first, for nothing forbids them to stand out of order; a
/// sheet has 65,536 rows at most.
final class XLSSheetReader: RecordStream {
  private struct Place {
    let row: Int32
    let column: Int32
    let cell: Cell
  }

  private var records: BIFFRecords
  private let texts: SharedTexts
  private let styles: [NumberStyle]
  private let number: NumberCell
  private let limits: Limits
  private var found = Records()
  private var places: [Place] = []
  private var nextPlace = 0
  private var lastRow: Int32 = -1
  /// Whether a formula's text is to follow, and where.
  private var formula: (row: Int, column: Int)?

  init(
    _ records: BIFFRecords, texts: SharedTexts, styles: [NumberStyle], number: NumberCell, limits: Limits
  ) throws(Refusal) {
    self.records = records
    self.texts = texts
    self.styles = styles
    self.number = number
    self.limits = limits
    guard try self.records.next() == 0x809 else { throw .damagedWorkbook }
    var depth = 1
    while depth > 0, let kind = try self.records.next() {
      switch kind {
      // A chart in a sheet has records of its own.
      case 0x809: depth += 1
      case 0x0A: depth -= 1
      case _: if depth == 1 { try take(kind) }
      }
      guard found.bytes.count <= limits.memberBytes else {
        throw .unpacksTooLarge(member: "", bytes: found.bytes.count, limit: limits.memberBytes)
      }
    }
    let isInOrder = zip(places, places.dropFirst()).allSatisfy { ($0.row, $0.column) < ($1.row, $1.column) }
    if !isInOrder { places.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
  }

  private func take(_ kind: Int) throws(Refusal) {
    let (row, column) = (records.number16(0), records.number16(2))
    switch kind {
    case 0xFD: add(texts[records.number32(6)], .text, row, column)
    case 0x203: add(records.double(6), records.number16(4), row, column)
    case 0x27E: add(BIFFRecords.double(rk: records.number32(6)), records.number16(4), row, column)
    case 0xBD:
      for index in 0..<max(0, (records.body.count - 6) / 6) {
        let offset = 4 + 6 * index
        add(BIFFRecords.double(rk: records.number32(offset + 2)), records.number16(offset), row, column + index)
      }
    case 0x204, 0xD6:
      var texts = BIFFTexts(records.bytes, [records.body.dropFirst(6)])
      add(try texts.text()[...], .text, row, column)
    case 0x205: add(Array((records.byte(6) == 0 ? "FALSE" : "TRUE").utf8)[...], .text, row, column)
    case 0x06:
      formula = nil
      guard records.number16(12) == 0xFFFF else { return add(records.double(6), records.number16(4), row, column) }
      if records.byte(6) == 0 { formula = (row, column) }
    case 0x207:
      guard let (row, column) = formula else { return }
      formula = nil
      var texts = BIFFTexts(records.bytes, try records.continued())
      add(try texts.text()[...], .text, row, column)
    case _: break
    }
  }

  private func add(_ text: ArraySlice<UInt8>, _ kind: CellKind, _ row: Int, _ column: Int) {
    // A text of nothing is how LinkedIn writes that there is no value.
    let start = found.bytes.count
    found.bytes += text
    places.append(
      Place(row: Int32(row), column: Int32(column), cell: Cell(start, found.bytes.count, text.isEmpty ? .plain : kind)))
  }

  private func add(_ value: Double, _ format: Int, _ row: Int, _ column: Int) {
    let style = styles.indices.contains(format) ? styles[format] : .plain
    let (text, kind) = number.written(value, style: style)
    add(Array(text.utf8)[...], kind, row, column)
  }

  func next(_ records: inout Records) throws(Refusal) -> Bool {
    records.removeAll()
    while nextPlace < places.count, records.rows.count < 1000, records.bytes.count < limits.rowBytes {
      let row = places[nextPlace].row
      if lastRow >= 0, row > lastRow + 1 {
        records.rows.append(Row(firstCell: records.cells.count, endCell: records.cells.count, line: Int(lastRow) + 2))
      }
      let firstCell = records.cells.count
      while nextPlace < places.count, places[nextPlace].row == row {
        let place = places[nextPlace]
        nextPlace += 1
        guard Int(place.column) < limits.columns else {
          throw .tooManyColumns(line: Int(row) + 1, limit: limits.columns)
        }
        // Of two cells in one place the first counts.
        guard records.cells.count - firstCell <= Int(place.column) else { continue }
        while records.cells.count - firstCell < Int(place.column) { records.append([], .plain) }
        records.append(found.bytes[place.cell.range], place.cell.kind)
      }
      records.rows.append(Row(firstCell: firstCell, endCell: records.cells.count, line: Int(row) + 1))
      lastRow = row
    }
    return !records.rows.isEmpty
  }
}
