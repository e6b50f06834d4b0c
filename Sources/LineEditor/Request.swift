public import Text

/// A short text at the right end of the prompt row that changes with time.
public struct RightPrompt {
  /// What the corner says at one moment.
  public struct Content: Hashable, Sendable {
    /// The text at the right end of the row, in rich mode.
    public var text: StyledText
    /// In plain mode, the line that is printed when it differs from the one before; nil when there is nothing to say.
    public var announcement: StyledText?
    /// When one of them changes next, on the same clock; nil when never.
    public var changes: Duration?
    /// Whether the block above the prompt reads otherwise now, and is to be asked for again.
    public var renewsBlock = false

    /// Makes a reading.
    ///
    /// - Parameters:
    ///   - text: the text at the right end of the row.
    ///   - announcement: the line for plain mode.
    ///   - changes: when one of them changes next, on the editor's clock.
    public init(text: StyledText, announcement: StyledText? = nil, changes: Duration? = nil) {
      self.text = text
      self.announcement = announcement
      self.changes = changes
    }
  }

  /// What it says at a moment of the editor's clock. It may call ``LineEditor/show(_:)``.
  public var content: (Duration) -> Content

  /// Makes a corner.
  ///
  /// - Parameter content: what it says at a moment of the editor's clock.
  public init(content: @escaping (Duration) -> Content) { self.content = content }
}

/// One line to be read.
public struct Request {
  /// The block above the prompt, painted as one frame with it in rich mode and repainted in place.
  ///
  /// Asked for once, and again when the window has another size. When the window is too small for it, lines are left out
  /// in its middle.
  public var above: (WindowSize) -> [StyledText]
  /// What of the block is new since the request before: printed in plain and piped mode instead of the block.
  public var news: [StyledText]
  /// What stands before the line.
  public var prompt: StyledText
  /// What the line holds at first; the cursor is at its end.
  public var text: String
  /// Whether that text is selected: the first character that is typed, or a paste, stands in its place, and Up brings it
  /// back; any other key begins to change it. In plain mode it is printed above an empty line.
  public var isSelected = false
  /// Whether the block is something to look at, in rich mode: then single keys turn it over or close it.
  public var page = Page.none
  /// What a pasted text is understood as.
  public var understand: (String) -> Paste = Paste.init
  /// A short text at the right end of the prompt row.
  public var rightPrompt: RightPrompt?
  /// Gives the completions of a line with the cursor at a place, counted in characters, best first.
  public var complete: (_ line: String, _ cursor: Int) -> [Completion]
  /// Whether a line is kept out of the history.
  public var isPrivate: (_ line: String) -> Bool

  /// From which character on a line is painted as dots, since others may be looking on; nil for a line that may be read.
  public var conceals: (_ line: String) -> Int?

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - above: gives the block above the prompt for a window of a size.
  ///   - news: what of it is new, for plain and piped mode.
  ///   - prompt: what stands before the line.
  ///   - text: what the line holds at first.
  ///   - rightPrompt: a short text at the right end of the prompt row.
  ///   - complete: gives the completions of a line.
  ///   - isPrivate: whether a line is kept out of the history.
  ///   - conceals: from which character on a line is painted as dots.
  public init(
    above: @escaping (WindowSize) -> [StyledText] = { _ in [] }, news: [StyledText] = [], prompt: StyledText = "› ",
    text: String = "",
    rightPrompt: RightPrompt? = nil, complete: @escaping (String, Int) -> [Completion] = { _, _ in [] },
    isPrivate: @escaping (String) -> Bool = { _ in false }, conceals: @escaping (String) -> Int? = { _ in nil }
  ) {
    self.above = above
    self.news = news
    self.prompt = prompt
    self.text = text
    self.rightPrompt = rightPrompt
    self.complete = complete
    self.isPrivate = isPrivate
    self.conceals = conceals
  }
}

/// A pasted text, as it is understood.
public struct Paste {
  /// Its lines. One goes into the line that is typed; several are shown and asked about.
  public var lines: [String]
  /// What is shown of several; empty for the first and the last.
  public var preview: [StyledText]
  /// Whether it is offered to leave the first line out, since it says what the others hold.
  public var hasHeading: Bool

  /// A pasted text, understood.
  ///
  /// - Parameters:
  ///   - lines: its lines.
  ///   - preview: what is shown of several.
  ///   - hasHeading: whether it is offered to leave the first out.
  public init(lines: [String], preview: [StyledText], hasHeading: Bool) {
    (self.lines, self.preview, self.hasHeading) = (lines, preview, hasHeading)
  }

  /// The lines of a text as they are, without empty ones at its end.
  ///
  /// - Parameter text: the text.
  public init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    self.init(lines: lines, preview: [], hasHeading: false)
  }
}

/// What the block above the prompt is, beside a question.
public enum Page: Hashable, Sendable {
  /// Nothing else.
  case none
  /// Lines that stand above the question: the first key closes them, or is typed.
  case beside
  /// Lines in the question's place, a window at a time.
  case whole
}

/// Where a key on a page leads.
public enum PageTurn: Hashable, Sendable {
  /// On: Enter, Space, Page Down.
  case forth
  /// Back: `b`, Page Up.
  case back
  /// Out: `q`, Escape, Ctrl-C.
  case out
  /// A key that means nothing on a page; it is the first of the next line that is read.
  case typed
}

/// What came of reading a line.
public enum Outcome: Hashable, Sendable {
  /// A line was entered.
  case line(String)
  /// Several lines were pasted and are meant as they are, none of them as a command. What stood in the line before and
  /// after the place of the paste is part of the first and of the last.
  case pasted([String])
  /// Ctrl-C; with the text that was in the line.
  case interrupted(String)
  /// Ctrl-D in an empty line, or nothing more to read.
  case endOfInput
  /// A key was pressed on a page.
  case turned(PageTurn)
  /// The program is told to end by this signal; with the text that was in the line.
  case terminated(signal: Int32, unfinished: String)
  /// The text is to be edited in an editor of the person's own. It has line ends in it when a paste is to be edited.
  case editorRequested(String)
}

/// Why a line cannot be read.
public enum LineEditorError: Error, Hashable, Sendable {
  /// The terminal cannot be switched to reading single keys; with the system's error number.
  case terminalUnusable(errno: Int32)
}
