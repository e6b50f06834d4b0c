import Workshop

/// What was measured, drawn on its way from baseline to target.
extension DocumentBuilder {
  /// A course for each answer that has a value; nothing where nothing was measured.
  var measuredValues: [Document.Block] {
    let courses = session.measurable.compactMap(course)
    return courses.isEmpty ? [] : [.figure(.courses(courses, headers))]
  }

  private var headers: [String] {
    [
      "", word("measures.column-baseline"), word("measures.column-value"), word("measures.column-target"),
      word("measures.column-state"),
    ]
  }

  private func course(_ answer: Answer) -> Document.MeasuredCourse? {
    let values = session.measures.counting(of: answer.id)
    guard let last = values.last else { return nil }
    let text = MeasureText(session: session, localization: localization)
    let judgement = session.judgement(of: answer, on: nil)
    let course = judgement.course
    func linked(_ words: String) -> Document.Text { Document.Text(words, from: [answer.handle]) }
    var drawn = Document.MeasuredCourse(
      label: linked(name(of: answer)),
      baseline: linked(
        course.map { "\(text.number($0.from, of: answer)) (\(localization.language.days.text($0.since)))" } ?? ""),
      value: linked(text.value(last)),
      target: linked(
        course.map { "\(text.number($0.to, of: answer)) (\(localization.language.days.text($0.by)))" } ?? ""),
      state: linked(text.state(judgement.state)))
    guard let course else { return drawn }
    let numbers = values.compactMap(\.decimal) + [course.start, course.to]
    guard let low = numbers.min(), let high = numbers.max() else { return drawn }
    let days = values.map(\.day) + [course.since, course.by]
    let first = days.min()?.daysSinceEpoch ?? 0
    let span = max(1, (days.max()?.daysSinceEpoch ?? 0) - first)
    func point(_ day: Day, _ number: FixedDecimal) -> Document.MeasuredCourse.Point {
      Document.MeasuredCourse.Point(
        across: Double(day.daysSinceEpoch - first) / Double(span),
        up: low == high ? 0.5 : number.place(between: low, and: high))
    }
    drawn.way = [point(course.since, course.start), point(course.by, course.to)]
    drawn.points = values.compactMap { value in value.decimal.map { point(value.day, $0) } }
    drawn.breaks = values.enumerated().filter { $0.element.startsAnew }.map(\.offset)
    return drawn
  }
}

extension Document {
  /// A figure on its way: where it began, where it is, where it shall be.
  public struct MeasuredCourse: Hashable, Sendable {
    /// What is measured.
    public var label: Text
    /// The baseline and its day.
    public var baseline: Text
    /// The last value and its days.
    public var value: Text
    /// The target and its deadline.
    public var target: Text
    /// How it stands, by sign and word.
    public var state: Text
    /// The expected way, from baseline to target; none while somebody has not said all of it.
    public var way: [Point] = []
    /// The values, in the order of their days.
    public var points: [Point] = []
    /// The places among the values at which what is counted became another thing.
    public var breaks: [Int] = []

    /// A place in a drawing.
    public struct Point: Hashable, Sendable {
      /// From the first day, 0, to the last, 1.
      public var across: Double
      /// From the lowest number, 0, to the highest, 1.
      public var up: Double
    }
  }
}
