/// What a terminal shows, kept by reading what a program writes.
///
/// It knows what the programs of this package and common ones use: cursor moves, erasing, inserting and deleting,
/// scrolling with scrollback, wrapping at the edge with its pending state, wide characters and marks, styles, the other
/// screen, bracketed paste and updates shown at once. What it does not know, it ignores, as terminals do.
public struct Screen: Sendable {
  /// How wide it is.
  public internal(set) var columns: Int
  /// How high it is.
  public internal(set) var rows: Int
  /// How columns are counted.
  public let widths: Widths
  /// Whether rows are broken anew when the width changes, as most terminals do, or cut off.
  public let reflows: Bool
  /// Whether what is cleared from the very first place on goes to the scrollback, as in tmux.
  public var keepsWhatIsCleared = false

  /// The row of the cursor, from 0.
  public internal(set) var cursorRow = 0
  /// The column of the cursor, from 0.
  public internal(set) var cursorColumn = 0
  /// Whether the program asked for pastes to be marked.
  public internal(set) var isPasteBracketed = false
  /// Whether the terminal can mark what is pasted, and says so.
  public var marksPastes = true
  /// Whether the program is in the middle of an update that is to be shown at once.
  public internal(set) var isUpdating = false
  /// Whether the cursor is shown.
  public internal(set) var isCursorVisible = true
  /// How often the bell was rung.
  public internal(set) var bells = 0
  /// How many bytes have been written to it.
  public private(set) var byteCount = 0

  var grid: [Row]
  var history: [Row] = []
  var style = CellStyle()
  /// Whether the last column was written, so that the next character goes to the next row first.
  var isWrapPending = false
  /// Whether text that reaches the edge goes on in the next row.
  var isWrapping = true
  /// Where the last character was printed, as long as nothing has happened since.
  var lastPrinted: (row: Int, column: Int)?
  var scrollTop = 0
  var scrollBottom: Int
  var savedCursor = (row: 0, column: 0)
  /// The rows of the main screen while the other one is shown.
  var mainGrid: [Row]?
  /// What the terminal has to answer to the program.
  var replies: [UInt8] = []
  private var parser = ControlParser()

  /// Makes an empty screen.
  ///
  /// - Parameters:
  ///   - columns: how wide it is.
  ///   - rows: how high it is.
  ///   - widths: how columns are counted.
  ///   - reflows: whether rows are broken anew when the width changes.
  public init(columns: Int, rows: Int, widths: Widths = .clusters, reflows: Bool = true) {
    self.columns = columns
    self.rows = rows
    self.widths = widths
    self.reflows = reflows
    grid = (0..<rows).map { _ in Row(columns: columns) }
    scrollBottom = rows - 1
  }

  /// The rows from top to bottom, always as many as the screen is high, without the blanks at their ends.
  public var lines: [String] { grid.map(\.text) }

  /// The rows that have scrolled out at the top, oldest first, without the blanks at their ends.
  public var scrollback: [String] { history.map(\.text) }

  /// The scrollback and the screen, without empty rows at the end.
  public var allLines: [String] {
    let all = scrollback + lines
    return [String](all[..<(all.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
  }

  /// The row of the cursor.
  public var cursorLine: String { lines[cursorRow] }

  /// Whether a text stands somewhere in the rows.
  ///
  /// - Parameter text: a piece of one row.
  /// - Returns: whether it is there now; the scrollback does not count.
  public func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The cell at a place.
  ///
  /// - Parameters:
  ///   - row: the row, from 0.
  ///   - column: the column, from 0.
  /// - Returns: the cell.
  public func cell(row: Int, column: Int) -> Cell { grid[row].cells[column] }

  /// The cells of a row, from left to right.
  ///
  /// - Parameter row: the row, from 0.
  /// - Returns: as many cells as the screen is wide.
  public func cells(ofRow row: Int) -> [Cell] { grid[row].cells }

  /// Whether another screen shows the same: text, styles, cursor.
  ///
  /// - Parameter other: the other screen.
  /// - Returns: whether a person would see the same; the scrollback does not count.
  public func looksLike(_ other: Screen) -> Bool {
    grid.map(\.cells) == other.grid.map(\.cells) && cursorRow == other.cursorRow && cursorColumn == other.cursorColumn
  }

  /// Takes what a program writes.
  ///
  /// - Parameter bytes: the bytes, cut anywhere.
  public mutating func feed(_ bytes: [UInt8]) {
    byteCount += bytes.count
    for control in parser.feed(bytes) { perform(control) }
  }
}

extension Screen: CustomStringConvertible {
  /// The screen with a frame around it, for people who look at a failed test.
  public var description: String {
    let edge = "+" + String(repeating: "-", count: columns) + "+"
    let body = grid.enumerated().map { number, row in
      let blanks = row.cells.count - row.used
      let text = row.cells[..<row.used].map(\.text).joined() + String(repeating: " ", count: max(blanks, 0))
      return "|" + text + "|" + (number == cursorRow ? " ‹ cursor in column \(cursorColumn)" : "")
    }
    let scrolled = history.isEmpty ? [] : ["(\(history.count) rows scrolled out, the last: \(scrollback.suffix(3)))"]
    return (scrolled + [edge] + body + [edge]).joined(separator: "\n")
  }
}
