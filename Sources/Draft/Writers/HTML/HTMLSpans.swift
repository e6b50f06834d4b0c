import Workshop

extension HTMLRenderer {
  /// What lasts, as bars under the months.
  mutating func spans(_ months: [Document.Month]) {
    let events = months.flatMap(\.events).filter { $0.last != nil }
    guard let first = events.map(\.first).min(), let last = events.compactMap(\.last).max(), events.count > 1 else {
      return
    }
    let start = first.year * 12 + first.month - 1
    let count = last.year * 12 + last.month - start
    guard count <= 36 else { return }
    let (left, width, line) = (300, 620, 26)
    func place(_ day: Day) -> Int {
      let months = Double(day.year * 12 + day.month - 1 - start) + Double(day.day - 1) / 31
      return left + Int(months / Double(count) * Double(width))
    }
    drawing(left + width + 10, 34 + events.count * line, events.map(\.what.text).joined(separator: "; "), "spans")
    for month in 0..<count {
      let x = left + month * width / count
      html.raw(
        "<line class=\"track\" stroke=\"#d9d5cb\" stroke-width=\"2\" x1=\"\(x)\" y1=\"24\" x2=\"\(x)\" y2=\"\(30 + events.count * line)\"/>\n"
      )
      let number = (start + month) % 12 + 1
      label([String(number)], x: x + width / count / 2, y: 12, size: 14, "axis")
    }
    for (place_, event) in events.enumerated() {
      let y = 34 + place_ * line
      html.raw("<text class=\"row\" font-family=\"sans-serif\" x=\"0\" y=\"\(y + 13)\" font-size=\"14\">")
      html.text(wrapped(event.what.text, at: 42, most: 1).first ?? "")
      html.raw("</text>\n")
      let (from, to) = (place(event.first), place(event.last ?? event.first))
      html.raw(
        "<rect class=\"fill\" fill=\"#0c5a5b\" x=\"\(from)\" y=\"\(y)\" width=\"\(max(5, to - from))\" height=\"16\" rx=\"4\"/>\n"
      )
    }
    html.raw("</svg>\n</figure>\n")
  }
}
