import Testing

@testable import Text

@Suite("Columns of a terminal")
struct WidthTests {
  private struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let width: Int
    var testDescription: String { name }
  }

  private static let rows = [
    Row(name: "nothing", text: "", width: 0),
    Row(name: "letters", text: "kø", width: 2),
    Row(name: "a letter with a mark of its own", text: "e\u{301}", width: 1),
    Row(name: "a mark by itself", text: "\u{301}", width: 0),
    Row(name: "a control character", text: "\u{7}", width: 0),
    Row(name: "a hyphen that hides", text: "\u{AD}", width: 0),
    Row(name: "kanji", text: "漢字", width: 4),
    Row(name: "a Korean syllable in parts", text: "\u{1112}\u{1161}\u{11AB}", width: 2),
    Row(name: "a letter of full width", text: "Ａ", width: 2),
    Row(name: "a letter of half width", text: "ｱ", width: 1),
    Row(name: "a trigram, wide since Unicode 16", text: "\u{2630}", width: 2),
    Row(name: "an ideograph of an extension", text: "\u{2A6DF}", width: 2),
    Row(name: "one not assigned yet, in the plane of ideographs", text: "\u{2FFFD}", width: 2),
    Row(name: "one not assigned in an alphabet", text: "\u{378}", width: 1),
    Row(name: "the sign of an Arabic number, which is seen", text: "\u{600}", width: 1),
    Row(name: "an emoji", text: "😀", width: 2),
    Row(name: "a family of emoji", text: "👩‍👩‍👧", width: 2),
    Row(name: "a flag", text: "🇳🇴", width: 2),
    Row(name: "a heart as text", text: "❤", width: 1),
    Row(name: "a heart as emoji", text: "❤\u{FE0F}", width: 2),
    Row(name: "the wish for an emoji alone", text: "\u{FE0F}", width: 0),
  ]

  @Test("A text takes as many as terminals give it", arguments: rows) private func text(_ row: Row) {
    #expect(displayWidth(of: row.text) == row.width)
  }

  @Test("Ranges are in order, and none is in both tables") func ranges() {
    for table in [zeroWidthRanges, wideRanges] {
      #expect(table.count.isMultiple(of: 2))
      for place in table.indices.dropFirst() {
        // A range may be of one scalar; the next one never begins where one ends.
        #expect(place.isMultiple(of: 2) ? table[place - 1] < table[place] : table[place - 1] <= table[place])
      }
    }
    let zero = Set(stride(from: 0, to: zeroWidthRanges.count, by: 2).map { zeroWidthRanges[$0] })
    for place in stride(from: 0, to: wideRanges.count, by: 2) {
      #expect(!(wideRanges[place]...wideRanges[place + 1]).contains(where: zero.contains))
    }
  }
}
