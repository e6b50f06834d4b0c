import LineEditor
import Workshop

/// What the program answers to a line: the sentence, and the lines that are shown for it.
struct Answered {
  var sentence: String?
  var lines: [StyledText] = []

  /// All of it as plain text, as a script expects it.
  var texts: [String] {
    ((sentence.map { [$0] } ?? []) + lines.map(\.plainText)).map(\.trimmedAtEnd)
  }

  /// How the room stood before a line, as far as the answer needs to know.
  struct Before {
    let position: QuestionID?
    let hadEnded: Bool
    let vote: Int?

    init(_ session: Session) {
      (position, hadEnded, vote) = (session.position, session.hasEnded, session.openVote?.number)
    }
  }
}

extension Room {
  /// What is shown for a line that was heard.
  ///
  /// - Parameters:
  ///   - command: What the line asked for.
  ///   - before: How the room stood before it.
  ///   - columns: The width.
  /// - Returns: The lines; none where the sentence says it all.
  /// - Throws: A refusal when something is to be looked at that is not there.
  func shown(for command: Command, after before: Answered.Before, columns: Int) throws(Refusal) -> [StyledText] {
    if let number = before.vote, let round = session.vote(number), round.state == .closed {
      return VoteView(session: session, wording: wording, columns: columns).result(round)
    }
    switch command {
    case .look(let look):
      return try LookView(session: session, wording: wording, columns: columns, now: clock.now()).lines(look)
    case .room(.groups):
      return GroupView(session: session, wording: wording, columns: columns).groups
    case .next, .goOn, .skip:
      let view = StageEndView(session: session, wording: wording, columns: columns, now: clock.now())
      guard let stage = view.stageLeft(by: before.position, hadEnded: before.hadEnded) else { return [] }
      return view.findings(in: stage) + view.lines(leaving: stage)
    case .answer, .back, .goto, .edit, .editor, .delete, .move, .undo, .redo, .addPerson, .by, .language, .run, .accept,
      .export, .save, .offRecord, .onRecord, .redact, .pseudonym, .room, .quit:
      return []
    }
  }
}
