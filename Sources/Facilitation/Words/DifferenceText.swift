import Text
package import Workshop

/// The words for an answer that is not as a script expects it: where, what was expected, what was found.
package struct DifferenceText {
  package let file: String
  /// The line that is answered.
  package let line: Script.Line
  package let difference: Difference
  package let words: Language

  /// The lines of the report.
  package var lines: [String] {
    let nothing = words.sentence("script.nothing")
    func shown(_ line: String?) -> String { line.map { $0.isEmpty ? nothing : visible($0) } ?? nothing }
    let width = String(difference.number).count
    func numbered(_ number: Int, _ text: String) -> String {
      let pad = String(repeating: " ", count: width - String(number).count)
      return "  \(pad)\(number) | " + StyledText(text).truncated(to: Excerpt.width).plainText
    }
    let before = difference.lines.prefix(difference.place).suffix(2)
    let head = words.sentence(
      "files.script-error",
      ["file": file, "line": String(difference.number), "message": words.sentence("script.different")])
    return [head, numbered(line.number, line.text)]
      + before.map { numbered($0.number, "#= " + $0.text) }
      + [
        words.sentence("script.expected", ["text": shown(difference.expectedLine)]),
        words.sentence("script.found", ["text": shown(difference.foundLine)]),
      ]
  }
}
