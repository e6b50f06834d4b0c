import Workshop

/// Sums, and what the session itself holds.
extension DocumentBuilder {
  func sums(_ sums: [Section.Sum]) -> [Document.Block] {
    let lines = sums.compactMap { sum -> Document.Text? in
      let answers = session.answers(to: sum.question)
      let columns = session.method.columns(of: sum.question)
      guard let place = columns.firstIndex(where: { $0.id == sum.column }), !answers.isEmpty,
        let total = Decimal.sum(of: answers.map { $0.cell(at: place) })
      else { return nil }
      let numbers = localization.language.numbers
      let what = localization.texts.label(of: sum.question)
      let column = localization.texts.label(of: sum.column, in: sum.question)
      let isOpen = answers.contains { $0.cell(at: place).isEmpty && columns[place].isRequired }
      let limit = sum.limit.flatMap { session.answers(to: $0).first }
      guard let limit, let left = Decimal.difference(limit.cell(at: 0), total) else {
        return Document.Text(
          word(
            "draft.sum-line", ["what": what, "column": column, "sum": numbers.text(total, of: columns[place].type)]),
          from: answers.map(\.handle), isGap: isOpen)
      }
      let isOver = left.hasPrefix("-")
      return Document.Text(
        word(
          isOver ? "draft.sum-over" : "draft.sum-within",
          [
            "what": what, "sum": numbers.text(total, of: columns[place].type),
            "limit": numbers.text(limit.cell(at: 0), of: columns[place].type),
            "left": numbers.text(isOver ? String(left.dropFirst()) : left, of: columns[place].type),
          ]), from: answers.map(\.handle) + [limit.handle], isGap: isOver || isOpen)
    }
    return lines.isEmpty ? [] : [.list(lines, isNumbered: false)]
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
        "\(value.kpi.handle): \(MeasureText(session: session, localization: localization).value(value))"
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
    let run = localization.texts.runs[session.run] ?? session.run.rawValue
    let taking =
      people.isEmpty ? [] : [Document.Block.paragraph(Document.Text(word("draft.participants", ["people": people])))]
    return (isBrief ? [] : taking) + [
      .paragraph(
        Document.Text(
          word("draft.progress", ["run": run, "answered": String(answered), "required": String(required.count)])))
    ]
  }

  private var openPoints: [Document.Block] {
    let points = session.findings(in: localization).filter { $0.severity == .error }
    guard !points.isEmpty else { return [.paragraph(Document.Text(word("draft.nothing-open")))] }
    return [
      .list(points.map { Document.Text(session.sentence(for: $0, in: localization), isGap: true) }, isNumbered: false)
    ]
  }

  private var checkReport: [Document.Block] {
    let lines = session.findings(in: localization).filter { $0.severity != .error }.map { finding in
      let severity = word(finding.severity == .warning ? "finding.warning" : "finding.note")
      let accepted = finding.acceptance.map { " (" + word("finding.accepted", ["reason": $0.reason]) + ")" } ?? ""
      return Document.Text("\(severity): \(session.sentence(for: finding, in: localization))\(accepted)")
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
