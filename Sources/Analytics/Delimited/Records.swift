/// What a cell was in its file.
enum CellKind: UInt8 {
  /// A text, or anything that has no kind of its own, as all cells of a csv.
  case plain
  /// A text in quotation marks, or a cell of a workbook that holds a text.
  case text
  /// A number of a workbook, as a decimal with a point, perhaps with an exponent.
  case number
  /// A number of a workbook that is shown as a percentage; 0.0113 is 1.13 %.
  case percentage
  /// A day of a workbook, as `2026-09-01`.
  case day
}

/// A cell: a range of bytes, and its kind.
struct Cell {
  var start: Int32
  var end: Int32
  var kind: CellKind

  init(_ start: Int, _ end: Int, _ kind: CellKind) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.kind = kind
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// A row: a range of cells, and the line it begins at.
struct Row {
  var firstCell: Int
  var endCell: Int
  /// The line of the text, or the row of the sheet, from 1.
  var line: Int

  var count: Int { endCell - firstCell }
}

/// Some rows in a row, with the bytes of their cells (UTF-8, unquoted). Filled again and again, so that a long file
/// needs the memory of one piece.
struct Records {
  var bytes: [UInt8] = []
  var cells: [Cell] = []
  var rows: [Row] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  func text(_ cell: Cell) -> String { String(decoding: bytes[cell.range], as: UTF8.self) }

  /// A row as texts.
  func texts(_ row: Row) -> [String] { cells[row.firstCell..<row.endCell].map(text) }

  /// Appends a cell to the row being made.
  mutating func append(_ text: some Sequence<UInt8>, _ kind: CellKind) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    cells.append(Cell(start, bytes.count, kind))
  }
}

/// Rows that come some at a time: those of a text, or of a sheet.
protocol RecordStream: AnyObject {
  /// Puts the next rows in place of those before; false when there are no more.
  func next(_ records: inout Records) throws(Refusal) -> Bool
}
