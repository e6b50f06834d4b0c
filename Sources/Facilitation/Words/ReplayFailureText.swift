import Text
package import Workshop

/// The words for a step that did not happen: `FILE:LINE: what was expected and what to do`, and the line with the place
/// marked.
package struct ReplayFailureText {
  package let file: String
  package let failure: ReplayFailure
  /// The words of the person at the keyboard.
  package let words: Language

  /// What is wrong, without the place.
  package var message: String {
    switch failure.fault {
    case .lineError(let lineError):
      LineErrorText(session: failure.session, localization: failure.localization).sentence(lineError)
    case .flaw(let fault):
      switch fault {
      case .notUTF8: words.sentence("script.not-utf8")
      case .newerForm: words.sentence("script.newer-form", ["known": String(Script.form)])
      case .answersNothing: words.sentence("script.answers-nothing")
      case .unreadableMethod: words.sentence("script.unreadable-method")
      }
    case .lost(let line): words.sentence("script.lost", ["line": String(line)])
    case .noSuchQuestion(let answer):
      words.sentence("script.no-such-question", ["question": answer.id.question.rawValue])
    }
  }

  /// The message with its place, and an excerpt of the line below it.
  package var lines: [String] {
    let number = String(failure.step.number)
    let head = words.sentence("files.script-error", ["file": file, "line": number, "message": message])
    let excerpt = Excerpt(failure.step.source, marking: mark)
    let margin = String(repeating: " ", count: number.count)
    return [head, "  \(number) | \(excerpt.line)"] + (excerpt.marks.isEmpty ? [] : ["  \(margin) | \(excerpt.marks)"])
  }

  /// What of the line is at fault, as it stands there; nil when that is not known, or all of it.
  private var mark: Excerpt.Mark? {
    switch failure.fault {
    case .lineError(.refused(let refusal)): refusal.faultyPart
    case .flaw(.notUTF8): .word("\u{FFFD}")
    case .lineError, .flaw, .lost, .noSuchQuestion: nil
    }
  }
}

/// A line as it is shown below a message, cut to what fits, with signs under what is at fault.
package struct Excerpt {
  /// What is marked.
  package enum Mark {
    /// A text that stands alone: a cell, or a word.
    case word(String)
    /// The cells from that one on, counted from 0.
    case cells(from: Int)
  }

  package let line: String
  /// Signs under the place, or nothing when none is known.
  package let marks: String

  /// The columns of a line that is shown.
  package static let width = 76

  /// - Parameters:
  ///   - text: The line.
  ///   - mark: What of it is marked.
  package init(_ text: String, marking mark: Mark?) {
    guard let range = mark.flatMap({ Excerpt.range(of: $0, in: text) }) else {
      line = StyledText(text).truncated(to: Excerpt.width).plainText
      marks = ""
      return
    }
    // Only as little of the beginning is left out as must be for the place to be seen.
    func width(_ range: Range<String.Index>) -> Int { displayWidth(of: visible(String(text[range]))) }
    let seen = min(width(range), Excerpt.width / 2)
    var start = text.startIndex
    while width(start..<range.lowerBound) + seen > Excerpt.width - 4, start < range.lowerBound {
      start = text.index(after: start)
    }
    let lead = start > text.startIndex ? "…" : ""
    line = StyledText(lead + text[start...]).truncated(to: Excerpt.width).plainText
    let before = displayWidth(of: lead) + width(start..<range.lowerBound)
    let marked = min(width(range), displayWidth(of: line) - before)
    marks = String(repeating: " ", count: before) + String(repeating: "^", count: max(marked, 1))
  }

  private static func range(of mark: Mark, in text: String) -> Range<String.Index>? {
    switch mark {
    case .word(let word): return range(of: word, in: text)
    case .cells(let first):
      var start = text.startIndex
      for _ in 0..<first {
        guard let bar = text[start...].firstIndex(of: "|") else { return nil }
        start = text.index(after: bar)
      }
      return trimmed(start..<text.endIndex, in: text)
    }
  }

  /// Where a text stands: first as a whole cell, then as a word, then anywhere.
  private static func range(of word: String, in text: String) -> Range<String.Index>? {
    let found = word.isEmpty ? [] : text.ranges(of: word)
    func isEdge(_ character: Character?, _ signs: String) -> Bool {
      character.map { $0.isWhitespace || signs.contains($0) } ?? true
    }
    func stands(_ range: Range<String.Index>, between signs: String) -> Bool {
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : nil
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : nil
      return isEdge(before, signs) && isEdge(after, signs)
    }
    func isCell(_ range: Range<String.Index>) -> Bool {
      let before = text[..<range.lowerBound].last { !$0.isWhitespace }
      let after = text[range.upperBound...].first { !$0.isWhitespace }
      return [nil, "|"].contains(before) && [nil, "|"].contains(after)
    }
    return found.first(where: isCell) ?? found.first { stands($0, between: "|,;:@/") } ?? found.first
  }

  private static func trimmed(_ range: Range<String.Index>, in text: String) -> Range<String.Index>? {
    guard let first = text[range].firstIndex(where: { !$0.isWhitespace }),
      let last = text[range].lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return first..<text.index(after: last)
  }
}
