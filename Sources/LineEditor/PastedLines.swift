internal import Text

/// Several pasted lines, until somebody says what they are for.
struct PastedLines {
  /// What a key says about them.
  enum Answer {
    case outcome(Outcome)
    case cancelled
    case unanswered
  }

  let lines: [String]

  /// Nil when the text is one line at most.
  init?(_ text: String) {
    lines = PastedLines.lines(of: text)
    guard lines.count > 1 else { return nil }
  }

  /// The lines of a text, at least one, without empty ones at its end.
  static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// What a key says, when they were pasted into a line.
  func answer(_ key: Key, in line: LineBuffer, labels: Labels) -> Answer {
    switch key {
    case .escape, .control(0x07): return .cancelled
    case .text(let scalar):
      let typed = Character(scalar).lowercased()
      if typed == labels.pasteCancel.key.lowercased() { return .cancelled }
      var whole = lines
      whole[whole.count - 1] += line.after
      whole[0] = line.before + whole[0]
      if typed == labels.pasteAdd.key.lowercased() { return .outcome(.pasted(whole)) }
      if typed == labels.pasteEdit.key.lowercased() {
        return .outcome(.editorRequested(whole.joined(separator: "\n")))
      }
      return .unanswered
    case .control, .meta, .named: return .unanswered
    }
  }

  /// How many there are, the first, the last, and what can be done with them.
  func rows(labels: Labels) -> [StyledText] {
    let first = StyledText("  1  " + (lines.first ?? ""))
    let last = StyledText("  \(lines.count)  " + (lines.last ?? ""))
    let between = lines.count > 2 ? [StyledText("  ⋮ \(labels.more(lines.count - 2))")] : []
    let choices = [labels.pasteAdd, labels.pasteEdit, labels.pasteCancel].map { choice in
      StyledText(String(choice.key), .reverse) + StyledText(" " + choice.text)
    }
    let spread = choices.reduce(StyledText("")) { $0.isEmpty ? $1 : $0 + "   " + $1 }
    return [StyledText("  " + labels.pasted(lines.count), .bold), first] + between + [last, "  " + spread]
  }
}
