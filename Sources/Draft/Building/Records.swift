import Workshop

/// Sums, and what the session itself holds.
extension DocumentBuilder {
  func sums(_ sums: [Section.Sum]) -> [Document.Block] {
    let lines = sums.compactMap { sum -> Document.Text? in
      let answers = session.readableAnswers(to: sum.question)
      let columns = session.method.columns(of: sum.question)
      guard let place = columns.firstIndex(where: { $0.id == sum.column }), !answers.isEmpty,
        let total = Decimal.sum(of: answers.map { $0.cell(at: place) })
      else { return nil }
      let what = withoutUnit(localization.texts.label(of: sum.question))
      let column = withoutUnit(localization.texts.label(of: sum.column, in: sum.question))
      func amount(_ stored: String) -> String {
        localization.language.numbers.text(stored, of: columns[place].type)
      }
      let isOpen = answers.contains { $0.cell(at: place).isEmpty && columns[place].isRequired }
      let limit = sum.limit.flatMap { session.readableAnswers(to: $0).first }
      guard let limit, let left = Decimal.difference(limit.cell(at: 0), total) else {
        return Document.Text(
          word("draft.sum-line", ["what": what, "column": column, "sum": amount(total)]),
          from: answers.map(\.handle), isGap: isOpen)
      }
      let isOver = left.hasPrefix("-")
      return Document.Text(
        word(
          isOver ? "draft.sum-over" : "draft.sum-within",
          [
            "what": what, "sum": amount(total), "limit": amount(limit.cell(at: 0)),
            "left": amount(isOver ? String(left.dropFirst()) : left),
          ]), from: answers.map(\.handle) + [limit.handle], isGap: isOver || isOpen)
    }
    return lines.isEmpty ? [] : [.list(lines, isNumbered: false)]
  }

  /// A label without the unit in brackets at its end, for sentences in which the number has it.
  func withoutUnit(_ label: String) -> String {
    guard label.hasSuffix(")"), let start = label.lastIndex(of: "("), label[start...].count <= 6 else { return label }
    return label[..<start].trimmed
  }

  func record(_ record: Section.Record) -> [Document.Block] {
    switch record {
    case .progress: progress
    case .openPoints: openPoints
    case .checkReport: checkReport
    case .openCount: openCount
    case .skipped: skipped
    case .decisions: sideItems(session.sideItems(.decision))
    case .tasks: sideItems(session.sideItems(.task))
    case .measuredValues: measuredValues
    case .parked: sideItems(session.sideItems(.parked).filter(\.isOpen))
    case .workItems: workItems(of: session)
    }
  }

  /// What was said beside the questions, with whose it is, until when, and what became of it.
  private func sideItems(_ sideItems: [SideItem]) -> [Document.Block] {
    let lines = sideItems.map { sideItem in
      let isUnowned = sideItem.id.kind == .task && sideItem.owner == nil && !sideItem.isGap
      let owner = isUnowned ? gap(labelled: word("aside.owner")) : sideItem.owner.map(name(ofParticipant:))
      let about = sideItem.about.flatMap { session.measures[$0] }.map { value in
        "\(form.namesAlone ? name(of: value.kpi.handle) : value.kpi.handle.rawValue): \(MeasureText(session: session, localization: localization).value(value))"
      }
      let facts = [owner, sideItem.due.map(localization.language.days.text), about, sideItem.outcome].compactMap(\.self)
        .filter { !$0.isEmpty }
      let text =
        sideItem.shown(in: localization.language) + (facts.isEmpty ? "" : " (" + facts.joined(separator: ", ") + ")")
      return Document.Text(text, isGap: isUnowned)
    }
    return lines.isEmpty ? [] : [.list(lines, isNumbered: false)]
  }

  private func name(ofParticipant initials: String) -> String {
    let name = session.participants.first { $0.initials == initials }?.name ?? ""
    return name.isEmpty ? initials : name
  }

  /// Who took part, and how far the room has come.
  private var progress: [Document.Block] {
    let required = session.walk.filter { session.requires($0) }
    let answered = required.filter { session.isAnswered($0.id) }.count
    let people = session.participants.map { $0.name.isEmpty ? $0.initials : $0.name }.joined(separator: ", ")
    let taking =
      people.isEmpty ? [] : [Document.Block.paragraph(Document.Text(word("draft.participants", ["people": people])))]
    let skipped = required.filter { !session.isAnswered($0.id) && session.skipped[$0.id] != nil }.count
    let more = skipped > 0 ? " " + word("draft.skipped-count", count: skipped) : ""
    return taking + [
      .paragraph(
        Document.Text(
          word("draft.progress", ["answered": String(answered), "required": String(required.count)]) + more))
    ]
  }

  /// A finding as a sentence, answers named as the document names them.
  private func said(_ finding: Finding) -> String {
    let sentence = session.sentence(for: finding, in: localization)
    guard form.namesAlone else { return sentence }
    return spelledOut(
      finding.facts.sorted { $0.key < $1.key }.reduce(sentence) { text, fact in
        guard case .answer(let handle) = fact.value, let answer = session.answer(handle) else { return text }
        return text.replacing(session.name(of: handle, in: localization), with: name(of: answer))
      })
  }

  private var openPoints: [Document.Block] {
    let chapters = openChapters.flatMap { chapter in
      let missing = chapter.absences.filter(\.isGap)
      let line = missing.isEmpty ? [] : [chapterLine(chapter.title, missing.count)]
      return line.map { Document.Text($0, isGap: true) } + chapter.absences.filter(\.isSkipped)
    }
    // What a chapter misses as a whole is not said question by question.
    let missed = Set(openChapters.flatMap(\.questions))
    let points = session.findings(in: localization).filter { finding in
      finding.severity == .error && !(finding.message == "question-unanswered" && missed.contains(finding.question))
    }
    guard !points.isEmpty || !chapters.isEmpty else {
      return [.paragraph(Document.Text(word("draft.nothing-open")))]
    }
    let found = points.map { Document.Text(said($0), isGap: true) }
    return [.list(chapters + found, isNumbered: false)]
  }

  private var checkReport: [Document.Block] {
    let findings = session.findings(in: localization).filter { $0.severity != .error }
    // Those who decide need one of a kind, and how many there are.
    func isAlike(_ one: Finding, _ other: Finding) -> Bool {
      form.namesAlone && one.acceptance == nil && other.acceptance == nil && one.message == other.message
        && one.severity == other.severity
    }
    let lines = findings.enumerated().compactMap { place, finding -> Document.Text? in
      guard !findings[..<place].contains(where: { isAlike($0, finding) }) else { return nil }
      let severity = word(finding.severity == .warning ? "finding.warning" : "finding.note")
      let accepted = finding.acceptance.map { " (" + word("finding.accepted", ["reason": $0.reason]) + ")" } ?? ""
      let others = findings[(place + 1)...].count { isAlike(finding, $0) }
      let more = others > 0 ? " (" + word("draft.more-findings", count: others) + ")" : ""
      return Document.Text("\(severity): \(said(finding))\(accepted)\(more)")
    }
    return lines.isEmpty ? [] : [.list(lines, isNumbered: false)]
  }

  private var openCount: [Document.Block] {
    let findings = session.findings(in: localization)
    func count(_ severity: Finding.Severity) -> String { String(findings.filter { $0.severity == severity }.count) }
    let text = word(
      "finding.summary", ["errors": count(.error), "warnings": count(.warning), "notes": count(.note)])
    return [.paragraph(Document.Text(text, isGap: findings.contains { $0.severity == .error }))]
  }

  private var skipped: [Document.Block] {
    let lines = session.method.questions.compactMap { question in
      session.isAnswered(question.id)
        ? nil
        : session.skipped[question.id].map { reason in
          let label = localization.texts.label(of: question.id)
          return Document.Text(reason.isEmpty ? label : "\(label): \(reason)")
        }
    }
    return lines.isEmpty ? [] : [.list(lines, isNumbered: false)]
  }
}
