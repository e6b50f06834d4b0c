import PseudoTerminal
import Testing
import Text

@testable import LineEditor

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A terminal that is watched: what is shown, which keys are heard, and that waiting takes just the time it must.
final class ViewerTests {
  private var screen = Screen(columns: 40, rows: 8)
  private var now = Duration.seconds(1000)
  private var size = WindowSize(columns: 40, rows: 8)
  private var arrivals: [Arrival] = []
  private var isRaw = false
  private var isReleased = false
  private var suspended = 0

  private func viewer(_ arrivals: [Arrival], mode: Mode = .rich) -> Viewer {
    self.arrivals = arrivals
    let terminal = Terminal(
      descriptor: -1, size: { [unowned self] in size },
      write: { [unowned self] bytes in
        screen.feed(bytes)
        return true
      },
      wait: { [unowned self] limit in
        guard !self.arrivals.isEmpty else {
          guard let limit else { return .closed }
          now += limit
          return .timeout
        }
        return self.arrivals.removeFirst()
      },
      setRaw: { [unowned self] in
        isRaw = $0
        return 0
      },
      suspend: { [unowned self] in suspended += 1 }, release: { [unowned self] in isReleased = true }, reflows: true)
    return Viewer(
      terminal: terminal, mode: mode, colour: false, clock: Clock { [unowned self] in now }, labels: .english)
  }

  private func picture(_ text: String, concealedFrom: Int? = nil) -> Picture {
    Picture(
      above: { [StyledText("\($0.columns) columns")] }, prompt: "› ", text: text, concealedFrom: concealedFrom,
      below: { _ in ["the keys"] })
  }

  private func rows() -> [String] {
    screen.lines.map { line in String(line.reversed().drop(while: \.isWhitespace).reversed()) }.filter { !$0.isEmpty }
  }

  @Test func picturesReplaceOneAnother() throws {
    let viewer = viewer([])
    try viewer.show(picture("one"))
    #expect(rows() == ["40 columns", "› one", "the keys"])
    try viewer.show(picture("two words"))
    #expect(rows() == ["40 columns", "› two words", "the keys"])
    viewer.close()
    #expect(rows() == [])
    #expect(!isRaw && isReleased && !screen.isPasteBracketed)
  }

  @Test func whatIsForOnePersonAloneIsDots() throws {
    let viewer = viewer([])
    try viewer.show(picture("/note secret", concealedFrom: 5))
    #expect(rows()[1].hasPrefix("› /note"))
    #expect(!rows()[1].contains("secret"))
  }

  /// Bytes, and the key they are.
  static let keys: [(bytes: String, press: KeyPress?)] = [
    ("\r", .enter), ("\n", .enter), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{3}", .interrupt), ("\u{4}", .interrupt), ("q", .character("q")), ("å", .character("å")),
    (" ", .character(" ")),
    ("\u{1B}", .escape), ("\u{1B}[15~", nil), ("\u{1B}[200~q\u{1B}[201~", nil), ("\t", nil),
  ]

  @Test(arguments: keys) func keysAreHeard(_ row: (bytes: String, press: KeyPress?)) throws {
    let viewer = viewer([.bytes(Array(row.bytes.utf8))])
    let happening = try viewer.wait(until: now + .seconds(1))
    #expect(happening == (row.press.map { .press($0) } ?? .due))
  }

  @Test func aPasteIsNoKeyAndNeitherIsWhatCameWithIt() throws {
    let viewer = viewer([.bytes(Array("\u{1B}[200~qlg\n\u{1B}[201~\rq".utf8))])
    #expect(try viewer.wait(until: now + .milliseconds(30)) == .due)
    arrivals = [.bytes(Array("b".utf8))]
    #expect(try viewer.wait(until: nil) == .press(.character("b")))
  }

  @Test func whatIsBehindAKeyStaysUnread() throws {
    let viewer = viewer([.bytes(Array("lBrød\r".utf8))])
    #expect(try viewer.wait(until: nil) == .press(.character("l")))
    #expect(viewer.unread == Array("Brød\r".utf8))
  }

  @Test func waitingTakesTheTimeThatIsLeft() throws {
    let viewer = viewer([])
    let due = now + .milliseconds(70)
    #expect(try viewer.wait(until: due) == .due)
    #expect(now == due)
    #expect(try viewer.wait(until: due - .seconds(1)) == .due)
    #expect(now == due)
  }

  @Test func signalsAreObeyed() throws {
    let viewer = viewer([.signal(SIGWINCH), .signal(SIGTSTP), .signal(SIGCONT), .signal(SIGTERM)])
    try viewer.show(picture("one"))
    size = WindowSize(columns: 60, rows: 8)
    screen.resize(columns: 60, rows: 8)
    #expect(try viewer.wait(until: nil) == .terminated(signal: SIGTERM))
    #expect(rows().suffix(3) == ["60 columns", "› one", "the keys"])
    #expect(suspended == 1)
  }

  @Test func aWindowThatIsShutEndsIt() throws {
    #expect(try viewer([]).wait(until: nil) == .terminated(signal: SIGHUP))
  }

  @Test func plainNothingIsPainted() throws {
    let viewer = viewer([], mode: .plain)
    try viewer.show(picture("one"))
    #expect(rows() == [])
    try viewer.add(["A line", "Another"])
    #expect(rows() == ["A line", "Another"])
  }

  @Test func whatWasTypedAlreadyComesFirst() {
    let viewer = Terminal(
      descriptor: -1, size: { WindowSize(columns: 1, rows: 1) }, write: { _ in true }, wait: { _ in .closed },
      setRaw: { _ in 0 }, suspend: {}, release: {}, reflows: true
    ).typing(Array("ab".utf8))
    #expect(viewer.wait(nil) == .bytes(Array("ab".utf8)))
    #expect(viewer.wait(nil) == .closed)
  }
}
