import SeededRandom
import Testing

@testable import LineEditor

/// Bytes of a terminal, and what they say.
struct DecodingRow: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: String
  var inputs: [Input]

  init(_ name: String, _ bytes: String, _ inputs: [Input]) {
    self.name = name
    self.bytes = bytes
    self.inputs = inputs
  }

  init(_ name: String, _ bytes: String, _ keys: Key...) { self.init(name, bytes, keys.map(Input.key)) }

  var testDescription: String { name }
  /// Whether it is a paste, which ends when nothing more comes.
  var isPaste: Bool { inputs.contains { if case .paste = $0 { true } else { false } } }
}

/// Sequences that terminals send and that mean nothing here.
enum UnknownSequences {
  static let xterm =
    ["OP", "OQ", "OR", "OS", "Oj", "Ok", "OM", "OE"].map { "\u{1B}" + $0 }
    + [
      "15~", "17~", "18~", "19~", "20~", "21~", "23~", "24~", "2~", "29~", "1;2P", "1;5Q", "1;6R", "1;3S",
      "15;2~", "24;8~", "2;5~", "30~", "1;2E", "I", "O", "<0;10;5M", "<0;10;5m", "?62;22c", "?1;2c",
      ">41;354;0c", "?2026;2$y", "8;24;80t", "201~", "27;5;44~",
    ].map { "\u{1B}[" + $0 }
    + [
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]52;c;aGVp\u{7}", "\u{1B}P>|XTerm(380)\u{1B}\\",
      "\u{1B}P1$r0m\u{1B}\\",
    ]

  static let kitty =
    [
      "57358u", "57361u", "57363u", "57376u", "57399u", "57417u", "57428u", "57441u", "57441;2u", "57447;1:3u",
      "97;5:3u",
      "97;9u", "233;5u", "57352;1:1u", "13;1:3u", "1;1:3D", "3;1:3~", "?1u", "57427~", "E", "1;9P", "57362;3u",
    ].map { "\u{1B}[" + $0 }
    + ["\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[[A", "\u{1B}[[E"]
}

@Suite("Decoding keys")
struct KeyDecoderTests {
  static let rows = [
    DecodingRow("letters", "aø", .text("a"), .text("ø")),
    DecodingRow("an emoji", "😀", .text("😀")),
    DecodingRow("controls", "\r\t\u{7F}\u{3}", .control(13), .control(9), .control(0x7F), .control(3)),
    DecodingRow("NUL says nothing", "\u{0}a", .text("a")),
    DecodingRow("C1 controls say nothing", "\u{9B}a", .text("a")),
    DecodingRow("Alt", "\u{1B}b\u{1B}\u{7F}", .meta("b"), .meta("\u{7F}")),
    DecodingRow("Escape twice, then a key", "\u{1B}\u{1B}[A", .named(.up)),
    DecodingRow("Escape three times, then a letter with Alt", "\u{1B}\u{1B}\u{1B}b", .escape, .escape, .meta("b")),
    DecodingRow("Escape and a letter beyond ASCII", "\u{1B}ø", .escape, .text("ø")),
    DecodingRow("Alt with a key that may begin a string", "\u{1B}_a", .meta("_"), .text("a")),
    DecodingRow("Alt-]", "\u{1B}]a", .meta("]"), .text("a")),
    DecodingRow("Alt-P", "\u{1B}Pa", .meta("P"), .text("a")),
    DecodingRow(
      "arrows", "\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", .named(.up), .named(.down), .named(.right), .named(.left)),
    DecodingRow("arrows in application mode", "\u{1B}OA\u{1B}OD", .named(.up), .named(.left)),
    DecodingRow(
      "arrows with Ctrl, Alt, Shift", "\u{1B}[1;5C\u{1B}[1;3D\u{1B}[1;2C",
      .named(.wordRight), .named(.wordLeft), .named(.right)),
    DecodingRow("arrows of rxvt with Ctrl", "\u{1B}Oc\u{1B}Od", .named(.wordRight), .named(.wordLeft)),
    DecodingRow(
      "Home and End, all forms", "\u{1B}[H\u{1B}[1~\u{1B}[7~\u{1B}OH\u{1B}[F\u{1B}[4~\u{1B}[8~",
      .named(.home), .named(.home), .named(.home), .named(.home), .named(.end), .named(.end), .named(.end)),
    DecodingRow("Delete", "\u{1B}[3~\u{1B}[3;5~", .named(.delete), .named(.deleteWord)),
    DecodingRow(
      "Page Up and Down", "\u{1B}[5~\u{1B}[6~\u{1B}[5;5~", .named(.pageUp), .named(.pageDown), .named(.pageUp)),
    DecodingRow("Shift-Tab", "\u{1B}[Z", .named(.backTab)),
    DecodingRow(
      "keys by code point", "\u{1B}[97;5u\u{1B}[13u\u{1B}[9;2u\u{1B}[98;3u\u{1B}[27u\u{1B}[127u",
      .control(1), .control(13), .named(.backTab), .meta("b"), .escape, .control(0x7F)),
    DecodingRow("keys by code point, xterm's way", "\u{1B}[27;5;97~", .control(1)),
    DecodingRow("a sequence broken off by another", "\u{1B}[12\u{1B}[A", .named(.up)),
    DecodingRow("a sequence broken off by Enter", "\u{1B}[12\ra", .control(13), .text("a")),
    DecodingRow("a paste", Keys.pasted("a\r\nb\rc\nd"), [.paste("a\nb\nc\nd")]),
    DecodingRow("an empty paste", Keys.pasted(""), [.paste("")]),
    DecodingRow("a paste with sequences in it", Keys.pasted("\u{1B}[Aø\u{1B}[200~"), [.paste("\u{1B}[Aø\u{1B}[200~")]),
    DecodingRow("two pastes at once", Keys.pasted("a") + Keys.pasted("b"), [.paste("a\u{1B}[200~b")]),
    DecodingRow("a key in the burst of a paste", Keys.pasted("a") + "\r/quit\r", [.paste("a\n/quit\n")]),
    DecodingRow(
      "Delete and Ctrl-Delete of st", "\u{1B}[P\u{1B}[Mabc", .named(.delete), .named(.deleteWord), .text("a"),
      .text("b"), .text("c")),
    DecodingRow(
      "rxvt's keys with Alt, Ctrl, Shift", "\u{1B}\u{1B}[D\u{1B}\u{1B}[C\u{1B}[3^\u{1B}[3$\u{1B}[3@\u{1B}[7$",
      .named(.wordLeft), .named(.wordRight),
      .named(.deleteWord), .named(.delete), .named(.deleteWord), .named(.home)),
    DecodingRow("what nobody sees", "a\u{200B}\u{FEFF}\u{AD}\u{200E}\u{2060}b", .text("a"), .text("b")),
    DecodingRow(
      "what shapes an emoji", "\u{1F469}\u{200D}\u{1F4BB}", .text("\u{1F469}"), .text("\u{200D}"), .text("\u{1F4BB}")),
  ]

  @Test("sequences", arguments: rows)
  func sequences(_ row: DecodingRow) {
    let bytes = Array(row.bytes.utf8)
    for size in [bytes.count, 1, 2, 3, 7] {
      var decoder = KeyDecoder()
      var inputs: [Input] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        inputs += decoder.feed([UInt8](bytes[start..<min(start + size, bytes.count)]))
      }
      if row.isPaste { inputs += decoder.timeout() }
      #expect(inputs == row.inputs, "in pieces of \(size)")
      #expect(decoder.patience == nil, "in pieces of \(size)")
    }
  }

  @Test("there are enough unknown sequences")
  func unknownCount() { #expect(Set(UnknownSequences.xterm + UnknownSequences.kitty).count >= 50) }

  @Test("unknown sequences say nothing", arguments: UnknownSequences.xterm + UnknownSequences.kitty)
  func unknown(_ sequence: String) {
    let bytes = Array((sequence + "x").utf8)
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes) == [.key(.text("x"))])
    #expect(bytes.flatMap { decoder.feed([$0]) } == [.key(.text("x"))])
  }

  @Test(
    "what is begun ends when nothing comes",
    arguments: [
      DecodingRow("a lone Escape", "\u{1B}", .escape),
      DecodingRow("Alt with a key that may begin a string", "\u{1B}_", .meta("_")),
      DecodingRow("a sequence without its end", "\u{1B}[1;"),
      DecodingRow("a string without its end", "\u{1B}]0;title"),
      DecodingRow("a character cut off", "a", .text("a")),
      DecodingRow("a paste without its end", "\u{1B}[200~ab\rc", [.paste("ab\nc")]),
    ])
  func timeout(_ row: DecodingRow) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(row.bytes.utf8)) + decoder.timeout() == row.inputs)
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0x78]) == [.key(.text("x"))])
  }

  /// A sequence that comes in two or three pieces, the pieces long after one another.
  static let splitRows: [(pieces: [String], inputs: [Input])] = [
    (["\u{1B}", "[D"], [.key(.escape), .key(.named(.left))]),
    (["\u{1B}", "[3~"], [.key(.escape), .key(.named(.delete))]),
    (["\u{1B}", "OA"], [.key(.escape), .key(.named(.up))]),
    (["\u{1B}", "[1;5D"], [.key(.escape), .key(.named(.wordLeft))]),
    (["\u{1B}", "[15~"], [.key(.escape)]), (["\u{1B}", "x"], [.key(.escape), .key(.text("x"))]),
    (["\u{1B}", "[", "x"], [.key(.escape), .key(.text("[")), .key(.text("x"))]),
    (["\u{1B}", "[Dag 1]"], [.key(.escape)] + "[Dag 1]".unicodeScalars.map { .key(.text($0)) }),
  ]

  @Test("the rest of a sequence whose ESC came long before is inserted by nothing", arguments: splitRows.indices)
  func split(_ index: Int) {
    var decoder = KeyDecoder()
    var inputs: [Input] = []
    for piece in Self.splitRows[index].pieces { inputs += decoder.feed(Array(piece.utf8)) + decoder.timeout() }
    #expect(inputs == Self.splitRows[index].inputs)
  }

  @Test("in three pieces, the last two close behind one another")
  func splitInThree() {
    var decoder = KeyDecoder()
    var inputs = decoder.feed([0x1B]) + decoder.timeout()
    inputs += decoder.feed([0x5B]) + decoder.feed([0x44])
    #expect(inputs == [.key(.escape), .key(.named(.left))])
  }

  @Test("bytes that are not UTF-8 are shown, not lost")
  func brokenText() {
    var decoder = KeyDecoder()
    let replaced = Input.key(.text("\u{FFFD}"))
    #expect(decoder.feed([0xFF, 0x61]) == [replaced, .key(.text("a"))])
    #expect(decoder.feed([0xC3, 0x61]) == [replaced, .key(.text("a"))])
    #expect(decoder.feed([0xE2, 0x82]) + decoder.timeout() == [replaced])
    #expect(decoder.feed([0xC3, 0x1B, 0x5B, 0x41]) == [replaced, .key(.named(.up))])
  }

  @Test("Escape is told from Alt within 25 to 50 ms")
  func patience() {
    var decoder = KeyDecoder()
    _ = decoder.feed([0x1B])
    #expect(decoder.patience.map { (.milliseconds(25)...(.milliseconds(50))).contains($0) } == true)
  }
}

extension Editing {
  @Suite("Unknown keys")
  struct UnknownKeys {
    @Test("insert nothing", arguments: [[], ["bind -v"]])
    func inserting(_ editrc: [String]) throws {
      let typist = try Typist(editrc: editrc)
      let sequences = UnknownSequences.xterm + UnknownSequences.kitty
      typist.read([.keys("a")] + sequences.map { .keys($0) } + [.keys("b")])
      #expect(typist.line.marked == "ab|")
    }

    @Test("bytes at random never break anything")
    func random() throws {
      var random = Chance(seed: 7)
      let typist = try Typist()
      let alphabet = Array("\u{1B}\u{1B}\u{1B}[]OP_?;:1259~uAMm$\\aé\u{7}\u{18}").map(String.init)
      for _ in 0..<50 {
        let keys = (0..<40).map { _ in Typist.Event.keys(random.element(of: alphabet)) }
        typist.read(keys + [.pass(.seconds(1))])
        #expect(!typist.line.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
      }
      #expect(typist.discrepancies == [])
    }
  }
}
