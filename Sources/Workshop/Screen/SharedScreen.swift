// A window that the room looks at: what is for the facilitator alone is not shown in it.
extension Session {
  /// Turns down what would show a tip or a private note to everybody.
  func checkScreen(for command: Command) throws(Refusal) {
    guard screen.isShared, command.has(.isForFacilitator) || showsNote(command) else { return }
    throw .screen(.isShared)
  }

  /// Whether a private note is handed out for changing.
  private func showsNote(_ command: Command) -> Bool {
    switch command {
    case .edit(let target, nil), .editor(let target): sideItem(called: target)?.id.kind == .note
    case _: false
    }
  }

  /// Where the words of a private note begin in a line that is being typed, counted in characters; nil where it holds
  /// none.
  ///
  /// - Parameters:
  ///   - line: The line as it is typed so far.
  ///   - language: The language whose names of commands are known besides the canonical ones.
  /// - Returns: The character, or nil.
  public func privatePart(of line: String, in language: Language) -> Int? {
    guard line.namesCommand else { return nil }
    let words = line.drop(while: \.isWhitespace).dropFirst().split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard let word = words.first, let name = try? CommandName(typed: String(word), in: language) else { return nil }
    if name == .note { return line.distance(from: line.startIndex, to: word.endIndex) }
    guard name == .edit || name == .close, words.count > 1, sideItem(called: String(words[1]))?.id.kind == .note else {
      return nil
    }
    return line.distance(from: line.startIndex, to: words[1].endIndex)
  }
}
