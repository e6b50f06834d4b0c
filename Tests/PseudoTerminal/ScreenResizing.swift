extension Screen {
  /// Gives the window another size, as a person who drags its corner does.
  ///
  /// A terminal that reflows breaks long rows anew and joins what it broke; others cut rows off. A lower window loses
  /// empty rows below the cursor first, then rows at the top to the scrollback; a higher one takes them back from there.
  ///
  /// - Parameters:
  ///   - newColumns: how wide it is now.
  ///   - newRows: how high it is now.
  public mutating func resize(columns newColumns: Int, rows newRows: Int) {
    var all = history + grid
    var cursor = (row: history.count + cursorRow, column: cursorColumn)
    if newColumns != columns {
      if reflows, mainGrid == nil {
        (all, cursor) = Screen.reflow(all, cursor: cursor, columns: newColumns)
      } else {
        for index in all.indices { all[index].fit(newColumns) }
      }
    }
    // What is empty below the cursor is not worth scrolling for.
    while all.count > max(newRows, cursor.row + 1), all.last?.used == 0 { all.removeLast() }
    let scrolledOut = history.count
    columns = newColumns
    rows = newRows
    let missing = newRows - (all.count - min(scrolledOut, all.count))
    let top = missing > 0 ? max(0, min(scrolledOut, all.count) - missing) : all.count - newRows
    history = [Row](all[..<top])
    grid = [Row](all[top...])
    while grid.count < newRows { grid.append(Row(columns: newColumns)) }
    scrollTop = 0
    scrollBottom = newRows - 1
    mainGrid = mainGrid.map { main in
      let fitted = main.map { $0.fitted(newColumns) }.suffix(newRows)
      return fitted + (fitted.count..<newRows).map { _ in Row(columns: newColumns) }
    }
    moveCursor(toRow: cursor.row - top, column: cursor.column)
  }

  /// Joins the rows that were broken at the edge, and breaks them anew at another width.
  private static func reflow(
    _ rows: [Row], cursor: (row: Int, column: Int), columns: Int
  ) -> (rows: [Row], cursor: (row: Int, column: Int)) {
    var result: [Row] = []
    var newCursor = (row: 0, column: 0)
    var index = 0
    while index < rows.count {
      var cells: [Cell] = []
      var cursorAt: Int?
      var isContinued = true
      while isContinued, index < rows.count {
        if cursor.row == index { cursorAt = cells.count + cursor.column }
        isContinued = rows[index].isContinued
        cells += isContinued ? rows[index].cells[...] : rows[index].cells[..<rows[index].used]
        index += 1
      }
      var start = 0
      repeat {
        var end = min(start + columns, cells.count)
        // A wide character is not torn apart.
        if end < cells.count, end > start + 1, cells[end].text.isEmpty { end -= 1 }
        var row = Row(columns: columns)
        row.cells.replaceSubrange(0..<end - start, with: cells[start..<end])
        row.isContinued = end < cells.count
        if let place = cursorAt, place >= start, place < end || end == cells.count {
          newCursor = (result.count, min(place - start, columns - 1))
        }
        result.append(row)
        start = end
      } while start < cells.count
    }
    return (result, newCursor)
  }
}

extension Row {
  mutating func fit(_ columns: Int) {
    isContinued = false
    if cells.count > columns { cells.removeLast(cells.count - columns) }
    while cells.count < columns { cells.append(.blank) }
  }

  func fitted(_ columns: Int) -> Row {
    var row = self
    row.fit(columns)
    return row
  }
}
