import Workshop

/// Measured values on their way from baseline to target.
extension Drawing {
  /// The most courses of one drawing: a page holds no more, and the table below holds all of them.
  private static let mostCourses = 10
  private static let courseHeight = 212
  private static let courseWidth = 450
  private static let faint = "#9a958a"

  /// Those courses that can be drawn, two side by side.
  init(courses: [Document.MeasuredCourse]) {
    let drawn = courses.filter(\.isDrawn).prefix(Drawing.mostCourses)
    let said = drawn.map { course in
      [course.label, course.baseline, course.value, course.target, course.state].map(\.text).joined(separator: ", ")
    }
    self.init(
      drawn.count > 1 ? 2 * Drawing.courseWidth + 20 : Drawing.courseWidth,
      (drawn.count + 1) / 2 * Drawing.courseHeight, name: said.joined(separator: "; "))
    for (number, course) in drawn.enumerated() {
      add(
        course, left: number.isMultiple(of: 2) ? 0 : Drawing.courseWidth + 20, top: number / 2 * Drawing.courseHeight)
    }
  }

  private mutating func add(_ course: Document.MeasuredCourse, left: Int, top: Int) {
    let right = left + Drawing.courseWidth
    func place(_ point: Document.MeasuredCourse.Point) -> (x: Int, y: Int) {
      (left + 12 + Int(point.across * Double(Drawing.courseWidth - 24)), top + 140 - Int(point.up * 80))
    }
    func points(_ points: [Document.MeasuredCourse.Point]) -> String {
      points.map(place).map { "\($0.x),\($0.y)" }.joined(separator: " ")
    }
    for (line, words) in Drawing.wrapped(course.label.text, at: 54, most: 2).enumerated() {
      text(words, x: left, y: top + 16 + line * 19, size: 15, "name", weight: true)
    }
    add(
      "<line stroke=\"#d9d5cb\" stroke-width=\"2\" x1=\"\(left)\" y1=\"\(top + 152)\" x2=\"\(right)\" y2=\"\(top + 152)\"/>"
    )
    add(
      "<polyline fill=\"none\" stroke=\"\(Drawing.faint)\" stroke-width=\"2\" stroke-dasharray=\"7 5\" points=\"\(points(course.way))\"/>"
    )
    if let end = course.way.last.map(place) {
      add(
        "<circle fill=\"#fff\" stroke=\"\(Drawing.faint)\" stroke-width=\"3\" cx=\"\(end.x)\" cy=\"\(end.y)\" r=\"7\"/>"
      )
    }
    for line in course.unbroken where line.count > 1 {
      add("<polyline fill=\"none\" stroke=\"\(Drawing.accent)\" stroke-width=\"4\" points=\"\(points(line))\"/>")
    }
    for point in course.points.map(place) {
      add("<circle fill=\"\(Drawing.accent)\" cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"5\"/>")
    }
    text(course.baseline.text, x: left, y: top + 170, size: 14, "axis")
    text(course.target.text, x: right, y: top + 170, size: 14, "axis", anchor: "end")
    text(
      "\(course.value.text) \(course.state.text)", x: left, y: top + 192, size: 15, "mark", weight: true,
      fill: Drawing.accent)
  }
}

extension Document.MeasuredCourse {
  /// Whether there is enough of it to be drawn.
  var isDrawn: Bool { !points.isEmpty && !way.isEmpty }

  /// The values from break to break.
  fileprivate var unbroken: [[Point]] {
    var lines: [[Point]] = [[]]
    for (number, point) in points.enumerated() {
      if breaks.contains(number) { lines.append([]) }
      lines[lines.count - 1].append(point)
    }
    return lines
  }
}
