// What the controls do to the rows.

extension Screen {
  // MARK: Printing

  mutating func print(_ scalar: Unicode.Scalar) {
    if join(scalar) { return }
    let width = Widths.width(of: scalar)
    if width == 0 { return }
    if isWrapPending || cursorColumn + width > columns {
      if isWrapping { wrap() } else { cursorColumn = max(columns - width, 0) }
    }
    put(String(scalar), width: min(width, columns), at: cursorColumn)
    lastPrinted = (cursorRow, cursorColumn)
    advance(by: width)
  }

  /// Adds a mark or another part of a cluster to the character before; false when it stands for itself.
  private mutating func join(_ scalar: Unicode.Scalar) -> Bool {
    let width = Widths.width(of: scalar)
    switch widths {
    case .scalars:
      guard width == 0, let place = placeBeforeCursor else { return false }
      grid[place.row].cells[place.column].text.unicodeScalars.append(scalar)
      return true
    case .clusters:
      guard let place = lastPrinted ?? (width == 0 ? placeBeforeCursor : nil) else { return false }
      var joined = grid[place.row].cells[place.column].text
      joined.unicodeScalars.append(scalar)
      guard joined.count == 1 || width == 0 else { return false }
      let newWidth = max(Widths.width(ofCluster: joined), 1)
      let isWide = place.column + 1 < columns && grid[place.row].cells[place.column + 1].text.isEmpty
      if newWidth == 2, !isWide, place.column + 1 < columns, lastPrinted != nil {
        put(joined, width: 2, at: place.column)
        cursorColumn = place.column
        advance(by: 2)
      } else {
        grid[place.row].cells[place.column].text = joined
      }
      return true
    }
  }

  /// The character left of the cursor, or under it when the edge is reached.
  private var placeBeforeCursor: (row: Int, column: Int)? {
    var column = isWrapPending ? cursorColumn : cursorColumn - 1
    while column > 0, grid[cursorRow].cells[column].text.isEmpty { column -= 1 }
    return column < 0 ? nil : (cursorRow, column)
  }

  private mutating func wrap() {
    grid[cursorRow].isContinued = true
    moveCursor(toColumn: 0)
    lineFeed()
  }

  private mutating func advance(by width: Int) {
    isWrapPending = isWrapping && cursorColumn + width >= columns
    cursorColumn = min(cursorColumn + width, columns - 1)
  }

  private mutating func put(_ text: String, width: Int, at column: Int) {
    clearHalves(cursorRow, column)
    grid[cursorRow].cells[column] = Cell(text: text, style: style)
    guard width == 2, column + 1 < columns else { return }
    clearHalves(cursorRow, column + 1, keepingFirst: true)
    grid[cursorRow].cells[column + 1] = Cell(text: "", style: style)
  }

  /// A wide character of which one half is written over disappears altogether.
  private mutating func clearHalves(_ row: Int, _ column: Int, keepingFirst: Bool = false) {
    let isSecond = grid[row].cells[column].text.isEmpty
    if isSecond, column > 0, !keepingFirst { grid[row].cells[column - 1] = .blank }
    if column + 1 < columns, grid[row].cells[column + 1].text.isEmpty { grid[row].cells[column + 1] = .blank }
  }

  // MARK: The cursor

  mutating func moveCursor(toRow row: Int, column: Int) {
    cursorRow = min(max(row, 0), rows - 1)
    moveCursor(toColumn: column)
  }

  mutating func moveCursor(toColumn column: Int) {
    cursorColumn = min(max(column, 0), columns - 1)
    isWrapPending = false
    lastPrinted = nil
  }

  // MARK: Scrolling

  mutating func lineFeed() {
    lastPrinted = nil
    isWrapPending = false
    if cursorRow == scrollBottom { scrollUp() } else if cursorRow < rows - 1 { cursorRow += 1 }
  }

  mutating func scrollUp() {
    let row = grid.remove(at: scrollTop)
    if scrollTop == 0, mainGrid == nil { history.append(row) }
    grid.insert(Row(columns: columns), at: scrollBottom)
  }

  mutating func scrollDown() {
    grid.remove(at: scrollBottom)
    grid.insert(Row(columns: columns), at: scrollTop)
  }

  mutating func insertRows(_ count: Int) {
    for _ in 0..<min(count, scrollBottom - cursorRow + 1) {
      grid.remove(at: scrollBottom)
      grid.insert(Row(columns: columns), at: cursorRow)
    }
  }

  mutating func deleteRows(_ count: Int) {
    for _ in 0..<min(count, scrollBottom - cursorRow + 1) {
      grid.remove(at: cursorRow)
      grid.insert(Row(columns: columns), at: scrollBottom)
    }
  }

  // MARK: Erasing

  mutating func eraseScreen(_ part: Int) {
    switch part {
    case 0:
      if keepsWhatIsCleared, cursorRow == 0, cursorColumn == 0 { keepRows() }
      eraseLine(0)
      for row in (cursorRow + 1)..<max(rows, cursorRow + 1) { grid[row] = Row(columns: columns) }
    case 1:
      eraseLine(1)
      for row in 0..<cursorRow { grid[row] = Row(columns: columns) }
    case 2: for row in 0..<rows { grid[row] = Row(columns: columns) }
    case 3: history = []
    default: break
    }
  }

  /// Puts the rows that are not empty into the scrollback.
  private mutating func keepRows() {
    let used = grid.lastIndex { $0.used > 0 }.map { $0 + 1 } ?? 0
    history += grid[..<used]
  }

  mutating func eraseLine(_ part: Int) {
    switch part {
    case 0:
      erase(columns: cursorColumn..<columns)
      grid[cursorRow].isContinued = false
    case 1: erase(columns: 0..<cursorColumn + 1)
    case 2: grid[cursorRow] = Row(columns: columns)
    default: break
    }
  }

  mutating func erase(columns erased: Range<Int>) {
    isWrapPending = false
    lastPrinted = nil
    for column in erased.clamped(to: 0..<columns) {
      clearHalves(cursorRow, column)
      grid[cursorRow].cells[column] = .blank
    }
  }

  mutating func insertCells(_ count: Int) {
    let count = min(count, columns - cursorColumn)
    grid[cursorRow].cells.insert(contentsOf: [Cell](repeating: .blank, count: count), at: cursorColumn)
    grid[cursorRow].cells.removeLast(count)
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - cursorColumn)
    grid[cursorRow].cells.removeSubrange(cursorColumn..<cursorColumn + count)
    grid[cursorRow].cells += [Cell](repeating: .blank, count: count)
  }
}
