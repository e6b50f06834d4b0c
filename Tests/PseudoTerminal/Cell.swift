/// One place of a screen.
public struct Cell: Hashable, Sendable {
  /// What stands in it: a character with its marks; empty in the second half of a wide one, a space where nothing is.
  public var text: String
  /// How it is shown.
  public var style: CellStyle

  /// Where nothing is.
  public static let blank = Cell(text: " ", style: CellStyle())
}

/// How a cell is shown, as far as a program may rely on it.
public struct CellStyle: Hashable, Sendable {
  /// Whether it is bold.
  public var isBold = false
  /// Whether text and ground are exchanged.
  public var isReverse = false
  /// One of the eight colours, by its number; nil is the terminal's own.
  public var colour: Int?

  /// Makes a style.
  ///
  /// - Parameters:
  ///   - isBold: whether it is bold.
  ///   - isReverse: whether text and ground are exchanged.
  ///   - colour: one of the eight colours, by its number.
  public init(isBold: Bool = false, isReverse: Bool = false, colour: Int? = nil) {
    self.isBold = isBold
    self.isReverse = isReverse
    self.colour = colour
  }

  /// Takes the numbers of a control sequence for styles; what is not known is left out.
  mutating func apply(_ codes: [Int]) {
    for code in codes.isEmpty ? [0] : codes {
      switch code {
      case 0: self = CellStyle()
      case 1: isBold = true
      case 22: isBold = false
      case 7: isReverse = true
      case 27: isReverse = false
      case 30...37: colour = code - 30
      case 39: colour = nil
      default: break
      }
    }
  }
}

/// A row of cells.
struct Row: Hashable {
  var cells: [Cell]
  /// Whether the text went on into the next row because it reached the edge.
  var isContinued = false

  init(columns: Int) { cells = [Cell](repeating: .blank, count: columns) }

  /// The text without the blanks at its end.
  var text: String {
    let used = cells.lastIndex { $0.text != " " }.map { $0 + 1 } ?? 0
    return cells[..<used].map(\.text).joined()
  }

  /// How many cells have been written to, blanks at the end left out.
  var used: Int { cells.lastIndex { $0 != .blank }.map { $0 + 1 } ?? 0 }
}
