import Workshop

/// Handles and initials within what somebody wrote, as those read it who were not there.
extension DocumentBuilder {
  /// A text with names where it holds handles of answers and initials of participants as words of their own.
  ///
  /// What is also the name of an option, such as a department, stays as it is.
  func spelledOut(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return text }
    var result = ""
    var word = ""
    func flush() {
      result += word.isEmpty ? "" : name(ofWord: word) ?? word
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else if character == "-" || character == "." || character == "@", !word.isEmpty {
        // Part of a longer word, a file or an address.
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private func name(ofWord word: String) -> String? {
    let tail = word.last == "." || word.last == "-" ? String(word.suffix(1)) : ""
    let bare = String(word.dropLast(tail.count))
    guard bare.count >= 2, bare.first?.isUppercase == true,
      bare.allSatisfy({ $0.isUppercase || $0.isNumber })
    else { return nil }
    if bare.last?.isNumber == true, let answer = session.answer(Handle(bare)) {
      let known = session.shownShort(answer, in: localization)
      return known.isEmpty ? nil : known + tail
    }
    guard let person = session.participants.first(where: { $0.initials == bare }), !person.name.isEmpty,
      !optionLabels.contains(bare)
    else { return nil }
    return person.name + tail
  }
}
