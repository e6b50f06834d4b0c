import Facilitation
import LineEditor
import Text
import Workshop

/// A replay at a terminal: shows it, waits for what is due or for a key, until somebody has seen enough.
struct ReplayShow {
  private(set) var player: Player
  private let viewer: Viewer
  private let file: String
  private var seen: Seen?

  /// How it ended.
  enum End {
    /// Somebody has seen enough.
    case left
    /// Somebody goes on from here; what they have typed already comes first.
    case live(typed: [UInt8])
    /// A signal ended it.
    case killed(by: Int32)
  }

  /// What was said last, where the screen is only added to.
  private struct Seen: Equatable {
    var position: Int
    var question: QuestionID?
    var state: String
    var chosen: Int?
  }

  /// A replay that nobody has seen yet.
  ///
  /// - Parameters:
  ///   - player: What is played.
  ///   - viewer: Where it is shown.
  ///   - file: The file as it is named in messages.
  init(_ player: Player, on viewer: Viewer, file: String) {
    (self.player, self.viewer, self.file) = (player, viewer, file)
  }

  /// Shows it until it ends.
  ///
  /// - Returns: How it ended.
  /// - Throws: ``LineEditorError`` when the terminal cannot be used.
  mutating func run() throws(LineEditorError) -> End {
    defer { viewer.close() }
    while true {
      try show()
      switch try viewer.wait(until: player.due) {
      case .due: player.tick(at: viewer.now)
      case .press(let press): player.press(press, at: viewer.now)
      case .terminated(let signal): return .killed(by: signal)
      }
      switch player.end {
      case .left: return .left
      case .live: return .live(typed: viewer.unread)
      case nil: break
      }
    }
  }

  private mutating func show() throws(LineEditorError) {
    let view = ReplayView(player: player, file: file)
    guard viewer.mode == .plain else { return try viewer.show(view.picture) }
    let now = Seen(
      position: player.engine.position, question: player.engine.interpreter.session.position, state: view.state,
      chosen: player.menu?.chosen)
    defer { seen = now }
    guard let seen else { return try viewer.add([view.mark, view.keys] + view.news(isNewQuestion: true).dropFirst()) }
    guard seen != now else { return }
    if let stages = view.stages {
      try viewer.add(seen.chosen == nil ? stages + [view.keys] : [stages[(now.chosen ?? 0) + 1]])
    } else if seen.position != now.position {
      try viewer.add(view.news(isNewQuestion: seen.question != now.question || now.position < seen.position))
    } else {
      try viewer.add([StyledText(view.state)])
    }
  }
}
