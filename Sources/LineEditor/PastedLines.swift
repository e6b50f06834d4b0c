internal import Text

/// Several pasted lines, until somebody says what they are for.
struct PastedLines {
  /// What a key says about them.
  enum Answer {
    case outcome(Outcome)
    case cancelled
    case unanswered
  }

  let paste: Paste
  var lines: [String] { paste.lines }

  /// Nil when it is one line at most.
  init?(_ paste: Paste) {
    guard paste.lines.count > 1 else { return nil }
    self.paste = paste
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
      if paste.hasHeading, typed == labels.pasteRest.key.lowercased() {
        return .outcome(.pasted(Array(whole.dropFirst())))
      }
      if typed == labels.pasteEdit.key.lowercased() {
        return .outcome(.editorRequested(whole.joined(separator: "\n")))
      }
      return .unanswered
    case .control, .meta, .named: return .unanswered
    }
  }

  /// How they were understood; else how many there are, the first and the last.
  func rows(labels: Labels) -> [StyledText] {
    guard paste.preview.isEmpty else { return paste.preview }
    let first = StyledText("  1  " + (lines.first ?? ""))
    let last = StyledText("  \(lines.count)  " + (lines.last ?? ""))
    let between = lines.count > 2 ? [StyledText("  ⋮ \(labels.more(lines.count - 2))")] : []
    return [StyledText("  " + labels.pasted(lines.count), .bold), first] + between + [last]
  }

  /// What can be done with them.
  func keys(labels: Labels) -> [StyledText] {
    let rest = paste.hasHeading ? [labels.pasteRest] : []
    return ([labels.pasteAdd] + rest + [labels.pasteEdit, labels.pasteCancel]).map { choice in
      StyledText(String(choice.key), .reverse) + StyledText(" " + choice.text)
    }
  }
}
