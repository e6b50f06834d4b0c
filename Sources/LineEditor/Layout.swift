internal import Text

/// Everything that is to be seen while a line is typed.
struct View {
  var above = Block()
  var prompt = StyledText("› ").glyphs
  var line = LineBuffer()
  /// How the line is shown: reversed while it is selected.
  var lineStyle = Style.plain
  var rightPrompt: StyledText?
  var below: Below = .nothing
}

/// What stands above the line, broken into rows once for many frames.
struct Block {
  private(set) var rows: [[Glyph]] = []

  init() {}

  init(_ lines: [StyledText], columns: Int) {
    rows = lines.flatMap { $0.wrapped(to: columns) }.map { fitting($0.glyphs, columns) }
  }
}

/// What stands under the line.
enum Below {
  case nothing
  /// Rows, and the keys that can be pressed, each key with its text whole.
  case rows([StyledText], keys: [StyledText] = [])
  case menu(Menu)
}

extension View {
  /// Arranges it in a window: as much of everything as fits, the row with the cursor always.
  func frame(in size: WindowSize, labels: Labels) -> Frame {
    let lineRows = LineRows(prompt: prompt, line: line, style: lineStyle, columns: size.columns)
    let belowCount = below.count(columns: size.columns)

    let leastAbove = min(above.rows.count, size.rows / 3)
    let leastBelow = min(belowCount, size.rows / 4)
    let lineCount = min(lineRows.rows.count, max(1, size.rows - leastAbove - leastBelow))
    let belowRoom = min(belowCount, max(leastBelow, size.rows / 2), max(0, size.rows - lineCount - leastAbove))
    let belowRows = below.rows(room: belowRoom, columns: size.columns, labels: labels)
    let aboveRoom = size.rows - lineCount - belowRows.count

    var rows = cropped(above.rows, to: aboveRoom, labels: labels, columns: size.columns)
    let aboveCount = rows.count
    let firstLine = min(
      max(0, lineRows.cursor.row - lineCount / 2), lineRows.rows.count - lineCount)
    rows += lineRows.rows[firstLine..<firstLine + lineCount]
    if firstLine == 0, let rightPrompt {
      addCorner(rightPrompt, to: &rows[aboveCount], cursor: lineRows.cursor, columns: size.columns)
    }
    rows += belowRows
    let cursor = Place(
      row: aboveCount + lineRows.cursor.row - firstLine, column: min(lineRows.cursor.column, size.columns - 1))
    return Frame(rows: rows, cursor: cursor)
  }

  private func addCorner(_ rightPrompt: StyledText, to row: inout [Glyph], cursor: Place, columns: Int) {
    let glyphs = rightPrompt.glyphs
    let used = cursor.row == 0 ? max(row.width, cursor.column + 1) : row.width
    let gap = columns - used - glyphs.width
    guard !glyphs.isEmpty, gap >= 1 else { return }
    row += [Glyph](repeating: .space, count: columns - row.width - glyphs.width)
    row += glyphs
  }

  private func cropped(_ rows: [[Glyph]], to room: Int, labels: Labels, columns: Int) -> [[Glyph]] {
    guard rows.count > room else { return rows }
    guard room >= 3 else { return [[Glyph]](rows.prefix(max(room, 0))) }
    let head = room / 2
    let tail = room - head - 1
    let sign = StyledText("⋮ \(labels.more(rows.count - head - tail))").truncated(to: columns)
    return rows.prefix(head) + [sign.glyphs] + rows.suffix(tail)
  }
}

/// Glyphs cut to a width, for what can be wider than a row by itself: a wide character in a window of one column.
func fitting(_ glyphs: [Glyph], _ columns: Int) -> [Glyph] {
  var used = 0
  for (index, glyph) in glyphs.enumerated() {
    used += glyph.width
    if used > columns { return [Glyph](glyphs[..<index]) }
  }
  return glyphs
}

extension Below {
  func count(columns: Int) -> Int {
    switch self {
    case .nothing: 0
    case .rows(let rows, let keys): rows.count + spread(keys, columns: columns).count
    case .menu(let menu): menu.choices.count
    }
  }

  func rows(room: Int, columns: Int, labels: Labels) -> [[Glyph]] {
    switch self {
    case .nothing: return []
    case .rows(let rows, let keys):
      let all = rows + spread(keys, columns: columns)
      // What keys can be pressed for stands first, the keys last.
      let keepsFirst = !keys.isEmpty && all.count > room && room > 2
      let shown = keepsFirst ? [all[0]] + all.suffix(room - 1) : Array(all.suffix(room))
      return shown.map { $0.truncated(to: columns).glyphs }
    case .menu(let menu): return menu.rows(room: room, columns: columns, labels: labels).map(\.glyphs)
    }
  }
}

/// Keys with their texts side by side, in as many rows as they need.
///
/// - Parameters:
///   - keys: The keys, each with its text.
///   - columns: The width of a row.
/// - Returns: The rows, moved in by two columns.
func spread(_ keys: [StyledText], columns: Int) -> [StyledText] {
  var rows: [StyledText] = []
  for key in keys {
    if let last = rows.last, last.width + 3 + key.width <= columns {
      rows[rows.count - 1] = last + "   " + key
    } else {
      rows.append("  " + key)
    }
  }
  return rows
}

/// The prompt and the line, broken into rows, with the cursor.
struct LineRows {
  var rows: [[Glyph]] = []
  var cursor = Place(row: 0, column: 0)

  init(prompt whole: [Glyph], line: LineBuffer, style: Style = .plain, columns: Int) {
    let room = max(columns - 2, 1)
    let isWhole = whole.width <= room
    let prompt = isWhole ? whole : fitting(StyledText(glyphs: whole).truncated(to: room).glyphs, columns)
    let promptWidth = prompt.width
    // Further rows stand under the text, unless that would leave too little room for it.
    let indent = promptWidth * 3 <= columns ? promptWidth : 0
    let margin = [Glyph](repeating: .space, count: indent)
    // The last column is left to the cursor and to spaces that hang over the end.
    let first = columns - promptWidth - 1
    let rest = columns - indent - 1

    var paragraph: [Glyph] = []
    var offsets: [Int] = []
    var offset = 0
    func finish() {
      let room = rows.isEmpty ? first : rest
      var ranges = rowRanges(of: paragraph, first: room, rest: rest)
      // After a space that hangs over the end there is no place for the cursor: it stands on a row of its own.
      let last = ranges[ranges.count - 1]
      if paragraph[last].width > (ranges.count == 1 ? room : rest) {
        ranges.append(paragraph.count..<paragraph.count)
      }
      for (number, range) in ranges.enumerated() {
        let lead = rows.isEmpty ? prompt : margin
        let isLast = number == ranges.count - 1
        let start = range.lowerBound < offsets.count ? offsets[range.lowerBound] : offset
        if line.cursor >= start {
          cursor = Place(row: rows.count, column: lead.width)
          for index in range where offsets[index] < line.cursor { cursor.column += paragraph[index].width }
        }
        var end = range.upperBound
        // A space that hangs over the end is not drawn.
        if !isLast, end > range.lowerBound, paragraph[end - 1].isSpace { end -= 1 }
        rows.append(fitting(lead + paragraph[range.lowerBound..<end], columns))
      }
    }
    func add(_ cluster: Character, scalars count: Int) {
      if cluster.isNewline {
        finish()
        paragraph = []
        offsets = []
      } else {
        for glyph in LineRows.glyphs(of: cluster, style) {
          paragraph.append(glyph)
          offsets.append(offset)
        }
      }
      offset += count
    }
    if line.isSimple {
      paragraph.reserveCapacity(line.scalars.count)
      offsets.reserveCapacity(line.scalars.count)
      for scalar in line.scalars {
        if let glyph = Glyph.common(scalar, style) {
          paragraph.append(glyph)
          offsets.append(offset)
          offset += 1
        } else {
          add(Character(scalar), scalars: 1)
        }
      }
    } else {
      for cluster in Array(line.text) { add(cluster, scalars: cluster.unicodeScalars.count) }
    }
    finish()
  }

  /// A cluster as it is drawn in the line: signs for what disturbs, a circle under a mark that stands alone.
  private static func glyphs(of cluster: Character, _ style: Style) -> [Glyph] {
    if isWidthCertain(cluster) { return [Glyph(cluster, style)] }
    let shown = visible(String(cluster)).map { Glyph($0, style) }
    // What would join the character before it, were it not for the edge of the line.
    let isLoose = shown.width == 0 || (" " + String(cluster)).count == 1
    guard isLoose else { return shown }
    return ("\u{25CC}" + String(cluster)).map { Glyph($0, style) }
  }
}
