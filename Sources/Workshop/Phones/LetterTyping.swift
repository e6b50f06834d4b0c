// What a phone would send, as it is typed: for workshops that are rehearsed without phones.
extension Session {
  /// The question that phones are asked.
  ///
  /// - Throws: A refusal where the room stands before none.
  public func askedByPhone() throws(Refusal) -> QuestionID {
    guard let position, !hasEnded else { throw .atEnd }
    return position
  }

  /// The cells of an idea: the place in a grid first, by its letter, its name or what the room reads.
  ///
  /// - Parameters:
  ///   - typed: The cells, parted by ` | `.
  ///   - localization: The words of the room's language.
  /// - Returns: The cells.
  /// - Throws: A refusal where a grid has no such row.
  public func cells(_ typed: String, hearing localization: Localization) throws(Refusal) -> [String] {
    guard let question = method.question(try askedByPhone()) else { return [] }
    guard case .grid(let grid) = question.kind else { return CellParser.cells(of: typed, for: question) }
    var cells = CellParser.parted(typed)
    for (place, axis) in [grid.rows, grid.across].compactMap(\.self).enumerated() {
      let wanted = cells.indices.contains(place) ? cells[place].lowercased() : ""
      let rows = rows(of: axis, of: question, in: localization)
      guard
        let row = rows.first(where: { row in
          [row.id, row.letter, row.label].contains { $0?.lowercased() == wanted }
        })
      else { throw .unknownRow(wanted, question: question.id) }
      cells[place] = row.id
    }
    return cells
  }

  /// The ballot of a phone, as it is typed head by head: `3 3 7`, an order, or a score for each answer.
  ///
  /// - Parameters:
  ///   - typed: What is typed.
  ///   - phone: The number of the phone.
  ///   - localization: The words of the room's language.
  /// - Returns: The ballot.
  /// - Throws: A refusal where no vote is open, or these are not the votes of one head.
  public func ballot(
    _ typed: String, of phone: Int, hearing localization: Localization
  ) throws(Refusal) -> PhoneBallot {
    let entry = VoteEntry(
      session: self, round: try voteThatIsOpen(), decimal: localization.language.numbers.decimal)
    return PhoneBallot(phone: phone, marks: try entry.ballot(typed.split { $0 == "," || $0.isWhitespace }, typed))
  }
}

extension Phones {
  /// Takes in the ballot of one phone to the open vote.
  public mutating func receive(_ ballot: PhoneBallot, _ session: Session) {
    guard let round = session.openVote else { return }
    receive([ballot], in: round.number)
  }
}
