import Workshop

/// Handles and initials within what somebody wrote, as those read it who were not there.
extension DocumentBuilder {
  /// A text with names where it holds handles of answers and initials of participants as words of their own.
  ///
  /// What is also the name of an option, such as a department, stays as it is.
  func spelledOut(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return text }
    let text = spansListed(in: text)
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

  /// A text with `KPI1–KPI3` and `KPI1-3` as `KPI1, KPI2, KPI3`: of two names with a dash between them nobody would think of
  /// what is meant besides.
  private func spansListed(in text: String) -> String {
    text.replacing(#/\b([A-Z]{2,8})(\d{1,3})[–-]([A-Z]{2,8})?(\d{1,3})\b/#) { span in
      let (series, first, last) = (span.1, Int(span.2) ?? 0, Int(span.4) ?? 0)
      guard span.3 == nil || span.3 == series, first < last, last - first < 20 else { return String(span.0) }
      let handles = (first...last).map { "\(series)\($0)" }.filter { session.answer(Handle($0)) != nil }
      return handles.count > 1 ? handles.joined(separator: ", ") : String(span.0)
    }
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
