internal import Text
import Workshop

/// Drawings, as SVG within the page.
extension HTMLRenderer {
  mutating func figure(_ figure: Document.Figure) {
    switch figure {
    case .bars(let bars): self.bars(bars)
    case .shares(let shares): self.shares(shares)
    case .risks(let risks): self.risks(risks)
    case .honeycomb(let comb): honeycomb(comb)
    case .flower(let flower): self.flower(flower)
    case .courses(let courses, _): self.courses(courses, figure.table)
    }
  }

  private mutating func bars(_ bars: [Document.Bar]) {
    html.raw("<ul class=\"bars\">\n")
    for bar in bars {
      let origin = origin([bar.label])
      html.raw("<li\(origin)><span>")
      set(bar.label)
      html.raw("</span> ")
      let (from, to) = (10 + Int(bar.from * 180), 10 + Int(bar.to * 180))
      let back = to < from ? -9 : 9
      html.raw("<svg viewBox=\"0 0 200 20\" width=\"200\" height=\"20\" aria-hidden=\"true\">")
      html.raw("<line class=\"track\" stroke=\"#d9d5cb\" stroke-width=\"2\" x1=\"10\" y1=\"10\" x2=\"190\" y2=\"10\"/>")
      html.raw(
        "<line class=\"way\" stroke=\"#0c5a5b\" stroke-width=\"4\" x1=\"\(from)\" y1=\"10\" x2=\"\(to)\" y2=\"10\"/>")
      html.raw(
        "<circle class=\"from\" fill=\"#fff\" stroke=\"#0c5a5b\" stroke-width=\"3\" cx=\"\(from)\" cy=\"10\" r=\"5\"/>")
      if abs(to - from) > 12 {
        html.raw("<path class=\"to\" fill=\"#0c5a5b\" d=\"M\(to) 10 l\(-back) -6 v12 z\"/>")
      } else {
        html.raw("<circle class=\"to\" fill=\"#0c5a5b\" cx=\"\(to)\" cy=\"10\" r=\"5\"/>")
      }
      html.raw("</svg> <span class=\"way\">")
      set(bar.baseline)
      html.raw(" → ")
      set(bar.target)
      html.raw("</span></li>\n")
    }
    html.raw("</ul>\n")
  }

  private mutating func shares(_ shares: [Document.Share]) {
    html.raw("<ul class=\"bars\">\n")
    for share in shares {
      let origin = origin([share.label])
      html.raw("<li\(origin)><span>")
      set(share.label)
      html.raw("</span> <svg viewBox=\"0 0 200 20\" width=\"200\" height=\"20\" aria-hidden=\"true\">")
      html.raw("<rect class=\"trough\" fill=\"#e9e6dd\" x=\"0\" y=\"3\" width=\"200\" height=\"14\" rx=\"3\"/>")
      html.raw(
        "<rect class=\"fill\" fill=\"#0c5a5b\" x=\"0\" y=\"3\" width=\"\(Int(share.percent * 2))\" height=\"14\" rx=\"3\"/></svg> "
      )
      html.raw("<span class=\"way\">")
      set(share.text)
      html.raw("</span></li>\n")
    }
    html.raw("</ul>\n")
  }

  /// A figure of our own size, its name read aloud; the same in words stands below it.
  mutating func drawing(_ width: Int, _ height: Int, _ name: String, _ kind: String) {
    html.raw("<figure class=\"\(kind)\">\n<svg role=\"img\" viewBox=\"0 0 \(width) \(height)\" aria-label=\"")
    html.text(name)
    html.raw("\">\n")
  }

  mutating func label(_ lines: [String], x: Int, y: Int, size: Int, _ kind: String, weight: Bool = false) {
    let height = size * 5 / 4
    let top = y - (lines.count - 1) * height / 2 + size / 3
    for (place, line) in lines.enumerated() {
      html.raw(
        "<text class=\"\(kind)\" text-anchor=\"middle\" font-family=\"sans-serif\" x=\"\(x)\" y=\"\(top + place * height)\" font-size=\"\(size)\""
      )
      html.raw(weight ? " font-weight=\"bold\">" : ">")
      html.text(line)
      html.raw("</text>\n")
    }
  }

  /// The colours of the style, for readers that do not apply it within a drawing.
  private static let tints = ["low": "#d5ead8", "middle": "#fbe6ac", "high": "#f4bfae"]

  private mutating func risks(_ risks: Document.Risks) {
    let (width, height, left, top) = (110, 74, 64, 12)
    let size = risks.size
    drawing(left + size * width + 12, top + size * height + 58, "\(risks.likelihood) × \(risks.impact)", "risks")
    for up in 1...size {
      for right in 1...size {
        let (x, y) = (left + (right - 1) * width, top + (size - up) * height)
        let score = Double(up * right) / Double(size * size)
        let tint = score > 0.55 ? "high" : score > 0.22 ? "middle" : "low"
        html.raw(
          "<rect class=\"\(tint)\" fill=\"\(HTMLRenderer.tints[tint] ?? "")\" stroke=\"#fff\" stroke-width=\"2\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/>\n"
        )
        let marks = risks.risks.filter { $0.likelihood == up && $0.impact == right }.map(\.mark.text)
        if !marks.isEmpty {
          label(
            wrapped(marks.joined(separator: " "), at: 10, most: 3), x: x + width / 2, y: y + height / 2, size: 17,
            "mark", weight: true)
        }
      }
    }
    for step in 1...size {
      label([String(step)], x: left - 16, y: top + (size - step) * height + height / 2, size: 15, "axis")
      label([String(step)], x: left + (step - 1) * width + width / 2, y: top + size * height + 18, size: 15, "axis")
    }
    let middle = top + size * height / 2
    html.raw("<g transform=\"rotate(-90 18 \(middle))\">")
    label([risks.likelihood + " →"], x: 18, y: middle, size: 16, "axis", weight: true)
    html.raw("</g>\n")
    label(
      [risks.impact + " →"], x: left + size * width / 2, y: top + size * height + 42, size: 16, "axis", weight: true)
    html.raw("</svg>\n<figcaption><ul>\n")
    for risk in risks.risks {
      let origin = origin([risk.label])
      html.raw("<li\(origin)><b>")
      set(risk.mark)
      html.raw("</b> ")
      set(risk.label)
      html.raw(" (\(risk.likelihood.map { String($0) } ?? "?") × \(risk.impact.map { String($0) } ?? "?"))</li>\n")
    }
    html.raw("</ul></figcaption>\n</figure>\n")
  }

  private mutating func honeycomb(_ comb: Document.Honeycomb) {
    // Pointy cells of width 190 and height 220, in rows of two and three by turns: seven make the comb.
    let (width, height) = (190, 220)
    var places: [(x: Int, y: Int)] = []
    var row = 0
    while places.count < comb.cells.count {
      let count = row.isMultiple(of: 2) ? 2 : 3
      for cell in 0..<count {
        places.append((x: cell * width + (count == 2 ? width : width / 2) + 10, y: row * 165 + height / 2 + 6))
      }
      row += 1
    }
    drawing(3 * width + 20, (row - 1) * 165 + height + 12, "\(comb.today) → \(comb.wanted)", "comb")
    for (cell, place) in zip(comb.cells, places) {
      let (x, y) = place
      let isFull = cell.today.text == cell.wanted.text
      let (a, b, c) = (x - 91, x + 91, y)
      html.raw(
        "<path class=\"cell\(isFull ? " full" : "")\" fill=\"#e2eeec\" stroke=\"#0c5a5b\" stroke-width=\"3\" d=\"M\(x) \(c - 105) L\(b) \(c - 52) V\(c + 52) "
      )
      html.raw("L\(x) \(c + 105) L\(a) \(c + 52) V\(c - 52) Z\"/>\n")
      label(wrapped(cell.label.text, at: 17, most: 4), x: x, y: y - 18, size: 18, "name", weight: true)
      label(["\(cell.today.text) → \(cell.wanted.text)"], x: x, y: y + 56, size: 24, "mark", weight: true)
    }
    html.raw("</svg>\n</figure>\n")
    table(Document.Figure.honeycomb(comb).table)
  }

  private mutating func flower(_ flower: Document.Flower) {
    let count = max(1, flower.petals.count)
    let reach = count > 8 ? 300 : 245
    let middle = reach + 140
    drawing(
      2 * middle, 2 * middle, ([flower.heart] + flower.petals.map(\.label)).map(\.text).joined(separator: "; "),
      "flower")
    for (place, petal) in flower.petals.enumerated() {
      let turn = Double(place) / Double(count)
      let (right, down) = CirclePoint.point(turn)
      let (x, y) = (middle + Int(right * Double(reach)), middle + Int(down * Double(reach)))
      let degrees = Int(turn * 360) - 90
      html.raw(
        "<ellipse class=\"petal\" fill=\"#e2eeec\" stroke=\"#0c5a5b\" stroke-width=\"2\" cx=\"\(x)\" cy=\"\(y)\" rx=\"130\" ry=\"\(count > 6 ? 84 : 108)\" "
      )
      html.raw("transform=\"rotate(\(degrees) \(x) \(y))\"/>\n")
      let aspect = wrapped(petal.aspect.text, at: 20, most: 3)
      label(
        wrapped(petal.label.text, at: 17, most: 2), x: x, y: y - 14 * aspect.count - 6, size: 18, "name", weight: true)
      label(aspect, x: x, y: y + 14, size: 15, "note")
      label(
        wrapped(petal.contact.text, at: 18, most: 1), x: x, y: y + 14 * aspect.count + 28, size: 15, "mark",
        weight: true)
    }
    html.raw(
      "<circle class=\"heart\" fill=\"#fff\" stroke=\"#0c5a5b\" stroke-width=\"5\" cx=\"\(middle)\" cy=\"\(middle)\" r=\"110\"/>\n"
    )
    label(wrapped(flower.heart.text, at: 20, most: 7), x: middle, y: middle, size: 16, "name")
    html.raw("</svg>\n</figure>\n")
  }

  /// A text in short lines, the last cut where there is no room.
  func wrapped(_ text: String, at width: Int, most: Int) -> [String] {
    var lines: [String] = []
    for word in readable(text).prefix(400).split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word.count > width ? word.prefix(width - 1) + "…" : String(word))
      }
    }
    guard lines.count > most else { return lines }
    return Array(lines.prefix(most - 1)) + [String(lines[most - 1].prefix(width - 1)) + "…"]
  }
}
