extension Screen {
  mutating func perform(_ control: Control) {
    switch control {
    case .print(let scalar): print(scalar)
    case .single(let byte): single(byte)
    case .escape(let byte): escape(byte)
    case .sequence(mark: nil, let numbers, let final): sequence(final, numbers)
    case .sequence(mark: UInt8(ascii: "?"), let numbers, let final):
      if final == UInt8(ascii: "p"), marksPastes, numbers == [2004] {
        replies += Array("\u{1B}[?2004;\(isPasteBracketed ? 1 : 2)$y".utf8)
      }
      guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { return }
      for number in numbers { setMode(number, isOn: final == UInt8(ascii: "h")) }
    case .sequence: break
    }
  }

  private mutating func single(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: moveCursor(toColumn: cursorColumn - 1)
    case 0x09: moveCursor(toColumn: (cursorColumn / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveCursor(toColumn: 0)
    default: break
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "7"): savedCursor = (cursorRow, cursorColumn)
    case UInt8(ascii: "8"): moveCursor(toRow: savedCursor.row, column: savedCursor.column)
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "E"):
      moveCursor(toColumn: 0)
      lineFeed()
    case UInt8(ascii: "M"):
      if cursorRow == scrollTop { scrollDown() } else { moveCursor(toRow: cursorRow - 1, column: cursorColumn) }
    case UInt8(ascii: "c"):
      let past = history
      self = Screen(columns: columns, rows: rows, widths: widths, reflows: reflows)
      history = past
    default: break
    }
  }

  private mutating func setMode(_ number: Int, isOn: Bool) {
    switch number {
    case 7: isWrapping = isOn
    case 25: isCursorVisible = isOn
    case 2004: isPasteBracketed = isOn && marksPastes
    case 2026: isUpdating = isOn
    case 47, 1047, 1049: showOther(isOn)
    default: break
    }
  }

  private mutating func showOther(_ isOn: Bool) {
    if isOn, mainGrid == nil {
      savedCursor = (cursorRow, cursorColumn)
      mainGrid = grid
      grid = (0..<rows).map { _ in Row(columns: columns) }
    } else if !isOn, let main = mainGrid {
      mainGrid = nil
      grid = main
      moveCursor(toRow: savedCursor.row, column: savedCursor.column)
    }
  }

  private mutating func sequence(_ final: UInt8, _ numbers: [Int]) {
    /// A number that counts: at least 1, also where it is left out.
    func count(_ index: Int = 0) -> Int { max(index < numbers.count ? numbers[index] : 1, 1) }
    let first = numbers.first ?? 0
    switch final {
    case UInt8(ascii: "A"): moveCursor(toRow: cursorRow - count(), column: cursorColumn)
    case UInt8(ascii: "B"), UInt8(ascii: "e"): moveCursor(toRow: cursorRow + count(), column: cursorColumn)
    case UInt8(ascii: "C"), UInt8(ascii: "a"): moveCursor(toColumn: cursorColumn + count())
    case UInt8(ascii: "D"): moveCursor(toColumn: cursorColumn - count())
    case UInt8(ascii: "E"): moveCursor(toRow: cursorRow + count(), column: 0)
    case UInt8(ascii: "F"): moveCursor(toRow: cursorRow - count(), column: 0)
    case UInt8(ascii: "G"), UInt8(ascii: "`"): moveCursor(toColumn: count() - 1)
    case UInt8(ascii: "H"), UInt8(ascii: "f"): moveCursor(toRow: count() - 1, column: count(1) - 1)
    case UInt8(ascii: "d"): moveCursor(toRow: count() - 1, column: cursorColumn)
    case UInt8(ascii: "J"): eraseScreen(first)
    case UInt8(ascii: "K"): eraseLine(first)
    case UInt8(ascii: "L"): insertRows(count())
    case UInt8(ascii: "M"): deleteRows(count())
    case UInt8(ascii: "P"): deleteCells(count())
    case UInt8(ascii: "@"): insertCells(count())
    case UInt8(ascii: "X"): erase(columns: cursorColumn..<cursorColumn + count())
    case UInt8(ascii: "S"): for _ in 0..<count() { scrollUp() }
    case UInt8(ascii: "T"): for _ in 0..<count() { scrollDown() }
    case UInt8(ascii: "m"): style.apply(numbers)
    case UInt8(ascii: "r"):
      scrollTop = min(count() - 1, rows - 1)
      scrollBottom = min(numbers.count > 1 ? count(1) - 1 : rows - 1, rows - 1)
      moveCursor(toRow: 0, column: 0)
    case UInt8(ascii: "s"): savedCursor = (cursorRow, cursorColumn)
    case UInt8(ascii: "u"): moveCursor(toRow: savedCursor.row, column: savedCursor.column)
    case UInt8(ascii: "n"):
      if first == 5 { replies += Array("\u{1B}[0n".utf8) }
      if first == 6 { replies += Array("\u{1B}[\(cursorRow + 1);\(cursorColumn + 1)R".utf8) }
    case UInt8(ascii: "c"): replies += Array("\u{1B}[?62;22c".utf8)
    default: break
    }
  }
}
