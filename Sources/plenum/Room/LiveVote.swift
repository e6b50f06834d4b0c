import LineEditor
import Workshop

/// Votes in the live room.
extension LiveRoom {
  /// What a command beside the answers asks of the screen, once it has happened.
  mutating func follow(_ command: RoomCommand) throws(Room.Hindrance) {
    switch command {
    // In rich mode the open vote is the screen.
    case .vote(.open), .vote(.again):
      if editor.mode != .rich, let round = session.openVote { show(voteView.open(round)) }
    case .vote, .note, .close, .presence, .facilitator, .time, .blank, .same, .mood: break
    // A tip or a note that was shown before must not stay on the screen.
    case .share(let isShared): if isShared { editor.clearScreen() }
    case .groups: present(GroupView(session: session, wording: room.wording, columns: columns).groups, waits: true)
    case .worksheet(let words): writeWorksheets(words)
    case .take(let path): showSimilar(from: Script.title(of: path))
    }
  }

  /// The result, when the vote has just been closed.
  mutating func showResult(of number: Int) {
    guard let round = session.vote(number), round.state == .closed else { return }
    present(voteView.result(round), waits: true)
  }

  private var voteView: VoteView { VoteView(session: session, wording: room.wording, columns: columns) }
}
