import Workshop

/// What lasts, fields side by side, and a chain.
extension Drawing {
  /// The most bars of one drawing.
  fileprivate static let mostSpans = 24

  /// What lasts, as bars under the months; nil where fewer than two things last, or they last longer than three years.
  init?(spans months: [Document.Month], names: [String]) {
    let events = Array(months.flatMap(\.events).filter { $0.last != nil }.prefix(Drawing.mostSpans))
    guard let first = events.map(\.first).min(), let last = events.compactMap(\.last).max(), events.count > 1 else {
      return nil
    }
    let start = first.year * 12 + first.month - 1
    let count = last.year * 12 + last.month - start
    guard count <= 36 else { return nil }
    let (left, width, line) = (350, 580, 30)
    func place(_ day: Day) -> Int {
      let months = Double(day.year * 12 + day.month - 1 - start) + Double(day.day - 1) / 31
      return left + Int(months / Double(count) * Double(width))
    }
    let said = events.map { "\($0.days.text): \($0.what.text)" }
    self.init(left + width + 10, 34 + events.count * line, name: said.joined(separator: "; "))
    for month in 0..<count {
      let x = left + month * width / count
      add(
        "<line class=\"track\" stroke=\"#d9d5cb\" stroke-width=\"2\" x1=\"\(x)\" y1=\"24\" x2=\"\(x)\" y2=\"\(30 + events.count * line)\"/>"
      )
      let number = (start + month) % 12
      if count <= 14 || month.isMultiple(of: 3) {
        label(
          [names.indices.contains(number) ? names[number] : String(number + 1)], x: x + max(18, width / count / 2),
          y: 12, size: 14, "axis")
      }
    }
    for (number, event) in events.enumerated() {
      let y = 34 + number * line
      let lines = Drawing.wrapped(event.what.text, at: 45, most: 2)
      for (row, part) in lines.enumerated() {
        text(part, x: 0, y: y + (lines.count > 1 ? 7 + row * 14 : 14), size: 13, "row")
      }
      let (from, to) = (place(event.first), place(event.last ?? event.first))
      add(
        "<rect class=\"fill\" fill=\"\(Drawing.accent)\" x=\"\(from)\" y=\"\(y)\" width=\"\(max(6, to - from))\" height=\"18\" rx=\"4\"/>"
      )
    }
  }

  private static let colours = ["#2f6b3a", "#a3432b", "#1f5f8b", "#7a4b00"]

  init(cross fields: [Document.Field]) {
    let most = 4
    func lines(_ field: Document.Field) -> [(line: String, isFirst: Bool)] {
      field.items.prefix(most).flatMap { item in
        Drawing.wrapped(item.text, at: 50, most: 2).enumerated().map { ($1, $0 == 0) }
      }
    }
    let rows = stride(from: 0, to: fields.count, by: 2).map { Array(fields[$0..<min($0 + 2, fields.count)]) }
    let heights = rows.map { row in 56 + (row.map { lines($0).count }.max() ?? 0) * 21 }
    let said = fields.map { "\($0.title): \($0.items.map(\.text).joined(separator: ", "))" }
    self.init(920, heights.reduce(0, +) + 8 * rows.count, name: said.joined(separator: ". "))
    var top = 0
    for (number, row) in rows.enumerated() {
      for (side, field) in row.enumerated() {
        let (x, colour) = (side * 464, Drawing.colours[(number * 2 + side) % 4])
        add("<rect fill=\"#f5f3ee\" x=\"\(x)\" y=\"\(top)\" width=\"456\" height=\"\(heights[number])\"/>")
        add("<rect fill=\"\(colour)\" x=\"\(x)\" y=\"\(top)\" width=\"456\" height=\"6\"/>")
        text(field.title, x: x + 16, y: top + 32, size: 19, "name", weight: true, fill: colour)
        for (place, line) in lines(field).enumerated() {
          let y = top + 58 + place * 21
          if line.isFirst { text("•", x: x + 16, y: y, size: 16, "row") }
          text(line.line, x: x + 32, y: y, size: 16, "row")
        }
      }
      top += heights[number] + 8
    }
  }

  init(chain branches: [Document.Branch]) {
    var lines: [(text: [String], depth: Int)] = []
    func walk(_ branch: Document.Branch, _ depth: Int) {
      lines.append((Drawing.wrapped(branch.text.text, at: 100 - depth * 5, most: 2), depth))
      for branch in branch.branches { walk(branch, depth + 1) }
    }
    for branch in branches { walk(branch, 0) }
    let shown = lines.prefix(60)
    let height = shown.reduce(0) { $0 + $1.text.count * 19 + 16 }
    self.init(
      920, height, name: shown.map { $0.text.joined(separator: " ") }.joined(separator: "; "))
    var y = 0
    for line in shown {
      let (x, tall) = (line.depth * 34, line.text.count * 19 + 8)
      if line.depth > 0 {
        add(
          "<path fill=\"none\" stroke=\"#a9b1b4\" stroke-width=\"2\" d=\"M\(x - 20) \(y - 8) V\(y + tall / 2) H\(x)\"/>"
        )
      }
      let fill = line.depth == 0 ? "#e2eeec" : "#f5f3ee"
      add("<rect fill=\"\(fill)\" x=\"\(x)\" y=\"\(y)\" width=\"\(916 - x)\" height=\"\(tall)\" rx=\"4\"/>")
      if line.depth == 0 {
        add("<rect fill=\"\(Drawing.accent)\" x=\"\(x)\" y=\"\(y)\" width=\"6\" height=\"\(tall)\"/>")
      }
      for (row, part) in line.text.enumerated() {
        text(part, x: x + 14, y: y + 19 + row * 19, size: 15, "row", weight: line.depth == 0)
      }
      y += tall + 8
    }
  }
}

extension [Document.Month] {
  /// Whether everything in them lasts and has a bar of its own where they are drawn.
  var areDrawnWhole: Bool {
    let events = flatMap(\.events)
    return events.count <= Drawing.mostSpans && events.allSatisfy { $0.last != nil }
  }
}
