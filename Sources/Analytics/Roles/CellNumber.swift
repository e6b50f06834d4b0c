/// The number of a cell.
enum CellNumber {
  case number(ExactNumber)
  case missing
  /// Something else than a number.
  case unread

  init(_ bytes: borrowing Span<UInt8>, _ cell: Cell, mark: DecimalMark, _ vocabulary: borrowing Vocabulary) {
    let range = cell.range
    if range.isEmpty {
      self = .missing
    } else if let whole = NumberShape.plainDigits(bytes, range), cell.kind != .percentage {
      self = .number(ExactNumber(mantissa: whole))
    } else if let shape = NumberShape(bytes, range),
      let number = ExactNumber(shape, mark: cell.kind == .number || cell.kind == .percentage ? .point : mark)
    {
      guard cell.kind == .percentage else {
        self = .number(number)
        return
      }
      let (hundred, isOver) = number.mantissa.multipliedReportingOverflow(by: 100)
      self = isOver ? .unread : .number(ExactNumber(mantissa: hundred, scale: number.scale))
    } else if range.count <= 20, MissingValue.isWritten(ColumnProfile.text(bytes, range), vocabulary) {
      self = .missing
    } else {
      self = .unread
    }
  }
}
