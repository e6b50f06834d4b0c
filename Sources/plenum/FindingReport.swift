import Draft
import Journal
import LineEditor
import Workshop

/// The findings of a session, printed.
struct FindingReport {
  let session: Session
  let wording: Wording

  private var language: Language { wording.language }

  /// A line per finding, and how many there are of each kind.
  var text: String {
    let findings = session.findings
    let lines = findings.map { finding in
      "\(word(finding.severity)): \(session.sentence(for: finding, in: wording)) "
        + language.sentence("finding.goto", ["question": finding.question.rawValue])
    }
    let errors = findings.filter { $0.severity == .error }.count
    let summary = language.sentence(
      "finding.summary", ["errors": String(errors), "warnings": String(findings.count - errors)])
    return (lines + [summary]).map { visible($0) + "\n" }.joined()
  }

  /// A JSON array with an object per finding.
  var json: String {
    let objects = session.findings.map { finding in
      let members = [
        ("severity", finding.severity.rawValue), ("rule", rule(finding.problem)),
        ("question", finding.question.rawValue), ("message", session.sentence(for: finding, in: wording)),
      ]
      return "{" + members.map { "\"\($0)\":\(jsonString($1))" }.joined(separator: ",") + "}"
    }
    return "[" + objects.joined(separator: ",\n ") + "]\n"
  }

  private func word(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: language.sentence("finding.error")
    case .warning: language.sentence("finding.warning")
    }
  }

  private func rule(_ problem: Finding.Problem) -> String {
    switch problem {
    case .unanswered: "question-unanswered"
    case .skipped: "question-skipped"
    case .tooFew: "too-few-answers"
    case .gap: "cell-missing"
    case .lostReference: "reference-lost"
    }
  }
}
