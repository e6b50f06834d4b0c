import Journal
package import Workshop

/// A step that did not happen, and how the room stood then.
package struct ReplayFailure: Error {
  package var step: ReplayStep
  package var fault: Fault
  /// The session and its words, for saying what would have been expected.
  package var session: Session
  package var localization: Localization

  /// Why it did not happen.
  package enum Fault: Error {
    /// The room turned it down.
    case lineError(LineError)
    /// The line cannot be used.
    case flaw(Script.Fault)
    /// A question was not found in that line, so nobody knows what this one is about.
    case lost(since: Int)
    /// The method has no such question, so the answer is not shown anywhere.
    case noSuchQuestion(Answer)
  }
}

extension ReplayStep {
  /// The line as it stands in the file.
  package var source: String {
    switch content {
    case .line(let line): line.text
    case .flaw(let flaw): flaw.text
    case .entry(let entry):
      entry.events.compactMap { event in
        if case .answerGiven(let answer) = event { answer.cells.joined(separator: " | ") } else { nil }
      }.joined(separator: "; ")
    }
  }
}
