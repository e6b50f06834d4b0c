public import Workshop

extension Session {
  /// A finding as a whole sentence.
  public func sentence(for finding: Finding, in wording: Wording) -> String {
    let language = wording.language
    let question = wording.texts.label(of: finding.question)
    switch finding.problem {
    case .unanswered: return language.sentence("finding.unanswered", ["question": question])
    case .skipped(let reason):
      return reason.isEmpty
        ? language.sentence("finding.skipped", ["question": question])
        : language.sentence("finding.skipped-why", ["question": question, "reason": reason])
    case .tooFew(let found, let least):
      return language.sentence(
        "finding.too-few", ["question": question, "least": String(least)], count: found)
    case .gap(let handle, let column):
      return language.sentence(
        "finding.gap",
        ["answer": name(of: handle, in: wording), "column": wording.texts.label(of: column, in: finding.question)])
    case .lostReference(let handle, let column, let target):
      return language.sentence(
        "finding.lost-reference",
        [
          "answer": name(of: handle, in: wording), "target": target,
          "column": wording.texts.label(of: column, in: finding.question),
        ])
    }
  }
}
