import Workshop

/// Numbers on their way, parts of a whole, and likelihood by impact.
extension Drawing {
  init(bars: [Document.Bar]) {
    let line = 74
    let names = bars.map { "\($0.label.text): \($0.baseline.text) → \($0.target.text)" }
    self.init(640, bars.count * line + 6, name: names.joined(separator: "; "))
    for (place, bar) in bars.enumerated() {
      let y = place * line + 48
      text(Drawing.wrapped(bar.label.text, at: 62, most: 1).first ?? "", x: 0, y: y - 24, size: 18, "row")
      let (from, to) = (10 + Int(bar.from * 330), 10 + Int(bar.to * 330))
      let back = to < from ? -12 : 12
      add("<line stroke=\"#d9d5cb\" stroke-width=\"3\" x1=\"10\" y1=\"\(y)\" x2=\"340\" y2=\"\(y)\"/>")
      add("<line stroke=\"\(Drawing.accent)\" stroke-width=\"6\" x1=\"\(from)\" y1=\"\(y)\" x2=\"\(to)\" y2=\"\(y)\"/>")
      add("<circle fill=\"#fff\" stroke=\"\(Drawing.accent)\" stroke-width=\"4\" cx=\"\(from)\" cy=\"\(y)\" r=\"7\"/>")
      if abs(to - from) > 16 {
        add("<path fill=\"\(Drawing.accent)\" d=\"M\(to) \(y) l\(-back) -8 v16 z\"/>")
      } else {
        add("<circle fill=\"\(Drawing.accent)\" cx=\"\(to)\" cy=\"\(y)\" r=\"7\"/>")
      }
      let way = Drawing.wrapped("\(bar.baseline.text) → \(bar.target.text)", at: 28, most: 1).first ?? ""
      text(way, x: 362, y: y + 6, size: 18, "mark", weight: true)
    }
  }

  init(shares: [Document.Share]) {
    let line = 66
    self.init(
      640, shares.count * line + 6, name: shares.map { "\($0.label.text): \($0.text.text)" }.joined(separator: "; "))
    for (place, share) in shares.enumerated() {
      let y = place * line + 30
      text(Drawing.wrapped(share.label.text, at: 60, most: 1).first ?? "", x: 0, y: y - 8, size: 20, "row")
      add("<rect fill=\"#e9e6dd\" x=\"0\" y=\"\(y)\" width=\"500\" height=\"26\" rx=\"4\"/>")
      let width = Int(share.percent * 5)
      add("<rect fill=\"\(Drawing.accent)\" x=\"0\" y=\"\(y)\" width=\"\(width)\" height=\"26\" rx=\"4\"/>")
      text(share.text.text, x: 516, y: y + 21, size: 20, "mark", weight: true)
    }
  }

  /// From light to dark in one colour: how grave a risk is says its level, which may be another than its field's.
  private static let tints = ["low": "#eef4f3", "middle": "#cfe1df", "high": "#a9c9c6"]

  init(risks: Document.Risks) {
    let (width, height, left, top) = (110, 74, 64, 12)
    let size = risks.size
    let placed = risks.risks.map { risk in
      "\(risk.mark.text) \(risk.label.text) (\(risk.likelihood.map { String($0) } ?? "?") × \(risk.impact.map { String($0) } ?? "?"))"
    }
    self.init(
      left + size * width + 12, top + size * height + 58,
      name: "\(risks.likelihood) × \(risks.impact): \(placed.joined(separator: "; "))")
    for up in 1...size {
      for right in 1...size {
        let (x, y) = (left + (right - 1) * width, top + (size - up) * height)
        let score = Double(up * right) / Double(size * size)
        let tint = score > 0.55 ? "high" : score > 0.22 ? "middle" : "low"
        add(
          "<rect class=\"\(tint)\" fill=\"\(Drawing.tints[tint] ?? "")\" stroke=\"#fff\" stroke-width=\"2\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>"
        )
        let marks = risks.risks.filter { $0.likelihood == up && $0.impact == right }.map(\.mark.text)
        if !marks.isEmpty {
          label(
            Drawing.wrapped(marks.joined(separator: " "), at: 10, most: 3), x: x + width / 2, y: y + height / 2,
            size: 20, "mark", weight: true)
        }
      }
    }
    for step in 1...size {
      label([String(step)], x: left - 16, y: top + (size - step) * height + height / 2, size: 15, "axis")
      label([String(step)], x: left + (step - 1) * width + width / 2, y: top + size * height + 18, size: 15, "axis")
    }
    let middle = top + size * height / 2
    add("<g transform=\"rotate(-90 18 \(middle))\">")
    label([risks.likelihood + " →"], x: 18, y: middle, size: 16, "axis", weight: true)
    add("</g>")
    label(
      [risks.impact + " →"], x: left + size * width / 2, y: top + size * height + 42, size: 16, "axis", weight: true)
  }
}
