import PseudoTerminal
import Text

@testable import LineEditor

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A person typing at an editor whose terminal is a screen model and whose clock stands still until told otherwise.
///
/// Whenever the editor waits, the screen is compared with a repaint of the same frame on an empty one.
final class Typist {
  enum Event: Hashable {
    /// Bytes that come at once.
    case keys(String)
    case resize(columns: Int, rows: Int)
    case pass(Duration)
    case message(String)
    case signal(Int32)
  }

  private(set) var screen: Screen
  private(set) var now = Duration.seconds(1000)
  /// How many bytes each write had.
  private(set) var writes: [Int] = []
  /// The lines as they were whenever the editor waited.
  private(set) var states: [LineBuffer] = []
  /// Where the screen was not what a full repaint would have shown.
  private(set) var discrepancies: [String] = []
  /// Whether the screen is compared at all.
  var compares = true

  private let idle: IdleTerminal
  private let edit: EditLine
  private let history: History
  private var reader: RichReader?
  private var size: WindowSize
  private var events: ArraySlice<Event> = []

  init(
    columns: Int = 60, rows: Int = 16, history: [String] = [], editrc: [String] = [], widths: Widths = .clusters,
    reflows: Bool = true
  ) throws {
    idle = try IdleTerminal()
    screen = Screen(columns: columns, rows: rows, widths: widths, reflows: reflows)
    size = WindowSize(columns: columns, rows: rows)
    self.history = History(path: nil)
    for line in history { self.history.append(line) }
    guard let edit = EditLine(program: "typist", descriptor: idle.descriptor, configuration: editrc) else {
      throw LineEditorError.terminalUnusable(errno: errno)
    }
    self.edit = edit
    reader = RichReader(
      terminal: terminal(reflows: reflows), edit: edit, history: self.history, clock: Clock { [unowned self] in now },
      labels: .english, rendering: .colours)
  }

  /// The line as it is now.
  var line: LineBuffer { edit.line }
  /// The lines in the history, oldest first.
  var entries: [String] { history.entries }

  /// Reads a line while things happen; when no more happens, the terminal is closed.
  @discardableResult
  func read(_ events: [Event], _ request: Request = Request()) -> Outcome {
    self.events = events[...]
    return reader?.read(request) ?? .endOfInput
  }

  func keepFrame() { reader?.keepFrame() }
  func eraseFrame() { reader?.eraseFrame() }

  private func terminal(reflows: Bool) -> Terminal {
    Terminal(
      descriptor: idle.descriptor, size: { [unowned self] in size },
      write: { [unowned self] bytes in
        writes.append(bytes.count)
        screen.feed(bytes)
        return true
      },
      wait: { [unowned self] _ in
        states.append(edit.line)
        compare()
        return next()
      }, setRaw: { _ in 0 }, suspend: {}, release: {}, reflows: reflows)
  }

  private func next() -> Arrival {
    switch events.popFirst() {
    case nil: return .closed
    case .keys(let text): return .bytes(Array(text.utf8))
    case .resize(let columns, let rows):
      size = WindowSize(columns: columns, rows: rows)
      screen.resize(columns: columns, rows: rows)
      return .signal(SIGWINCH)
    case .pass(let duration):
      now += duration
      return .timeout
    case .message(let text):
      reader?.show([StyledText(text)])
      return .timeout
    case .signal(let number): return .signal(number)
    }
  }

  private func compare() {
    guard compares, let frame = reader?.painter.shown else { return }
    var painter = Painter(columns: size.columns, rendering: .colours)
    var fresh = Screen(columns: size.columns, rows: size.rows, widths: screen.widths)
    fresh.feed(painter.paint(frame))
    let top = screen.cursorRow - frame.cursor.row
    let isEqual =
      top >= 0 && screen.cursorColumn == fresh.cursorColumn && !screen.isUpdating
      && (0..<size.rows).allSatisfy { top + $0 >= size.rows || screen.cells(ofRow: top + $0) == fresh.cells(ofRow: $0) }
    if !isEqual { discrepancies.append("shown:\n\(screen)\nrepainted:\n\(fresh)") }
  }
}

/// What the keys send.
enum Keys {
  static let left = "\u{1B}[D", right = "\u{1B}[C", up = "\u{1B}[A", down = "\u{1B}[B"
  static let home = "\u{1B}[H", end = "\u{1B}[F", delete = "\u{1B}[3~", backspace = "\u{7F}"
  static let wordLeft = "\u{1B}[1;5D", wordRight = "\u{1B}[1;5C", deleteWord = "\u{1B}[3;5~"
  static let tab = "\t", backTab = "\u{1B}[Z", enter = "\r", escape = "\u{1B}"

  static func control(_ letter: Character) -> String {
    letter.asciiValue.map { String(Unicode.Scalar($0 & 0x1F)) } ?? ""
  }

  static func alt(_ letter: Character) -> String { "\u{1B}" + String(letter) }

  static func pasted(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }
}

extension LineBuffer {
  /// A line in which `|` is the cursor.
  init(marked text: String) {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    self.init(
      scalars: parts.flatMap { Array($0.unicodeScalars) }, cursor: parts.first?.unicodeScalars.count ?? 0)
  }

  /// The line with `|` for the cursor.
  var marked: String { before + "|" + after }
}
