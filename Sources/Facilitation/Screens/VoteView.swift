package import Text
package import Workshop

/// A vote on the screen: what is voted on while it is open, and nothing of how; bars when it is closed.
package struct VoteView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  package init(session: Session, localization: Localization, columns: Int) {
    (self.session, self.localization, self.columns) = (session, localization, columns)
  }

  private var language: Language { localization.language }

  // MARK: While it is open

  /// What is voted on, and how many votes are in.
  ///
  /// - Parameters:
  ///   - round: The open vote.
  ///   - byPhone: How many have voted by phone; nil where the room is not open to phones.
  /// - Returns: The lines.
  package func open(_ round: VoteRound, byPhone: Int? = nil) -> [StyledText] {
    let names = round.items.map { name($0) }
    let width = names.map { displayWidth(of: $0) }.max() ?? 0
    let items = zip(round.items, names).enumerated().flatMap { place, item in
      let isIn = !round.isHeadByHead && round.counted[place] != nil
      let head = "  " + (isIn ? "✓ " : "· ") + item.1
      let pad = String(repeating: " ", count: width - displayWidth(of: item.1) + 2)
      return StyledText(text(of: item.0)).hanging(StyledText(head + pad, .bold), columns: columns)
    }
    return [StyledText(round.title(in: language), .bold)] + items
      + [StyledText(byPhone.map { voted(round, byPhone: $0) } ?? progress(round))]
  }

  /// How many votes are in, and nothing else.
  package func progress(_ round: VoteRound) -> String {
    language.sentence("votes.progress", ["placed": String(round.placed)], count: round.total)
  }

  /// How many have voted, at the keyboard and by phone.
  package func voted(_ round: VoteRound, byPhone: Int) -> String {
    language.sentence("phones.voted", ["voted": String(round.ballots.count + byPhone)], count: round.heads)
  }

  /// What stands before the line: the answer or the head whose votes are asked for.
  package func prompt(_ round: VoteRound) -> StyledText {
    if round.isHeadByHead, round.ballots.count < round.heads {
      let head = language.sentence(
        "votes.head", ["head": String(round.ballots.count + 1), "heads": String(round.heads)])
      return StyledText(head, .bold) + " › "
    }
    guard let asked = round.asked else { return StyledText(language.sentence("votes.all-in"), .bold) + " › " }
    return StyledText(name(asked), .bold) + " › "
  }

  // MARK: When it is closed

  /// The result as bars, the chosen ones with a star, and what is level.
  package func result(_ round: VoteRound) -> [StyledText] {
    let tally = Tally(round)
    let chosen = Set(session.chosen(by: round))
    let names = tally.rows.map { name($0.item) }
    let width = names.map { displayWidth(of: $0) }.max() ?? 0
    let bars = Bars(most: highest(tally, round), columns: max(columns / 3, 8))
    let rows = zip(tally.rows, names).flatMap { row, name -> [StyledText] in
      let pad = String(repeating: " ", count: width - displayWidth(of: name) + 2)
      let star = chosen.contains(row.item) ? "★ " : "  "
      let head = StyledText("  " + star) + StyledText(name + pad, .bold)
      let bar = bars.bar(round.way.scores == nil ? row.sum : tenths(row.marks))
      return StyledText(bar + round.figures(row, in: language) + "  " + text(of: row.item)).hanging(
        head, columns: columns)
    }
    return [StyledText(round.title(in: language), .bold)] + rows + verdict(round, tally, chosen)
  }

  /// All votes that are closed, the latest last.
  package var results: [StyledText] {
    let rounds = session.closedVotes
    guard !rounds.isEmpty else { return [StyledText(language.sentence("votes.none-yet"))] }
    return rounds.flatMap { [StyledText(localization.texts.label(of: $0.question))] + result($0) }
  }

  private func verdict(_ round: VoteRound, _ tally: Tally, _ chosen: Set<Handle>) -> [StyledText] {
    var lines: [String] = []
    let stars = round.items.filter(chosen.contains)
    if !stars.isEmpty { lines.append(language.sentence("votes.chosen", ["answers": joined(stars)])) }
    if !tally.tied.isEmpty { lines.append(language.sentence("votes.tied", ["answers": joined(tally.tied)])) }
    let missing = round.total - round.placed
    if missing > 0 {
      lines.append(language.sentence("votes.missing", ["total": String(round.total)], count: missing))
    }
    return lines.map { StyledText($0) }
  }

  private func highest(_ tally: Tally, _ round: VoteRound) -> Int {
    round.way.scores.map { $0.upperBound * 10 } ?? tally.rows.map(\.sum).max() ?? 0
  }

  private func tenths(_ marks: [Int]) -> Int {
    marks.isEmpty ? 0 : marks.reduce(0, +) * 10 / marks.count
  }

  private func joined(_ handles: [Handle]) -> String { handles.map(name).joined(separator: ", ") }

  private func name(_ handle: Handle) -> String {
    if let answer = session.answer(handle) { return session.name(onScreen: answer.id) }
    return handle.rawValue.contains("#") ? "–" : handle.rawValue
  }

  /// What an answer says, or said when it was voted on.
  private func text(of handle: Handle) -> String {
    session.nameAsKnown(of: handle, in: localization)
  }
}
