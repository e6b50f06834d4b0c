/// One grapheme cluster as it stands on the screen.
package struct Glyph: Equatable {
  package let cluster: Character
  package var style: Style
  /// Whether every terminal agrees on the width.
  package let certain: Bool
  package let isSpace: Bool
  private let columns: UInt16

  package var width: Int { Int(columns) }

  package init(_ cluster: Character, _ style: Style = .plain) {
    self.cluster = cluster
    self.style = style
    certain = isWidthCertain(cluster)
    isSpace = cluster == " "
    columns = certain ? 1 : UInt16(clamping: clusterWidth(cluster))
  }

  // What else it holds follows from these.
  package static func == (left: Glyph, right: Glyph) -> Bool {
    left.cluster == right.cluster && left.style == right.style
  }

  package static let space = Glyph(" ")

  /// The plain glyphs of the scalars that nearly everything is written with, by their values.
  private static let common = (0..<0x180).map { Glyph(Character(Unicode.Scalar($0) ?? " ")) }

  /// The glyph of a scalar that is a character by itself, one column wide everywhere; nil for any other.
  package static func common(_ scalar: Unicode.Scalar, _ style: Style = .plain) -> Glyph? {
    guard scalar.value < common.count, case var glyph = common[Int(scalar.value)], glyph.certain else { return nil }
    glyph.style = style
    return glyph
  }
}

extension Sequence<Glyph> {
  package var width: Int { reduce(0) { $0 + $1.width } }
}

/// Where a run of glyphs is broken into rows.
///
/// Rows break after spaces; a space that does not fit hangs over the end of its row without taking room there. A word
/// wider than a row is broken where the row ends.
///
/// - Returns: the ranges of the rows, in order, covering everything; at least one.
package func rowRanges(of glyphs: [Glyph], first: Int, rest: Int) -> [Range<Int>] {
  var rows: [Range<Int>] = []
  var start = 0
  var breakpoint = 0
  var used = 0
  var index = 0
  while index < glyphs.count {
    let glyph = glyphs[index]
    let room = Swift.max(rows.isEmpty ? first : rest, 1)
    if used + glyph.width > room, index > start {
      if glyph.isSpace {
        rows.append(start..<index + 1)
        start = index + 1
        index += 1
      } else {
        let end = breakpoint > start ? breakpoint : index
        rows.append(start..<end)
        start = end
        index = end
      }
      breakpoint = start
      used = 0
      continue
    }
    used += glyph.width
    index += 1
    if glyph.isSpace { breakpoint = index }
  }
  if start < glyphs.count || rows.isEmpty { rows.append(start..<glyphs.count) }
  return rows
}

extension StyledText {
  /// The line broken at words into lines that fit.
  ///
  /// - Parameters:
  ///   - columns: the width to fit, at least 1.
  ///   - indent: how many columns every line but the first is moved in.
  /// - Returns: at least one line; the spaces at the breaks are dropped.
  public func wrapped(to columns: Int, indent: Int = 0) -> [StyledText] {
    let glyphs = glyphs
    if glyphs.width <= columns { return [self] }
    let indent = indent < columns ? Swift.max(indent, 0) : 0
    let ranges = rowRanges(of: glyphs, first: columns, rest: columns - indent)
    return ranges.enumerated().map { number, range in
      var end = range.upperBound
      while number < ranges.count - 1, end > range.lowerBound, glyphs[end - 1].isSpace { end -= 1 }
      let margin = number == 0 ? 0 : indent
      return StyledText(glyphs: [Glyph](repeating: .space, count: margin) + glyphs[range.lowerBound..<end])
    }
  }

  /// The line cut to fit, with `…` where something is missing.
  ///
  /// - Parameter columns: the width to fit.
  /// - Returns: a line of at most that width.
  public func truncated(to columns: Int) -> StyledText {
    let glyphs = glyphs
    guard glyphs.width > columns else { return self }
    guard columns > 0 else { return "" }
    var used = 0
    let kept = glyphs.prefix { glyph in
      used += glyph.width
      return used <= columns - 1
    }
    return StyledText(glyphs: kept + [Glyph("…", kept.last?.style ?? .plain)])
  }
}
