import Draft
import Facilitation
import Journal
import Text
import Workshop

/// The findings of a session, printed.
struct FindingReport {
  let session: Session
  let localization: Localization

  /// What was found, the gravest first.
  let findings: [Finding]

  /// The values that should have been measured by now.
  let overdue: OverdueView

  init(session: Session, localization: Localization, today: Day) {
    self.session = session
    self.localization = localization
    overdue = OverdueView(session: session, localization: localization, today: today)
    findings = session.findings(in: localization)
  }

  private var language: Language { localization.language }

  /// A line per finding, how many there are of each kind, and how ready the session is.
  var text: String {
    let lines = findings.map { finding in
      let accepted = finding.acceptance.map {
        " (" + language.sentence("finding.accepted", ["reason": $0.reason]) + ")"
      }
      return "\(word(finding.severity)): \(session.sentence(for: finding, in: localization)) "
        + language.sentence("finding.goto", ["question": finding.question.rawValue]) + (accepted ?? "")
    }
    let readiness = session.readiness(findings)
    let level = language.sentence("finding.\(readiness.rawValue)")
    let summary = language.sentence(
      "finding.summary", ["errors": count(.error), "warnings": count(.warning), "notes": count(.note)])
    let summaryOfLevel = language.sentence("finding.readiness", ["level": level])
    let late = overdue.sentences.map { "\(word(.note)): \($0)" }
    return (lines + late + [summary, summaryOfLevel]).map { visible($0) + "\n" }.joined()
  }

  private func count(_ severity: Finding.Severity) -> String {
    String(findings.filter { $0.severity == severity }.count)
  }

  /// A JSON object: how ready the session is, and an object per finding.
  var json: String {
    let objects = findings.map { finding in
      var members = [
        ("severity", finding.severity.rawValue), ("check", finding.check.rawValue),
        ("rule", finding.message.rawValue), ("question", finding.question.rawValue),
      ]
      if let answer = finding.answer { members.append(("answer", answer.rawValue)) }
      members.append(("message", session.sentence(for: finding, in: localization)))
      if let acceptance = finding.acceptance { members.append(("accepted", acceptance.reason)) }
      return "{" + members.map { "\"\($0)\":\(jsonString($1))" }.joined(separator: ",") + "}"
    }
    let readiness = jsonString(session.readiness(findings).rawValue)
    let late = overdue.overdue.map { answer, due in
      "{\"answer\":\(jsonString(answer.handle.rawValue)),\"due\":\(due.map { jsonString($0.description) } ?? "null")}"
    }
    return "{\"readiness\":\(readiness),\"findings\":[" + objects.joined(separator: ",\n ") + "],\"overdue\":["
      + late.joined(separator: ",") + "]}\n"
  }

  private func word(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: language.sentence("finding.error")
    case .warning: language.sentence("finding.warning")
    case .note: language.sentence("finding.note")
    }
  }
}
