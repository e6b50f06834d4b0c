/// What somebody enters, as a value: whoever reads it – a terminal, a pipe, a script, a test – says what it is, and
/// ``command(in:)`` alone says what it means.
public enum Input: Hashable, Sendable {
  /// A line as it was typed: a command when it begins with `/`, else an answer; `//` types a literal slash.
  case typed(String)
  /// One of several lines that came at once, such as those of a paste: a whole answer, whose cells that are not there stay
  /// open. No command.
  case row(String)
  /// The new text of an answer, or of something said beside the questions, by its number or handle.
  case revision(of: String, text: String)
  /// Enter on an empty line.
  case enter
  /// Nothing more comes.
  case leave

  /// The command that is meant.
  ///
  /// - Parameter language: The language whose names of commands are known besides the canonical ones.
  /// - Returns: The command.
  /// - Throws: A refusal when the line names a command that there is not, or its argument is missing.
  public func command(in language: Language) throws(Refusal) -> Command {
    switch self {
    case .typed(let line): try Command(parsing: line, in: language)
    case .row(let text): text.trimmed.isEmpty ? .goOn : .row(text.trimmed)
    case .revision(let target, let text): .edit(target: target, text: text.trimmed)
    case .enter: .goOn
    case .leave: .quit()
    }
  }

  /// The same with other texts.
  ///
  /// - Parameter transform: What becomes of a text.
  /// - Returns: The input.
  public func mapping(_ transform: (String) -> String) -> Input {
    switch self {
    case .typed(let line): .typed(transform(line))
    case .row(let text): .row(transform(text))
    case .revision(let target, let text): .revision(of: target, text: transform(text))
    case .enter, .leave: self
    }
  }

  /// The text that is entered, as it is offered again where it was refused.
  public var text: String {
    switch self {
    case .typed(let line): line
    case .row(let text): text.namesCommand ? "/" + text : text
    case .revision(_, let text): text
    case .enter, .leave: ""
    }
  }
}

extension StringProtocol {
  /// Whether a typed line is a command: it begins with `/`, and not with `//`, which types a literal slash.
  public var namesCommand: Bool {
    let start = drop(while: \.isWhitespace)
    return start.hasPrefix("/") && !start.hasPrefix("//")
  }
}
