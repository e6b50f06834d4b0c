public import Workshop

/// What was measured, in the words of a reader: numbers with their units, states, and how a state came about.
public struct MeasureText {
  private let session: Session
  private let localization: Localization

  private var language: Language { localization.language }

  /// Words for a session in a language.
  public init(session: Session, localization: Localization) {
    (self.session, self.localization) = (session, localization)
  }

  /// A state, doubled by a sign so that it can be told from others without colour.
  public func state(_ state: MeasureState) -> String {
    "\(state.sign)\u{A0}\(word(state))"
  }

  /// A state in words.
  public func word(_ state: MeasureState) -> String {
    let key =
      switch state {
      case .reached: "measures.state-reached"
      case .ahead: "measures.state-ahead"
      case .onTrack: "measures.state-on-track"
      case .behind: "measures.state-behind"
      case .missed: "measures.state-missed"
      case .tooEarly: "measures.state-too-early"
      case .cannotSay: "measures.state-cannot-say"
      }
    return language.sentence(key)
  }

  /// Why nothing can be said.
  private func sentence(_ reason: Judgement.Reason) -> String {
    let key =
      switch reason {
      case .nothingMeasured: "measures.because-nothing-measured"
      case .noCourse: "measures.because-no-course"
      case .noTime: "measures.because-no-time"
      case .incomplete: "measures.because-incomplete"
      case .old: "measures.because-old"
      case .startsAnew: "measures.because-starts-anew"
      case .tooEarly: "measures.because-too-early"
      }
    return language.sentence(key)
  }

  /// A number with what it is counted in.
  public func number(_ number: String, of answer: Answer) -> String {
    let unit = session.unit(of: answer, in: localization)
    if unit == "%" { return language.numbers.percentText(number) }
    return language.numbers.text(number) + (unit.isEmpty ? "" : "\u{A0}" + unit)
  }

  /// A number with what it is counted in.
  public func number(_ number: FixedDecimal, of answer: Answer) -> String { self.number(number.text, of: answer) }

  /// A value with its days; that it was removed where it was.
  public func value(_ value: MeasuredValue) -> String {
    guard !value.isGap, let answer = session.answer(value.kpi) else { return language.sentence("hiding.removed") }
    return "\(number(value.finding.number, of: answer)) (\(language.days.text(value.finding.period)))"
  }

  /// What is measured, by its handle and text.
  public func name(_ answer: Answer) -> String { session.name(of: answer.handle, in: localization) }

  // MARK: Sentences

  /// What the room is told once a value has been said.
  ///
  /// - Parameters:
  ///   - value: The value, in the session.
  ///   - today: The day it is said.
  /// - Returns: The sentences; empty where what it is about is gone.
  public func said(_ value: MeasuredValue, on today: Day) -> String {
    guard let answer = session.answer(value.kpi) else { return "" }
    var sentences = [
      language.sentence(
        value.startsAnew ? "measures.is-anew" : "measures.is-taken",
        ["value": value.handle.rawValue, "kpi": name(answer), "number": self.value(value)])
    ]
    let before = session.measures.all.last {
      $0.kpi == value.kpi && $0.id != value.id && $0.finding.period == value.finding.period && !$0.isGap
    }
    if let before {
      sentences.append(language.sentence("measures.replaces", ["old": number(before.finding.number, of: answer)]))
    }
    let judgement = session.judgement(of: answer, on: today)
    // What is said of an older day says nothing of how it stands now.
    if judgement.value?.id == value.id, !value.startsAnew {
      sentences.append(standing(judgement, of: answer))
      if judgement.state.callsForCorrection {
        sentences.append(language.sentence("measures.correct", ["value": value.handle.rawValue]))
      }
    }
    return sentences.joined(separator: " ")
  }

  /// How an answer stands, with what was expected, or why nothing can be said.
  public func standing(_ judgement: Judgement, of answer: Answer) -> String {
    if let reason = judgement.reason { return sentence(reason) }
    guard let course = judgement.course, let value = judgement.value else { return state(judgement.state) + "." }
    return language.sentence(
      "measures.stands",
      [
        "state": state(judgement.state), "expected": number(expected(course, value), of: answer),
        "target": number(course.to, of: answer), "deadline": language.days.text(course.by),
      ])
  }

  /// The number expected on the day of a value, with as many decimals as the others have.
  public func expected(_ course: Course, _ value: MeasuredValue) -> FixedDecimal {
    course.expected(on: value.day, decimals: decimals(course, value))
  }

  private func decimals(_ course: Course, _ value: MeasuredValue) -> Int {
    [course.from, course.to, value.decimal ?? .zero].map(\.decimals).max() ?? 0
  }

  // MARK: The working

  /// How a state came about, line by line.
  public func working(_ answer: Answer, on today: Day?) -> [String] {
    let judgement = session.judgement(of: answer, on: today)
    var lines = session.measures.counting(of: answer.id).map(line)
    if let course = judgement.course { lines += way(course, of: answer) }
    if let course = judgement.course, let value = judgement.value, judgement.reached != nil, course.days > 0 {
      lines += reckoning(course, value, judgement, of: answer)
    }
    lines.append(standing(judgement, of: answer))
    lines += corrections(answer)
    if let due = session.dueDay(of: answer) {
      lines.append(language.sentence("measures.work-due", ["day": language.days.text(due)]))
    }
    return lines
  }

  /// What was decided and promised about values, and what was measured next.
  private func corrections(_ answer: Answer) -> [String] {
    let values = session.measures.counting(of: answer.id)
    return session.sideItems.all.compactMap { sideItem in
      guard let about = sideItem.about.flatMap({ session.measures[$0] }), about.kpi == answer.id else { return nil }
      let said = "\(sideItem.handle) \(sideItem.shown(in: language)) (\(about.handle))"
      guard let next = values.first(where: { $0.day > about.day }) else {
        return language.sentence("measures.corrected", ["said": said])
      }
      return language.sentence(
        "measures.corrected-since", ["said": said, "before": value(about), "after": value(next)])
    }
  }

  /// A value with what was said of it.
  public func line(_ value: MeasuredValue) -> String {
    let facts = [
      value.startsAnew ? language.sentence("measures.anew") : "",
      value.finding.isIncomplete ? language.sentence("measures.incomplete") : "", value.finding.remark,
      value.finding.source,
    ].filter { !$0.isEmpty }
    return "\(value.handle) \(self.value(value))" + (facts.isEmpty ? "" : " – " + facts.joined(separator: " · "))
  }

  private func way(_ course: Course, of answer: Answer) -> [String] {
    [
      language.sentence(
        "measures.work-way",
        [
          "from": number(course.from, of: answer), "since": language.days.text(course.since),
          "to": number(course.to, of: answer), "by": language.days.text(course.by),
        ])
    ]
  }

  private func reckoning(
    _ course: Course, _ value: MeasuredValue, _ judgement: Judgement, of answer: Answer
  ) -> [String] {
    var lines: [String] = []
    if course.kind == .sum, let sum = judgement.reached {
      lines.append(language.sentence("measures.work-sum", ["sum": number(sum, of: answer)]))
    }
    if course.direction != .keep {
      lines.append(
        language.sentence(
          "measures.work-expected",
          [
            "day": language.days.text(value.day), "from": language.numbers.text(course.start.text),
            "to": language.numbers.text(course.to.text), "done": String(course.daysDone(by: value.day)),
            "days": String(course.days), "expected": number(expected(course, value), of: answer),
          ]))
    }
    let whole = course.direction == .keep ? course.to : course.to - course.start
    lines.append(
      language.sentence(
        course.direction == .keep ? "measures.work-keep" : "measures.work-tolerance",
        [
          "percent": language.numbers.percentText(String(course.tolerance)),
          "tolerance": number(whole.share(percent: course.tolerance), of: answer),
        ]))
    return lines
  }
}

extension MeasureState {
  /// A sign of one column.
  public var sign: String {
    switch self {
    case .reached: "✓"
    case .ahead: "+"
    case .onTrack: "="
    case .behind: "–"
    case .missed: "✗"
    case .tooEarly: "·"
    case .cannotSay: "?"
    }
  }
}
