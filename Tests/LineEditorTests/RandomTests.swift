import PseudoTerminal
import SeededRandom
import Testing
import Text

@testable import LineEditor

extension Editing {
  @Suite("Anything in any order")
  struct RandomTests {
    static let keys =
      [
        Keys.left, Keys.right, Keys.up, Keys.down, Keys.home, Keys.end, Keys.delete, Keys.backspace, Keys.wordLeft,
        Keys.wordRight, Keys.deleteWord, Keys.tab, Keys.backTab, Keys.escape, Keys.enter, Keys.alt("b"), Keys.alt("f"),
        Keys.alt("d"), Keys.alt("_"), Keys.alt("t"), Keys.alt("u"), Keys.pasted("limt inn"),
        Keys.pasted("en\rto\rtre 漢字"),
        Keys.pasted(String(repeating: "lang tekst ", count: 20)), "\u{1B}[15~", "\u{1B}[<0;1;1M",
        "\u{1B}]11;rgb:0/0/0\u{7}",
      ] + "abekltruwy_".map { Keys.control($0) }

    /// Every control character and every printable one with Alt: what libedit makes of them is its own affair.
    static let strangeKeys =
      (UInt8(1)..<32).map { String(Unicode.Scalar($0)) }
      + (UInt8(0x20)..<0x7F).flatMap { [String(Unicode.Scalar($0)), "\u{1B}" + String(Unicode.Scalar($0))] }

    static let texts =
      [
        "a", "b", " ", " ", "ord ", "blåbær ", "rømmegrøt", "/e", "漢", "字", "👩‍💻", "e\u{301}", "\u{301}", "🇳🇴", "❤️", "ไทย",
        "שלום",
      ]

    func event(_ random: inout Chance) -> Typist.Event {
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        // Small windows are where things break.
        let isSmall = Bool.random(using: &random)
        return .resize(
          columns: Int.random(in: 20...(isSmall ? 60 : 200), using: &random),
          rows: Int.random(in: 5...(isSmall ? 16 : 60), using: &random))
      case 1, 2: return .pass(.milliseconds(Int.random(in: 0...2000, using: &random)))
      case 3: return .message("! melding \(Int.random(in: 0...9, using: &random)) " + random.element(of: Self.texts))
      case 4...9: return .keys(random.element(of: Self.texts))
      case 10, 11: return .keys(random.element(of: Self.strangeKeys))
      default: return .keys(random.element(of: Self.keys))
      }
    }

    func request(_ random: inout Chance, start: Duration) -> Request {
      let answers = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.element(of: Self.texts) }
      let text = Bool.random(using: &random) ? "" : random.element(of: Self.texts)
      return Request(
        above: { size in
          [StyledText("Hva tilbyr vi?", .bold), StyledText(String(repeating: "─", count: size.columns))]
            + answers.enumerated().map { StyledText("  \($0 + 1)  \($1)") }
        }, text: text,
        rightPrompt: RightPrompt { now in
          let left = 600 - (now - start).components.seconds
          return .init(text: StyledText("\(left)", left < 300 ? .reverse : .plain), changes: now + .seconds(1))
        },
        complete: { line, cursor in
          ["/edit", "/editor", "/export", "👩‍💻 utvikler"].filter { $0.hasPrefix(line.prefix(cursor)) }.map {
            Completion($0 + " ", detail: "forklaring på norsk", replaces: 0..<cursor)
          }
        })
    }

    static let seeds = Array(UInt64(1)...50)

    @Test("10,000 events: the screen is always a full repaint", arguments: seeds)
    func events(_ seed: UInt64) throws {
      var random = Chance(seed: seed)
      let typist = try Typist(
        history: ["kaffe", "ord og flere ord", "漢字 og 👩‍💻"], editrc: seed % 4 == 0 ? ["bind -v"] : [],
        widths: seed % 3 == 0 ? .scalars : .clusters, reflows: seed % 5 != 0)
      var left = 200
      while left > 0 {
        let count = min(Int.random(in: 5...60, using: &random), left)
        left -= count
        typist.read((0..<count).map { _ in event(&random) }, request(&random, start: typist.now))
        if Int.random(in: 0..<4, using: &random) == 0 { typist.keepFrame() }
        if Int.random(in: 0..<8, using: &random) == 0 { typist.eraseFrame() }
      }
      #expect(typist.discrepancies.first == nil)
    }
  }
}
