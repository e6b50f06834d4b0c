import Workshop

extension ReplayEngine {
  /// Plays everything at once.
  ///
  /// - Parameters:
  ///   - report: What it comes to.
  ///   - compares: Whether answers are compared with what the script expects.
  ///   - accepts: Whether answers that are not as expected are taken as they are.
  /// - Throws: When a difference cannot be printed.
  package mutating func playInstantly(
    _ report: inout ReplayReport, comparing compares: Bool, accepting accepts: Bool
  ) throws {
    while let step = next {
      let line: Script.Line? = if case .line(let line) = step.content { line } else { nil }
      let isCompared = compares && line?.expected != nil
      switch advance(showing: isCompared) {
      case .heard(let step, let reply):
        report.note(step)
        if reply.effect?.isMissed == true, let sentence = reply.sentence { report.say(sentence, at: step) }
        guard isCompared, let line else { continue }
        guard try report.compare(reply, of: line, accepting: accepts) else { return }
      case .refused(let failure): guard report.note(failure) else { return }
      case .atEnd: return
      }
    }
    guard compares else { return }
    // What stands behind the line with which the facilitator leaves is reply by nobody.
    for step in steps[position...] {
      guard case .line(let line) = step.content else { continue }
      guard try report.compare(Reply(), of: line, accepting: accepts) else { return }
    }
  }
}
