/// What was pressed, whatever sequence the terminal sends for it.
enum Key: Hashable {
  /// A character to be typed.
  case text(Unicode.Scalar)
  /// A control character, by its code.
  case control(UInt8)
  /// Alt or Escape together with a character.
  case meta(Unicode.Scalar)
  /// Escape alone.
  case escape
  /// A key with a name.
  case named(NamedKey)
}

extension Key {
  /// The key together with Alt: by words where there is such a key.
  var withAlt: Key {
    switch self {
    case .named(.left): .named(.wordLeft)
    case .named(.right): .named(.wordRight)
    case .named(.delete): .named(.deleteWord)
    case .text, .control, .meta, .escape, .named: self
    }
  }
}

/// The keys with names that do something.
enum NamedKey: Int, Hashable, CaseIterable {
  case up, down, right, left, home, end, delete, wordRight, wordLeft, deleteWord, backTab, pageUp, pageDown

  /// What libedit is given for it in emacs mode, where users bind sequences.
  var sequence: String {
    switch self {
    case .up: "\u{1B}[A"
    case .down: "\u{1B}[B"
    case .right: "\u{1B}[C"
    case .left: "\u{1B}[D"
    case .home: "\u{1B}[H"
    case .end: "\u{1B}[F"
    case .delete: "\u{1B}[3~"
    case .wordRight: "\u{1B}[1;5C"
    case .wordLeft: "\u{1B}[1;5D"
    case .deleteWord: "\u{1B}[3;5~"
    case .backTab: "\u{1B}[Z"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    }
  }

  /// What libedit is given for it in vi mode, where Escape must not begin anything: a control code nobody can type.
  var code: UInt8 { 0x80 + UInt8(rawValue) }
}

/// What comes in from the terminal.
enum Input: Hashable {
  case key(Key)
  /// A pasted text, its line ends made `\n`.
  case paste(String)
}
