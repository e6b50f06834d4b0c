import Workshop

/// The chain from goal to action, and everything with a day.
extension DocumentBuilder {
  func branch(_ answer: Answer, _ attachments: [Section.Attachment], under path: [Handle]) -> Document.Branch {
    let details = details(of: answer)
    let name = name(of: answer)
    let text = details.isEmpty ? name : "\(name) (\(details.joined(separator: "; ")))"
    let path = path + [answer.handle]
    let branches = attachments.flatMap { attachment in
      answers(attached: attachment, to: answer.handle).filter { !path.contains($0.handle) }
        .map { branch($0, attachments, under: path) }
    }
    return Document.Branch(
      text: Document.Text(text, from: [answer.handle], to: answer.handle), branches: hung(branches, path))
  }

  /// What a line of the chain says besides the name: from where to where, when, and who.
  private func details(of answer: Answer) -> [String] {
    let columns = session.method.columns(of: answer.id.question)
    func shown(_ place: Int) -> String { session.shown(place, of: answer, in: localization, style: .names) }
    let way = measures[answer.id.question].flatMap { measure -> String? in
      let places = measure.columns.map { id in columns.firstIndex { $0.id == id } }
      guard let from = places[0], let to = places[1], !answer.cell(at: to).isEmpty else { return nil }
      let unit = places[2].map(shown) ?? ""
      return "\(shown(from)) → \(shown(to))" + (unit.isEmpty ? "" : " " + unit)
    }
    let days = columns.indices.filter { columns[$0].type == .date && columns[$0].isRequired }.map(shown)
      .filter { !$0.isEmpty }
    let person = columns.indices.filter { columns[$0].type == .person }.map(shown).first { !$0.isEmpty }
    return [way, days.isEmpty ? nil : days.joined(separator: " – "), person].compactMap(\.self)
  }

  /// What hangs on something that hangs here too hangs there alone: an action on its KPI, not on the objective as well.
  private func hung(_ branches: [Document.Branch], _ path: [Handle]) -> [Document.Branch] {
    let deeper = Set(branches.flatMap { $0.branches.flatMap(\.handles) })
    return branches.filter { branch in !branch.text.sources.contains { deeper.contains($0) } }
  }

  /// Everything with a day, in the order of days.
  func events(_ sources: [Section.DateSource]) -> [Document.Event] {
    var events: [Document.Event] = []
    for source in sources {
      guard let question = session.method.question(source.question),
        let place = question.columns.firstIndex(where: { $0.id == source.column })
      else { continue }
      let end = source.end.flatMap { id in question.columns.firstIndex { $0.id == id } }
      let label = localization.texts.label(of: question.id)
      // Where a question has several days, it is said which one this is.
      let days = question.columns.filter { $0.type == .date }
      let column = localization.texts.label(of: source.column, in: question.id)
      for answer in session.readableAnswers(to: question.id) {
        guard let first = Day(iso: answer.cell(at: place)) else { continue }
        let isAlone = question.columns.count == 1
        let last = end.flatMap { Day(iso: answer.cell(at: $0)) }.flatMap { $0 > first ? $0 : nil }
        let format = localization.language.days
        let shown = last.map { format.text(from: first, to: $0) } ?? format.text(first)
        let what = isAlone ? label : short(answer, besides: place, end)
        events.append(
          Document.Event(
            first: first, last: last, days: Document.Text(shown, from: [answer.handle]),
            what: Document.Text(what, from: [answer.handle]),
            kind: isAlone ? "" : source.end == nil && days.count > 1 ? "\(label) (\(column))" : label))
      }
    }
    let sorted = events.enumerated().sorted { ($0.element.first, $0.offset) < ($1.element.first, $1.offset) }
    return sorted.map(\.element)
  }

  /// What happens on a day, and who does it: what comes first in words, what kind of it, and the people.
  private func short(_ answer: Answer, besides place: Int, _ end: Int?) -> String {
    let columns = session.method.columns(of: answer.id.question)
    let known = session.shortPlace(of: answer)
    let others = columns.indices.filter { $0 != place && $0 != end && columns[$0].type != .date }
    func texts(_ places: [Int]) -> [String] { places.map { cell($0, of: answer).text }.filter { !$0.isEmpty } }
    let running = others.first { $0 == known && !columns[$0].isPeople } ?? others.first { columns[$0].isRunningText }
    // A kind, such as a meeting, stands before what is said of it.
    let kinds = running.map { running in others.filter { $0 < running && columns[$0].isKind } } ?? []
    let people = texts(others.filter { columns[$0].isPeople && $0 != running }.prefix(1).map(\.self))
    let said = texts(kinds + (running.map { [$0] } ?? []))
    var text =
      said.isEmpty
      ? texts(Array(others.filter { !columns[$0].isPeople }.prefix(1))).first ?? "" : said.joined(separator: ": ")
    if text.isEmpty { text = localization.texts.label(of: answer.id.question) }
    let name = answer.id.series == nil || form.namesAlone ? text : "\(answer.handle) \(text)"
    return people.isEmpty ? name : word("draft.who-does", ["what": name, "who": people[0]])
  }

  func timeline(_ sources: [Section.DateSource], next: Int?) -> [Document.Block] {
    let events = events(sources)
    guard !events.isEmpty else { return [.paragraph(Document.Text(word("draft.no-dates"), isGap: true))] }
    if let next {
      let today = session.date
      let coming = events.filter { event in today.map { event.first >= $0 } ?? true }.prefix(next)
      return [
        .list(
          coming.map { event in
            Document.Text("\(event.days.text): \(event.what.text)", from: event.what.sources)
          }, isNumbered: false)
      ]
    }
    var months: [Document.Month] = []
    var key = (year: 0, month: 0)
    for event in events {
      if key != (event.first.year, event.first.month) {
        key = (event.first.year, event.first.month)
        months.append(Document.Month(title: monthTitle(event.first), events: []))
      }
      months[months.count - 1].events.append(event)
    }
    return [.timeline(months)]
  }

  private func monthTitle(_ day: Day) -> String {
    let months = localization.language.days.months
    let name = months.count == 12 ? months[day.month - 1] : String(day.month)
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(day.year)"
  }

  /// What comes when: the slots of a calendar.
  func slots(_ answers: [Answer], _ places: [Int?]) -> [(first: Day, rule: Repeat?, text: Document.Text)] {
    answers.compactMap { answer in
      guard let place = places[0], let first = Day(iso: answer.cell(at: place)) else { return nil }
      let rule = places[1].flatMap { Repeat(stored: answer.cell(at: $0)) }
      let under = places[2].flatMap { place -> String? in
        let named = answer.values(at: place).compactMap { session.answer(Handle($0)) }
        return named.isEmpty ? nil : named.map(known).joined(separator: ", ")
      }
      let text = [under, short(answer, besides: place, nil)].compactMap(\.self).joined(separator: ": ")
      return (first, rule, Document.Text(text, from: [answer.handle]))
    }
  }

  func calendar(_ answers: [Answer], _ places: [Int?]) -> [Document.Block] {
    let slots = slots(answers, places)
    guard let first = slots.map(\.first).min() else { return [] }
    let monday = first.daysSinceEpoch - first.weekday
    let format = localization.language.days
    let weeks = (0..<4).map { week in
      Document.Week(
        days: (0..<7).map { offset in
          let day = Day(daysSinceEpoch: monday + week * 7 + offset)
          return Document.WeekDay(
            day: day, name: format.weekText(day), label: format.monthText(day),
            items: slots.filter { slot in
              slot.rule.map { !$0.days(from: slot.first, within: 1, of: day).isEmpty } ?? (slot.first == day)
            }.map(\.text))
        })
    }
    return [.calendar(weeks)]
  }
}

extension Column {
  fileprivate var isRunningText: Bool {
    switch type {
    case .text, .texts, .suggestion: true
    case .number, .date, .duration, .person, .persons, .choice, .multi, .kpi, .frequency, .repeats, .reference,
      .references, .yesNo, .scale:
      false
    }
  }
}

extension Column {
  fileprivate var isPeople: Bool { type == .person || type == .persons }

  /// Whether it says what kind of thing something is.
  fileprivate var isKind: Bool {
    switch type {
    case .choice, .multi, .suggestion: true
    case .text, .texts, .number, .date, .duration, .person, .persons, .kpi, .frequency, .repeats, .reference,
      .references,
      .yesNo, .scale:
      false
    }
  }
}

extension Document.Branch {
  fileprivate var handles: [Handle] { text.sources + branches.flatMap(\.handles) }
}
