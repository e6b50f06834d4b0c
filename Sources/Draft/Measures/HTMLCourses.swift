internal import Text

/// Measured values on their way, as SVG within the page; the same in words stands below.
extension HTMLRenderer {
  mutating func courses(_ courses: [Document.MeasuredCourse], _ table: Document.Table) {
    for course in courses where !course.points.isEmpty && !course.way.isEmpty {
      drawing(
        640, 180,
        [course.label, course.baseline, course.value, course.target, course.state].map(\.text).joined(separator: "; "),
        "course")
      label([course.label.text], x: 320, y: 12, size: 15, "name", weight: true)
      html.raw("<line stroke=\"#9a958a\" stroke-width=\"1\" x1=\"20\" y1=\"160\" x2=\"620\" y2=\"160\"/>\n")
      let way = course.way.map(place)
      html.raw("<polyline fill=\"none\" stroke=\"#9a958a\" stroke-width=\"2\" stroke-dasharray=\"7 5\" points=\"")
      html.raw(way.map { "\($0.x),\($0.y)" }.joined(separator: " ") + "\"/>\n")
      if let end = way.last {
        html.raw(
          "<circle fill=\"#fff\" stroke=\"#9a958a\" stroke-width=\"3\" cx=\"\(end.x)\" cy=\"\(end.y)\" r=\"7\"/>\n")
      }
      for line in lines(course) where line.count > 1 {
        html.raw("<polyline fill=\"none\" stroke=\"#0c5a5b\" stroke-width=\"3\" points=\"")
        html.raw(line.map { "\($0.x),\($0.y)" }.joined(separator: " ") + "\"/>\n")
      }
      for point in course.points.map(place) {
        html.raw("<circle fill=\"#0c5a5b\" cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"5\"/>\n")
      }
      html.raw("</svg>\n</figure>\n")
    }
    self.table(table)
  }

  /// The values from break to break.
  private func lines(_ course: Document.MeasuredCourse) -> [[(x: Int, y: Int)]] {
    var lines: [[(x: Int, y: Int)]] = [[]]
    for (number, point) in course.points.enumerated() {
      if course.breaks.contains(number) { lines.append([]) }
      lines[lines.count - 1].append(place(point))
    }
    return lines
  }

  private func place(_ point: Document.MeasuredCourse.Point) -> (x: Int, y: Int) {
    (20 + Int(point.across * 600), 150 - Int(point.up * 115))
  }
}
