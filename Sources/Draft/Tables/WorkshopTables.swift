internal import Text
import Workshop

extension WorkshopTable {
  /// All tables there are.
  public static let all = [sessions, questions, answers, cells, kpis, measurements, findings]

  private static let sessions = WorkshopTable(
    "sessions",
    [
      "folder", "title", "method", "method_version", "language", "run", "began", "ended", "closed", "answers", "errors",
      "warnings",
    ]
  ) { source in
    let session = source.session
    let open = session.findings(in: source.localization).filter { $0.acceptance == nil }
    func count(_ severity: Finding.Severity) -> Value { .count(open.count { $0.severity == severity }) }
    return [
      [
        .text(source.folder), .text(session.title), .text(session.method.name), .text(session.method.version),
        .text(session.language.rawValue), .text(session.run.rawValue), .text(source.began.iso),
        .text(source.ended.iso), .truth(session.progress.isClosed), .count(readable(session).count), count(.error),
        count(.warning),
      ]
    ]
  }

  /// Each question that is asked or answered, with the minutes it was given and took.
  private static let questions = WorkshopTable(
    "questions", ["question", "stage", "required", "answers", "skipped", "plan_minutes", "minutes"]
  ) { source in
    let session = source.session
    return session.method.questions.compactMap { question in
      let answers = session.readableAnswers(to: question.id).count
      guard answers > 0 || session.asks(question) else { return nil }
      let minutes = [session.plannedSeconds(question), session.usedSeconds(question, now: source.ended)].map {
        Value.number(tenths(ofMinutes: $0))
      }
      return [
        .text(question.id.rawValue), .text(session.method.location(of: question.id)?.stage.id.rawValue),
        .truth(session.requires(question)), .count(answers), .truth(session.skipped[question.id] != nil),
      ] + minutes
    }
  }

  private static let answers = WorkshopTable("answers", ["question", "handle", "text", "speaker"]) { source in
    let session = source.session
    return readable(session).map { answer in
      [
        .text(answer.id.question.rawValue), .text(answer.handle.rawValue),
        .text(session.shownShort(answer, in: source.localization)), .text(answer.speaker),
      ]
    }
  }

  /// Each cell that is not open: as it is stored, as it is read, and as a number or a day where it is one.
  private static let cells = WorkshopTable(
    "cells", ["question", "handle", "column", "value", "shown", "number", "date"]
  ) { source in
    let session = source.session
    return readable(session).flatMap { answer in
      session.method.columns(of: answer.id.question).enumerated().compactMap { place, column -> [Value]? in
        let cell = answer.cell(at: place)
        guard !cell.isEmpty else { return nil }
        let isNumber = column.type.isNumber && FixedDecimal(cell) != nil
        return [
          .text(answer.id.question.rawValue), .text(answer.handle.rawValue), .text(column.id.rawValue), .text(cell),
          .text(session.shown(place, of: answer, in: source.localization)),
          .number(isNumber ? FixedDecimal(cell)?.text : nil), .text(Day(iso: cell)?.description),
        ]
      }
    }
  }

  /// What can be measured, and how it stood when the session was last written.
  private static let kpis = WorkshopTable(
    "kpis", ["handle", "catalogue", "name", "unit", "state", "value", "baseline", "target", "deadline"]
  ) { source in
    let session = source.session
    return session.measurable.filter { !session.privacy.redacted.contains($0.id) }.map { answer in
      let (judgement, course) = (session.judgement(of: answer, on: nil), session.course(of: answer))
      return [
        .text(answer.handle.rawValue), .text(session.catalogued(answer)),
        .text(session.shownShort(answer, in: source.localization)),
        .text(session.unit(of: answer, in: source.localization)), .text(judgement.state.rawValue),
        .number(judgement.value?.decimal?.text), .number(course?.from.text), .number(course?.to.text),
        .text(course?.by.description),
      ]
    }
  }

  private static let measurements = WorkshopTable(
    "measurements", ["kpi", "value", "first", "last", "number", "incomplete", "new_baseline", "remark", "source"]
  ) { source in
    source.session.measures.all.filter { !$0.isGap }.map { value in
      [
        .text(value.kpi.handle.rawValue), .text(value.handle.rawValue), .text(value.finding.period.first.description),
        .text(value.finding.period.last.description), .number(value.decimal?.text), .truth(value.finding.isIncomplete),
        .truth(value.startsAnew), .text(value.finding.remark), .text(value.finding.source),
      ]
    }
  }

  private static let findings = WorkshopTable(
    "findings", ["question", "check", "severity", "message", "accepted"]
  ) { source in
    source.session.findings(in: source.localization).map { finding in
      [
        .text(finding.question.rawValue), .text(finding.check.rawValue), .text(finding.severity.rawValue),
        .text(source.session.sentence(for: finding, in: source.localization)), .text(finding.acceptance?.reason),
      ]
    }
  }

  private static func readable(_ session: Session) -> [Answer] {
    session.method.questions.flatMap { session.readableAnswers(to: $0.id) }
  }

  private static func tenths(ofMinutes seconds: Int) -> String {
    let tenths = (seconds + 3) / 6
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension CellType {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .scale: true
    case .text, .texts, .date, .duration, .choice, .multi, .suggestion, .kpi, .frequency, .repeats, .yesNo, .person,
      .persons, .reference, .references:
      false
    }
  }
}
