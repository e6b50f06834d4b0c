internal import Text

/// Brings frames onto a screen, each as one run of bytes that changes only what differs.
struct Painter {
  /// What the screen shows, as far as it is ours; nil when nothing is.
  private(set) var shown: Frame?
  /// How many rows there are from the top of the frame without scrolling.
  private var height = 0
  private var place = Place(row: 0, column: 0)
  var rendering: Rendering
  var columns: Int

  init(columns: Int, rendering: Rendering) {
    self.columns = columns
    self.rendering = rendering
  }

  /// Shows a frame in the place of the one before.
  mutating func paint(_ frame: Frame) -> [UInt8] {
    guard frame != shown else { return [] }
    var output = Output()
    draw(frame, &output)
    return output.synchronised
  }

  /// Prints rows for good above the frame, and the frame again below them.
  mutating func print(_ rows: [[Glyph]], above frame: Frame?) -> [UInt8] {
    var output = Output()
    erase(&output)
    for row in rows {
      write(row[...], column: 0, &output)
      cutOff(row, &output)
      output.add("\r\n")
    }
    height = 0
    if let frame { draw(frame, &output) }
    return output.synchronised
  }

  /// Removes the frame.
  mutating func erase() -> [UInt8] {
    guard shown != nil else { return [] }
    var output = Output()
    erase(&output)
    return output.synchronised
  }

  /// Leaves the frame where it is, for good; what is next stands below it.
  mutating func keep() -> [UInt8] {
    guard let frame = shown else { return [] }
    var output = Output()
    move(to: Place(row: frame.rows.count - 1, column: 0), &output)
    output.add("\r\n")
    forget()
    return output.synchronised
  }

  /// The screen was changed by others: nothing on it is ours any more.
  mutating func forget() {
    shown = nil
    height = 0
    place = Place(row: 0, column: 0)
  }

  /// The window has another width; removes what the terminal made of the frame.
  ///
  /// - Parameters:
  ///   - columns: the width now.
  ///   - reflows: whether the terminal breaks rows that have become too long, or cuts them off.
  /// - Returns: the bytes that do it.
  mutating func resize(columns: Int, reflows: Bool) -> [UInt8] {
    defer { self.columns = columns }
    guard let frame = shown else { return [] }
    func taken(_ width: Int) -> Int { reflows ? max(1, (width + columns - 1) / columns) : 1 }
    var up = frame.rows.prefix(place.row).reduce(0) { $0 + taken($1.width) }
    if reflows { up += place.column / columns }
    var output = Output()
    output.add("\r")
    if up > 0 { output.add("\u{1B}[\(up)A") }
    output.add(Painter.clearing)
    forget()
    return output.synchronised
  }

  /// Clears the window, so that the next frame stands at its top.
  mutating func clearScreen() -> [UInt8] {
    forget()
    return Array("\u{1B}[H\u{1B}[2J".utf8)
  }

  // MARK: Drawing

  private mutating func draw(_ frame: Frame, _ output: inout Output) {
    let old = shown?.rows ?? []
    for (number, row) in frame.rows.enumerated() {
      if number < old.count {
        update(old[number], to: row, number, &output)
      } else {
        move(to: Place(row: number, column: 0), &output)
        write(row[...], column: 0, &output)
        cutOff(row, &output)
      }
    }
    if frame.rows.count < old.count {
      move(to: Place(row: frame.rows.count, column: 0), &output)
      output.add("\u{1B}[J")
    }
    move(to: frame.cursor, &output)
    shown = frame
  }

  private mutating func update(_ old: [Glyph], to new: [Glyph], _ number: Int, _ output: inout Output) {
    guard old != new else { return }
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    let column = new[..<start].width
    let oldWidth = column + old[start...].width
    let newWidth = column + new[start...].width
    var end = new.count
    let allCertain = old[start...].allSatisfy(\.certain) && new[start...].allSatisfy(\.certain)
    if oldWidth == newWidth, allCertain {
      // As many glyphs as columns, in both.
      while end > start, old[end - 1] == new[end - 1] { end -= 1 }
    }
    move(to: Place(row: number, column: column), &output)
    // Where the terminal takes less room than was guessed, nothing old must show through.
    if !allCertain { output.add("\u{1B}[K") }
    write(new[start..<end], column: column, &output)
    if newWidth < oldWidth || !allCertain, newWidth < columns { output.add("\u{1B}[K") }
  }

  /// Removes what goes beyond the end of a row where the terminal takes more room than was guessed.
  private func cutOff(_ row: [Glyph], _ output: inout Output) {
    if row.width < columns, !row.allSatisfy(\.certain) { output.add("\u{1B}[K") }
  }

  /// Writes glyphs at the cursor; after one whose width terminals disagree on, the column is named anew.
  private mutating func write(_ glyphs: ArraySlice<Glyph>, column: Int, _ output: inout Output) {
    var style = Style.plain
    var column = column
    for glyph in glyphs {
      if glyph.style != style {
        if style != .plain { output.add("\u{1B}[0m") }
        output.add(rendering.sequence(for: glyph.style))
        style = glyph.style
      }
      if !glyph.certain { output.keepInRow() }
      output.add(glyph.cluster)
      column += glyph.width
      if !glyph.certain, column < columns { output.add("\u{1B}[\(column + 1)G") }
    }
    if style != .plain { output.add("\u{1B}[0m") }
    place.column = column
  }

  private mutating func move(to target: Place, _ output: inout Output) {
    if target.row >= height {
      // Rows that were never there are made, which may scroll the window.
      if height > 0 { moveRow(to: height - 1, &output) }
      let missing = target.row - max(height - 1, 0)
      output.add(String(repeating: "\r\n", count: missing))
      if missing > 0 || height == 0 { place.column = 0 }
      if height == 0 && missing == 0 { output.add("\r") }
      height = target.row + 1
      place.row = target.row
    } else {
      moveRow(to: target.row, &output)
    }
    guard place.column != target.column else { return }
    output.add(target.column == 0 ? "\r" : "\u{1B}[\(target.column + 1)G")
    place.column = target.column
  }

  private mutating func moveRow(to row: Int, _ output: inout Output) {
    if row < place.row { output.add("\u{1B}[\(place.row - row)A") }
    if row > place.row { output.add("\u{1B}[\(row - place.row)B") }
    place.row = row
  }

  /// Clears from the start of a row to the end of the window, in two steps: some terminals keep in their scrollback what
  /// is cleared from the very first place on.
  private static let clearing = "\r\u{1B}[K\u{1B}[C\u{1B}[J\r"

  private mutating func erase(_ output: inout Output) {
    guard shown != nil else { return }
    move(to: Place(row: 0, column: 0), &output)
    output.add(Painter.clearing)
    shown = nil
    place = Place(row: 0, column: 0)
  }
}

/// Bytes on their way to the screen, between the marks that make a terminal show them all at once.
private struct Output {
  private static let start = Array("\u{1B}[?2026h".utf8)
  private var bytes = start
  private var staysInRow = false

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func add(_ cluster: Character) { bytes.append(contentsOf: cluster.utf8) }

  /// What comes next may be wider than was guessed; the terminal must not go on in the next row for that.
  mutating func keepInRow() {
    if !staysInRow { add("\u{1B}[?7l") }
    staysInRow = true
  }

  /// All of it with its marks; empty when there is nothing in it.
  var synchronised: [UInt8] {
    guard bytes.count > Output.start.count else { return [] }
    return bytes + (staysInRow ? "\u{1B}[?7h\u{1B}[?2026l" : "\u{1B}[?2026l").utf8
  }
}
