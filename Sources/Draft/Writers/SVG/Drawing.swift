internal import Text
import Workshop

/// A picture as SVG: within a page, or as a file of its own for formats that hold pictures.
struct Drawing: Sendable {
  /// How wide it is, in its own units.
  let width: Int
  /// How high it is.
  let height: Int
  /// What it shows, for those who do not see it.
  let name: String
  /// The colour of what matters.
  static let accent = "#0c5a5b"
  /// What is drawn.
  private(set) var body = HTMLPage()

  init(_ width: Int, _ height: Int, name: String) {
    (self.width, self.height, self.name) = (max(1, width), max(1, height), name)
  }

  /// Adds an element of our own.
  mutating func add(_ markup: String) { body.raw(markup + "\n") }

  /// Adds lines of text around a middle.
  mutating func label(_ lines: [String], x: Int, y: Int, size: Int, _ kind: String, weight: Bool = false) {
    let height = size * 5 / 4
    let top = y - (lines.count - 1) * height / 2 + size / 3
    for (place, line) in lines.enumerated() {
      text(line, x: x, y: top + place * height, size: size, kind, anchor: "middle", weight: weight)
    }
  }

  /// Adds one line of text on its base line.
  mutating func text(
    _ line: String, x: Int, y: Int, size: Int, _ kind: String, anchor: String = "start", weight: Bool = false,
    fill: String = "#1d2326"
  ) {
    body.raw("<text class=\"\(kind)\" text-anchor=\"\(anchor)\" font-family=\"\(Drawing.fonts)\" fill=\"\(fill)\" ")
    body.raw("x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\"\(weight ? " font-weight=\"bold\">" : ">")")
    body.text(line)
    body.raw("</text>\n")
  }

  private static let fonts = "Calibri,Carlito,Noto Sans,DejaVu Sans,sans-serif"

  /// The picture within a page.
  func set(in page: inout HTMLPage) {
    page.raw("<svg role=\"img\" viewBox=\"0 0 \(width) \(height)\" aria-label=\"")
    page.text(name)
    page.raw("\">\n<title>")
    page.text(name)
    page.raw("</title>\n")
    page.add(body)
    page.raw("</svg>\n")
  }

  /// The picture as a file.
  var file: [UInt8] {
    var page = HTMLPage()
    page.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" ")
    page.raw("viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\">\n<title>")
    page.text(name)
    page.raw("</title>\n")
    page.add(body)
    page.raw("</svg>\n")
    return page.bytes
  }

  /// A text in short lines, the last cut where there is no room.
  static func wrapped(_ text: String, at width: Int, most: Int) -> [String] {
    var lines: [String] = []
    for word in readable(text).prefix(400).split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word.count > width ? word.prefix(width - 1) + "…" : String(word))
      }
    }
    guard lines.count > most else { return lines }
    let last = lines[most - 1]
    return Array(lines.prefix(most - 1)) + [last.count < width ? last + "…" : last.prefix(width - 1) + "…"]
  }
}

extension Document.Block {
  /// The picture of a block that is one where there is room for it: a drawing, fields, what lasts, or a chain.
  ///
  /// - Parameter months: The names of the months over a road map.
  /// - Returns: The picture; nil for what is text alone.
  func drawing(_ months: [String]) -> Drawing? {
    switch self {
    case .figure(let figure): figure.drawing
    case .timeline(let events): Drawing(spans: events, names: months)
    case .cross(let fields): Drawing(cross: fields)
    case .tree(let branches): Drawing(chain: branches)
    case .heading, .paragraph, .boxed, .list, .ticks, .table, .cards, .quotes, .calendar: nil
    }
  }
}

extension Document.Figure {
  /// The drawing; nil where there is not enough to be drawn.
  var drawing: Drawing? {
    switch self {
    case .courses(let courses, _): courses.contains(where: \.isDrawn) ? Drawing(courses: courses) : nil
    case .bars(let bars): Drawing(bars: bars)
    case .shares(let shares): Drawing(shares: shares)
    case .risks(let risks): Drawing(risks: risks)
    case .honeycomb(let comb): Drawing(honeycomb: comb)
    case .flower(let flower): Drawing(flower: flower)
    }
  }
}
