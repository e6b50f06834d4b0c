/// Finds the cells and rows in a text (RFC 4180, and kinder): cells parted by a delimiter, rows by LF, CRLF or CR; a
/// cell in quotation marks may hold all of these, and a quotation mark twice.
struct DelimitedScan {
  let delimiter: UInt8
  /// The highest byte that means anything in a cell without quotation marks.
  private let highest: UInt8
  /// The line on which the next row begins, from 1.
  private(set) var line = 1
  /// The cells of the rows found last in which quotation marks stand twice.
  private(set) var doubled: [Int] = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// What follows a cell.
  private enum Next { case cell, row, nothingYet }

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    highest = max(delimiter, DelimitedScan.carriageReturn)
  }

  /// Finds whole rows; what stands behind the last one is to be scanned again when more of the text is there.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - isEnd: Whether nothing follows.
  ///   - cells: What is found is appended.
  ///   - rows: What is found is appended.
  /// - Returns: How many bytes the rows have.
  /// - Throws: When a quotation mark is never closed.
  mutating func scan(
    _ text: borrowing Span<UInt8>, isEnd: Bool, into cells: inout [Cell], _ rows: inout [Row]
  ) throws(Refusal) -> Int {
    doubled.removeAll(keepingCapacity: true)
    var (place, taken) = (0, 0)
    while place < text.count {
      let (firstCell, firstDoubled) = (cells.count, doubled.count)
      var (lines, next) = (0, Next.cell)
      while next == .cell {
        if place < text.count, text[place] == DelimitedScan.quote {
          next = try quotedCell(text, &place, isEnd, &cells, &lines)
        } else {
          next = plainCell(text, &place, from: place, isEnd, &cells)
        }
      }
      guard next == .row else {
        cells.removeSubrange(firstCell...)
        doubled.removeSubrange(firstDoubled...)
        break
      }
      rows.append(Row(firstCell: firstCell, endCell: cells.count, line: line))
      line += lines + 1
      taken = place
    }
    return taken
  }

  /// A cell up to the next delimiter or line end, from a place to search on from.
  private func plainCell(
    _ text: borrowing Span<UInt8>, _ place: inout Int, from start: Int, _ isEnd: Bool, _ cells: inout [Cell]
  ) -> Next {
    let count = text.count
    var end = place
    while end < count {
      let byte = text[end]
      guard
        byte > highest || (byte != delimiter && byte != DelimitedScan.lineFeed && byte != DelimitedScan.carriageReturn)
      else {
        break
      }
      end += 1
    }
    let next = after(end, text, &place, isEnd)
    if next != .nothingYet { cells.append(Cell(start, end, .plain)) }
    return next
  }

  private mutating func quotedCell(
    _ text: borrowing Span<UInt8>, _ place: inout Int, _ isEnd: Bool, _ cells: inout [Cell], _ lines: inout Int
  ) throws(Refusal) -> Next {
    let (start, count) = (place, text.count)
    var (end, isDoubled) = (start + 1, false)
    while true {
      guard end < count else {
        if isEnd { throw .unclosedQuote(line: line) }
        return .nothingYet
      }
      let byte = text[end]
      if byte == DelimitedScan.quote {
        guard end + 1 < count else {
          if isEnd { break }
          return .nothingYet
        }
        guard text[end + 1] == DelimitedScan.quote else { break }
        isDoubled = true
        end += 2
        continue
      }
      if byte == DelimitedScan.lineFeed { lines += 1 }
      if byte == DelimitedScan.carriageReturn, end + 1 < count, text[end + 1] != DelimitedScan.lineFeed { lines += 1 }
      end += 1
    }
    place = end + 1
    if place < count {
      let byte = text[place]
      guard byte == delimiter || byte == DelimitedScan.lineFeed || byte == DelimitedScan.carriageReturn else {
        // Something stands behind the closing mark: the cell is taken as it is written.
        return plainCell(text, &place, from: start, isEnd, &cells)
      }
    }
    let next = after(place, text, &place, isEnd)
    if next != .nothingYet {
      if isDoubled { doubled.append(cells.count) }
      cells.append(Cell(start + 1, end, .text))
    }
    return next
  }

  /// Goes behind the delimiter or line end at a place.
  private func after(_ end: Int, _ text: borrowing Span<UInt8>, _ place: inout Int, _ isEnd: Bool) -> Next {
    guard end < text.count else {
      place = end
      return isEnd ? .row : .nothingYet
    }
    place = end + 1
    if text[end] == delimiter { return place < text.count || isEnd ? .cell : .nothingYet }
    guard text[end] == DelimitedScan.carriageReturn else { return .row }
    guard place < text.count else { return isEnd ? .row : .nothingYet }
    if text[place] == DelimitedScan.lineFeed { place += 1 }
    return .row
  }
}
