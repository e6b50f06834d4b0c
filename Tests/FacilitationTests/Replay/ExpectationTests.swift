import FacilitationFixtures
import Testing

@testable import Facilitation

/// What a script expects, and how it is compared, reported and rewritten.
struct ExpectationTests {
  /// What is expected, what is answered, and the lines that do not fit: what is expected and what is answered there.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var expected: [String]
    var answer: [String]
    var differs: [String?]?
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "the same line", expected: ["Saved."], answer: ["Saved."]),
    Row(name: "another line", expected: ["Saved."], answer: ["Lost."], differs: ["Saved.", "Lost."]),
    Row(name: "white space at the end", expected: ["  Saved. "], answer: ["  Saved."]),
    Row(
      name: "white space at the beginning counts", expected: ["Saved."], answer: [" Saved."],
      differs: ["Saved.", " Saved."]),
    Row(name: "nothing is answered", expected: [""], answer: []),
    Row(name: "nothing was to be answered", expected: [""], answer: ["Saved."], differs: ["", "Saved."]),
    Row(name: "a line too few", expected: ["a", "b"], answer: ["a"], differs: ["b", nil]),
    Row(name: "a line too many", expected: ["a"], answer: ["a", "b"], differs: [nil, "b"]),
    Row(name: "the second line", expected: ["a", "b", "c"], answer: ["a", "x", "c"], differs: ["b", "x"]),
    Row(name: "anything within a line", expected: ["a … d"], answer: ["a b c d"]),
    Row(name: "anything at its ends", expected: ["…b…"], answer: ["abc"]),
    Row(name: "several gaps", expected: ["1…3…5"], answer: ["12345"]),
    Row(name: "gaps in their order", expected: ["1…5…3"], answer: ["12345"], differs: ["1…5…3", "12345"]),
    Row(name: "a gap may be empty", expected: ["a…b"], answer: ["ab"]),
    Row(
      name: "what is around a gap does not overlap", expected: ["aba…aba"], answer: ["aba"],
      differs: ["aba…aba", "aba"]),
    Row(name: "any lines before", expected: ["…", "c"], answer: ["a", "b", "c"]),
    Row(name: "any lines behind", expected: ["a", "…"], answer: ["a", "b", "c"]),
    Row(name: "any lines between", expected: ["a", "…", "c"], answer: ["a", "b", "b", "c"]),
    Row(name: "no line between", expected: ["a", "…", "c"], answer: ["a", "c"]),
    Row(name: "the last of several that fit", expected: ["…", "a", "b"], answer: ["a", "a", "b"]),
    Row(name: "not found behind any lines", expected: ["…", "x"], answer: ["a", "b"], differs: ["x", nil]),
    Row(name: "a sign of the answer's own", expected: ["… and 3 more"], answer: ["  … and 3 more"]),
    Row(name: "a blank line", expected: ["a", "", "b"], answer: ["a", "", "b"]),
  ]) func answersAreCompared(_ row: Row) {
    let lines = row.expected.enumerated().map { Script.Expected(number: $0 + 2, text: $1) }
    let difference = Expectation(lines: lines).difference(from: row.answer)
    #expect((difference != nil) == (row.differs != nil))
    if let difference, let differs = row.differs {
      #expect(difference.expectedLine == differs[0])
      if differs[1] != nil || row.expected.first != "…" { #expect(difference.foundLine == differs[1]) }
    }
  }

  @Test func aScriptIsReadWithWhatItExpects() throws {
    let script = Script(
      Array("# plenum 1\r\n\r\n/check\r\n#= a\r\n# why\r\n#=\r\n#=  b \r\nx\r\n".utf8))
    let lines = try script.lines.map { try $0.get() }
    #expect(lines.map(\.text) == ["/check", "x"])
    #expect(lines.map(\.number) == [3, 8])
    #expect(lines[0].expected?.map(\.text) == ["a", "", " b "])
    #expect(lines[0].expected?.map(\.number) == [4, 6, 7])
    #expect(lines[1].expected == nil)
  }

  @Test(arguments: ["\n", "\r\n"]) func onlyWhatIsExpectedIsRewritten(_ end: String) {
    let before = [
      "\u{FEFF}# plenum 1", "", "/check", "#= old", "# a remark", "#= older", "Kaffe \t", "#= gone", "", "#=x",
    ]
    let after = [
      "\u{FEFF}# plenum 1", "", "/check", "#= one", "#=", "#= three", "# a remark", "Kaffe \t", "#=", "", "#=x",
    ]
    let acceptance = ExpectationRewriter(
      bytes: Array(before.joined(separator: end).utf8),
      answers: [([4, 6], ["one", "", "three"]), ([8], [])])
    #expect(acceptance.rewritten == Array(after.joined(separator: end).utf8))
  }

  @Test func theLastLineNeedsNoEnd() {
    let acceptance = ExpectationRewriter(bytes: Array("x\n#= old".utf8), answers: [([2], ["one", "two"])])
    #expect(acceptance.rewritten == Array("x\n#= one\n#= two".utf8))
  }

  @Test(arguments: [
    ("a | bb | c", Excerpt.Mark.word("bb"), "a | bb | c", "    ^^"),
    ("bbb | bb", .word("bb"), "bbb | bb", "      ^^"),
    ("a | b | c | d", .cells(from: 2), "a | b | c | d", "        ^^^^^"),
    ("blåbær 🫐 | x", .word("x"), "blåbær 🫐 | x", "            ^"),
    ("a\u{1B}[2J | x", .word("x"), "a␛[2J | x", "        ^"),
    ("nothing of it", .word("y"), "nothing of it", ""),
  ]) func thePlaceIsMarked(_ row: (text: String, mark: Excerpt.Mark, line: String, marks: String)) {
    let excerpt = Excerpt(row.text, marking: row.mark)
    #expect(excerpt.line == row.line)
    #expect(excerpt.marks == row.marks)
  }

  @Test func aLongLineIsCutToWhereThePlaceIs() {
    let text = String(repeating: "word ", count: 40) + "| here | " + String(repeating: "word ", count: 40)
    let excerpt = Excerpt(text, marking: .word("here"))
    #expect(excerpt.line.hasPrefix("…"))
    #expect(excerpt.line.contains("| here"))
    let line = Array(excerpt.line)
    let marked = zip(line, excerpt.marks).filter { $0.1 == "^" }.map(\.0)
    #expect(String(marked) == "here")
  }
}
