/// The earlier and later states of a line; letters of one word typed in a row are one step.
struct UndoStack {
  private var earlier: [LineBuffer] = []
  private var later: [LineBuffer] = []
  private var current: LineBuffer
  /// Whether the next letter typed belongs to the same step as the one before.
  private var isTyping = false

  init(_ line: LineBuffer) { current = line }

  /// Takes note of the line as it is now.
  mutating func record(_ line: LineBuffer) {
    guard line.scalars != current.scalars else {
      if line.cursor != current.cursor { isTyping = false }
      current.cursor = line.cursor
      return
    }
    let typed = line.scalars.count == current.scalars.count + 1 && line.cursor == current.cursor + 1
    let letter = typed ? line.scalars[line.cursor - 1] : " "
    let continues = isTyping && typed && !letter.properties.isWhitespace
    if !continues { earlier.append(current) }
    isTyping = typed
    later = []
    current = line
  }

  mutating func undo() -> LineBuffer? {
    guard let line = earlier.popLast() else { return nil }
    later.append(current)
    current = line
    isTyping = false
    return line
  }

  mutating func redo() -> LineBuffer? {
    guard let line = later.popLast() else { return nil }
    earlier.append(current)
    current = line
    isTyping = false
    return line
  }
}
