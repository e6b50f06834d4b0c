import CEditLine

/// What a key asks for, as far as it is not left to libedit. The numbers are those of the table in `CEditLine.h`.
enum Command: Int32, CaseIterable {
  case accept = 1
  case backward, forward, wordBackward, wordForward, start, end
  case deleteBackward, deleteForward, deleteOrEnd, deleteWordBackward, deleteWordForward, deleteSpacedWord
  case killToEnd, killToStart, yank, transpose, undo, redo
  case older, newer, search, complete, completeBack, openEditor, clearScreen, cancel

  /// The name under which an .editrc may bind it.
  var name: String { unsafe cel_command_name(rawValue).map { unsafe String(cString: $0) } ?? "" }
}

/// A key in libedit's notation and what it does.
struct Binding {
  var key: String
  var command: String

  init(_ key: String, _ command: Command) {
    self.key = key
    self.command = command.name
  }

  /// A key that libedit's own commands lose: they would start programs or show prompts of their own.
  init(disabled key: String) {
    self.key = key
    command = "ed-unassigned"
  }
}

extension NamedKey {
  /// What it does to the line; nil where it does nothing.
  var command: Command? {
    switch self {
    case .up: .older
    case .down: .newer
    case .right: .forward
    case .left: .backward
    case .home: .start
    case .end: .end
    case .delete: .deleteForward
    case .wordRight: .wordForward
    case .wordLeft: .wordBackward
    case .deleteWord: .deleteWordForward
    case .backTab: .completeBack
    case .pageUp, .pageDown: nil
    }
  }
}

extension Binding {
  private static let common = [
    Binding("^M", .accept), Binding("^J", .accept), Binding("^D", .deleteOrEnd), Binding("^I", .complete),
    Binding("^L", .clearScreen), Binding("^P", .older), Binding("^N", .newer), Binding("^_", .undo),
    Binding("^G", .cancel),
  ]

  private static let typing = [
    Binding("^H", .deleteBackward), Binding("^?", .deleteBackward), Binding("^W", .deleteSpacedWord),
    Binding("^U", .killToStart), Binding("^K", .killToEnd), Binding("^Y", .yank), Binding("^T", .transpose),
    Binding("^A", .start), Binding("^E", .end), Binding("^B", .backward), Binding("^F", .forward),
    Binding("^R", .search), Binding("^S", .search), Binding("^X^E", .openEditor),
  ]

  /// The keys of emacs mode.
  static let emacs =
    common + typing + [
      Binding("^[b", .wordBackward), Binding("^[f", .wordForward), Binding("^[d", .deleteWordForward),
      Binding("^[B", .wordBackward), Binding("^[F", .wordForward), Binding("^[D", .deleteWordForward),
      Binding("^[^?", .deleteWordBackward), Binding("^[^H", .deleteWordBackward), Binding("^[_", .redo),
      Binding(disabled: "^[x"), Binding(disabled: "^[X"), Binding(disabled: "^[^L"),
    ]
    + NamedKey.allCases.compactMap { key in
      key.command.map { Binding("^[" + key.sequence.dropFirst(), $0) }
    }

  /// The keys of vi mode while text is typed.
  static let viInsert = common + typing + viNamed

  /// The keys of vi mode while commands are typed.
  static let viCommand =
    common + viNamed + [
      Binding("^H", .backward), Binding("^?", .backward), Binding("k", .older), Binding("j", .newer),
      Binding("u", .undo), Binding("^R", .redo), Binding("v", .openEditor),
      Binding(disabled: ":"), Binding(disabled: "#"),
    ]

  private static let viNamed = NamedKey.allCases.compactMap { key in
    key.command.map { Binding("\\" + String(key.code, radix: 8), $0) }
  }
}
