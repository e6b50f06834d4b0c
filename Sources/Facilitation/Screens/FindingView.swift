import Draft
package import Text
package import Workshop

/// Findings on the screen: what matters most first, numbered, with the way to mend each.
package struct FindingView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  private var language: Language { localization.language }

  /// The most findings that are shown unasked: nobody hears the eighth.
  package static let most = 7

  /// The findings of the session, and how ready it is.
  package func lines(all: Bool) -> [StyledText] {
    let findings = session.findings(in: localization)
    guard !findings.isEmpty else { return [StyledText("✓ " + language.sentence("look.check-clean"))] }
    let numbered = findings.enumerated().filter { all || $0.element.acceptance == nil }
    let shown = numbered.prefix(all ? findings.count : FindingView.most)
    let width = String(findings.count).count
    let lines = shown.flatMap { line($0.element, number: $0.offset + 1, width: width) }
    let more = numbered.count - shown.count
    let readiness = session.readiness(findings)
    let level = language.sentence("finding.\(readiness.rawValue)")
    return [StyledText(language.sentence("look.check"), .bold)] + lines
      + (more > 0 ? [StyledText("  " + language.sentence("look.check-more", count: more))] : [])
      + [StyledText(language.sentence("finding.readiness", ["level": level]))]
  }

  /// What is amiss in a stage that the room has just left; nothing when all is well there.
  package func lines(leaving stage: Stage) -> [StyledText] {
    let questions = Set(stage.steps.flatMap(\.questions).map(\.id))
    let findings = session.findings(in: localization).enumerated().filter {
      questions.contains($0.element.question) && $0.element.acceptance == nil && $0.element.severity != .note
    }
    guard !findings.isEmpty else { return [] }
    let lines = findings.prefix(FindingView.most).flatMap { line($0.element, number: $0.offset + 1, width: 1) }
    let name = localization.texts.stages[stage.id] ?? stage.id.rawValue
    return [StyledText("\(name) – \(language.sentence("look.check-stage"))", .bold)] + lines
  }

  private func line(_ finding: Finding, number: Int, width: Int) -> [StyledText] {
    let place = session.walk.firstIndex { $0.id == finding.question }.map { String($0 + 1) }
    let goto = language.sentence("finding.goto", ["question": place ?? finding.question.rawValue])
    let accepted =
      finding.acceptance.map { "  ✓ " + language.sentence("finding.accepted", ["reason": $0.reason]) } ?? ""
    let text = session.sentence(for: finding, in: localization) + accepted + (accepted.isEmpty ? "  " + goto : "")
    let pad = String(repeating: " ", count: max(0, width - String(number).count))
    return StyledText(text).hanging(
      StyledText("  \(pad)\(number) \(sign(finding.severity)) "), columns: columns)
  }

  /// The signs stand for the words, for eyes and for screen readers.
  private func sign(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "!"
    case .warning: "?"
    case .note: "·"
    }
  }
}
