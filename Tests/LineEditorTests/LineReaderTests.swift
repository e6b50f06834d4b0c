import Testing

@testable import LineEditor

@Suite("Lines out of bytes")
struct LineReaderTests {
  @Test("wherever they are cut", arguments: 1...7)
  func pieces(_ size: Int) {
    let bytes = Array("en\r\n\nblåbær\r\r\nto \r\nuten ende".utf8)
    var reader = LineReader()
    var lines: [String] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.feed([UInt8](bytes[start..<min(start + size, bytes.count)]))
      while let line = reader.next(isAtEnd: false) { lines.append(line) }
    }
    #expect(reader.unfinished == "uten ende")
    while let line = reader.next(isAtEnd: true) { lines.append(line) }
    #expect(lines == ["en", "", "blåbær\r", "to ", "uten ende"])
    #expect(reader.number == 5)
  }

  @Test("bytes that are not UTF-8 are repaired and told, with the line's number")
  func repairing() {
    var reader = LineReader()
    reader.feed(Array("en\n".utf8) + [0xFF, 0x61, 0xC3, 0x0A] + Array("to\n".utf8))
    #expect(reader.next(isAtEnd: false) == "en")
    #expect(!reader.isRepaired)
    #expect(reader.next(isAtEnd: false) == "\u{FFFD}a\u{FFFD}")
    #expect(reader.isRepaired)
    #expect(reader.number == 2)
    #expect(reader.next(isAtEnd: true) == "to")
    #expect(!reader.isRepaired)
  }

  @Test("many lines in one piece take time in proportion")
  func many() {
    var reader = LineReader()
    reader.feed(Array(String(repeating: "linje\n", count: 100_000).utf8))
    var count = 0
    while reader.next(isAtEnd: false) != nil { count += 1 }
    #expect(count == 100_000)
  }
}

@Suite("Modes")
struct ModeTests {
  static let rows: [(mode: Mode, isIn: Bool, isOut: Bool, plain: Bool, environment: [String: String])] = [
    (.rich, true, true, false, ["TERM": "xterm"]), (.plain, true, true, true, ["TERM": "xterm"]),
    (.plain, true, true, false, ["TERM": "dumb"]), (.plain, true, true, false, [:]),
    (.plain, true, true, false, ["TERM": "xterm", "ACCESSIBLE": "1"]),
    (.rich, true, true, false, ["TERM": "xterm", "ACCESSIBLE": "0"]),
    (.piped, false, true, false, ["TERM": "xterm"]), (.piped, true, false, true, ["TERM": "xterm"]),
  ]

  @Test("are decided once", arguments: rows.indices)
  func deciding(_ index: Int) {
    let row = Self.rows[index]
    #expect(
      Mode.deciding(
        isTerminalIn: row.isIn, isTerminalOut: row.isOut, plainFlag: row.plain, environment: row.environment)
        == row.mode)
  }

  @Test(
    "colours",
    arguments: [
      (ColourChoice.auto, [:], true, true), (.auto, [:], false, false), (.auto, ["NO_COLOR": "1"], true, false),
      (.auto, ["TERM": "dumb"], true, false), (.auto, ["FORCE_COLOR": "1"], false, true),
      (.auto, ["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false), (.always, ["NO_COLOR": "1"], false, true),
      (.never, ["FORCE_COLOR": "1"], true, false),
    ] as [(ColourChoice, [String: String], Bool, Bool)])
  func colours(_ choice: ColourChoice, _ environment: [String: String], _ isTerminal: Bool, _ isColoured: Bool) {
    #expect(choice.allowsColour(environment: environment, isTerminal: isTerminal) == isColoured)
  }
}
