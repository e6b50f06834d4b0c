import PhoneProtocol
import Testing

@Suite struct LetterTests {
  @Test(arguments: [
    ("as it is", "Skillingsboller", "Skillingsboller"),
    ("white space at the ends and twice", "  a \t b  ", "a b"),
    ("line ends", "a\r\nb\u{2028}c\u{2029}d\u{85}e", "a b c d e"),
    ("controls", "a\u{0}\u{1B}[31mb\u{7F}\u{9B}c", "a[31mbc"),
    ("direction", "a\u{202E}b\u{2066}c\u{200F}", "abc"),
    ("tags", "a\u{E0041}\u{E007F}b", "ab"),
    ("composed", "Å A\u{30A}", "Å Å"),
    ("an emoji with its joiners", "👩‍👩‍👧", "👩‍👩‍👧"),
    ("nothing but blanks", " \u{A0}\u{3000}\n", ""),
    ("what is a command elsewhere", "/undo", "/undo"),
    ("what is a heading elsewhere", "## q2", "## q2"),
    ("what is an attribution elsewhere", "Kari: ja", "Kari: ja"),
  ]) func `a text is made fit to be kept`(name: String, text: String, expected: String) {
    #expect(Array(cleaned(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `cleaning twice is cleaning once, whatever the text`() {
    var random = SeededNumbers(seed: 3)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let most: UInt32 = Bool.random(using: &random) ? 0x3FF : 0x10FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...most, using: &random)) { text.append(scalar) }
      }
      let once = cleaned(String(text))
      #expect(Array(cleaned(once).unicodeScalars) == Array(once.unicodeScalars))
      #expect(!once.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    }
  }

  @Test func `500 characters are as many as a field takes`() {
    #expect(!isTooLong(String(repeating: "å", count: 500)))
    #expect(isTooLong(String(repeating: "å", count: 501)))
    #expect(!isTooLong(String(repeating: "👩‍👩‍👧", count: 400)))
    #expect(isTooLong("e" + String(repeating: "\u{301}", count: 2_000)))
  }

  @Test(arguments: [
    (PhoneVote.Way.dots(3, mostOnOne: nil), [3, 0, 0], true), (.dots(3, mostOnOne: nil), [2, 1, 1], false),
    (.dots(3, mostOnOne: 2), [3, 0, 0], false), (.dots(3, mostOnOne: 2), [0, 0, 0], true),
    (.dots(3, mostOnOne: nil), [1, 1], false), (.dots(3, mostOnOne: nil), [-1, 2, 2], false),
    (.hands, [0, 1, 0], true), (.hands, [1, 1, 0], false), (.hands, [0, 0, 0], true),
    (.fist, [1, 5, 3], true), (.fist, [0, 5, 3], false), (.fist, [6, 5, 3], false),
    (.scale, [1, 10, 3], true), (.scale, [1, 11, 3], false),
    (.ranking, [3, 1, 2], true), (.ranking, [3, 3, 2], false), (.ranking, [0, 1, 2], false),
  ]) func `a ballot is what one head may give`(way: PhoneVote.Way, marks: [Int], isAllowed: Bool) {
    #expect(PhoneVote(round: 1, way: way, items: ["a", "b", "c"]).allows(marks) == isAllowed)
  }
}
