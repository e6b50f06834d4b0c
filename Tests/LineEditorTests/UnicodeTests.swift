import PseudoTerminal
import Testing
import Text

@testable import LineEditor

extension Editing {
  @Suite("All of Unicode")
  struct UnicodeTests {
    @Test("there are 200 different texts")
    func count() { #expect(Set(UnicodeCorpus.all.map { Array($0.unicodeScalars) }).count >= 200) }

    @Test("typed, the line is exact and the screen a full repaint", arguments: Widths.allCases)
    func typing(_ widths: Widths) throws {
      for text in UnicodeCorpus.all {
        let typist = try Typist(columns: 20, rows: 6, widths: widths)
        let keys = text.unicodeScalars.map { Typist.Event.keys(String($0)) }
        typist.read(keys + [.keys(Keys.home), .keys("Z"), .keys(Keys.end)])
        // What nobody sees by itself may be dropped as it is typed; nothing else is.
        let kept = [typist.line.text, "Z" + text].map { Array(withoutUnseen($0).unicodeScalars) }
        #expect(kept[0] == kept[1], "\(text)")
        #expect(typist.discrepancies == [], "\(text)")
      }
    }

    @Test("Left and Right go by cluster, Backspace and Delete take one")
    func moving() throws {
      for text in UnicodeCorpus.all {
        let typist = try Typist(columns: 20, rows: 6)
        let places = LineBuffer(text).boundaries
        let steps = places.count - 1
        typist.read([Typist.Event](repeating: .keys(Keys.left), count: steps), Request(text: text))
        #expect(typist.states.map(\.cursor) == places.reversed(), "\(text)")
        let back = [Typist.Event](repeating: .keys(Keys.right), count: steps)
        typist.read([.keys(Keys.home)] + back, Request(text: text))
        #expect([Int](typist.states.map(\.cursor).suffix(steps + 1)) == places, "\(text)")
        typist.read([Typist.Event](repeating: .keys(Keys.backspace), count: steps), Request(text: text))
        #expect(typist.line.isEmpty, "\(text)")
        let forward = [Typist.Event](repeating: .keys(Keys.delete), count: steps)
        typist.read([.keys(Keys.home)] + forward, Request(text: text))
        #expect(typist.line.isEmpty, "\(text)")
        #expect(typist.discrepancies == [], "\(text)")
      }
    }

    @Test("the editor counts columns as terminals do that count by cluster")
    func widths() {
      // What terminals themselves disagree on: clusters of several letters, half a flag, the hyphen that hides.
      let disputed: Set<String> = ["हिन्दी", "क्षत्रिय", "श्री", "বাংলা", "🇳", "🇳🇴🇳", "a\u{AD}b"]
      for text in UnicodeCorpus.all where !disputed.contains(text) {
        var screen = Screen(columns: 60, rows: 2)
        screen.feed(Array(visible(text).utf8))
        #expect(screen.cursorColumn == displayWidth(of: visible(text)), "\(text)")
      }
    }
  }
}
