import Workshop

extension Playback {
  /// Plays everything at once.
  ///
  /// - Parameters:
  ///   - report: What it comes to.
  ///   - compares: Whether answers are compared with what the script expects.
  ///   - accepts: Whether answers that are not as expected are taken as they are.
  /// - Throws: When a difference cannot be printed.
  mutating func playInstantly(_ report: inout ReplayReport, comparing compares: Bool, accepting accepts: Bool) throws {
    while let passage = next {
      let line: Script.Line? = if case .line(let line) = passage.content { line } else { nil }
      let isCompared = compares && line?.expected != nil
      switch advance(showing: isCompared) {
      case .heard(let passage, let answered):
        report.note(passage)
        guard isCompared, let line else { continue }
        guard try report.compare(answered, of: line, accepting: accepts) else { return }
      case .refused(let stumble): guard report.note(stumble) else { return }
      case .atEnd: return
      }
    }
    guard compares else { return }
    // What stands behind the line with which the facilitator leaves is answered by nobody.
    for passage in passages[position...] {
      guard case .line(let line) = passage.content else { continue }
      guard try report.compare(Answered(), of: line, accepting: accepts) else { return }
    }
  }
}
