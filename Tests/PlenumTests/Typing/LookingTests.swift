import FacilitationFixtures
import PseudoTerminal
import Testing

/// What a command shows, tall or short, and the key that is pressed behind it.
@Suite struct LookingTests {
  static let commands = [
    "/kart", "/hjelp", "/hjelp neste", "/tips", "/eksempel", "/liste", "/tid", "/folk", "/vis", "/swot",
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ window: (Int, Int)) throws -> PseudoTerminal {
    let terminal = try Program.open(
      ["start", "Test", "--language", "nb", "--run", "core"], in: folder, columns: window.0, rows: window.1)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå situation.internal.offering\r")
    try terminal.wait(for: "Hva tilbyr vi?")
    try terminal.type("Brød\r")
    try terminal.wait(for: "1  Brød")
    return terminal
  }

  /// The question stands alone, and nothing but the clock is in the line.
  private func isAlone(_ screen: Screen) -> Bool {
    screen.lines[0].hasPrefix("Plenum · Test") && screen.contains("Hva tilbyr vi?")
      && screen.cursorLine.hasPrefix("›    ")
  }

  /// Shows what a command shows.
  private func look(_ command: String, in terminal: PseudoTerminal) throws {
    try terminal.type(command + "\r")
    try terminal.wait(until: "something is shown for \(command)") { !$0.lines[0].hasPrefix("Plenum · Test") }
  }

  /// Presses a key until no page is left, each time when the one before was turned.
  private func close(by key: String, in terminal: PseudoTerminal) throws {
    while !isAlone(terminal.screen) {
      let page = terminal.screen.cursorLine
      try terminal.type(key)
      try terminal.wait(until: "the page is turned or closed by \(key.debugDescription)") {
        isAlone($0) || $0.cursorLine.hasPrefix("Side") && $0.cursorLine.prefix(8) != page.prefix(8)
      }
    }
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func theFirstEnterOnlyBringsTheQuestionBack(_ window: (Int, Int)) throws {
    let terminal = try open(window)
    for (command, keys) in LookingTests.commands.map({ ($0, ["\r"]) }) + [
      ("/kart", ["q", " ", "\u{1B}", "\u{3}", "q\r"]), ("/hjelp neste", ["q", " ", "\u{1B}", "\u{3}", "q\r"]),
    ] {
      for key in keys {
        try look(command, in: terminal)
        try close(by: key, in: terminal)
        try terminal.type("\r")
        try terminal.wait(until: "the next question") { !$0.contains("Hva tilbyr vi?") }
        try terminal.type("/tilbake\r")
        try terminal.wait(until: "back again", isAlone)
      }
    }
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func whatIsTypedBehindItIsTheAnswerAlone(_ window: (Int, Int)) throws {
    let terminal = try open(window)
    for command in ["/kart", "/hjelp neste", "/eksempel"] {
      for (keys, answer) in [("Kaker\r", "Kaker"), ("qNordvik\r", "Nordvik"), ("quiz\r", "quiz")] {
        try look(command, in: terminal)
        try terminal.type(keys)
        try terminal.wait(for: "  \(answer)")
        try terminal.type("/angre\r")
        try terminal.wait(until: "only the first is left") { !$0.contains("  \(answer)") }
      }
    }
  }

  @Test func whatWasShownIsGoneAtTheNextQuestion() throws {
    let terminal = try open((80, 40))
    try terminal.type("/eksempel\r")
    try terminal.wait(for: "Eksempler")
    try terminal.type("Kaker\r")
    try terminal.wait(for: "2  Kaker")
    #expect(terminal.screen.contains("Eksempler"))
    try terminal.type("/neste\r")
    try terminal.wait(until: "the next question stands alone") {
      !$0.contains("Hva tilbyr vi?") && !$0.contains("Eksempler") && $0.lines[0].hasPrefix("Plenum · Test")
    }
  }

  @Test func inPlainModeTheFirstEnterGivesTheQuestionAgain() throws {
    let terminal = try Program.open(
      ["start", "Test", "--language", "nb", "--run", "core", "--plain"], in: folder)
    try terminal.wait(for: "Hva heter organisasjonen")
    try terminal.type("Bakeriet\r")
    try terminal.wait(for: "Lagret")
    try terminal.type("/tips\r")
    try terminal.wait(for: "Tips til")
    try terminal.type("\r")
    try terminal.wait(until: "the question is there again") { screen in
      screen.allLines.filter { $0.contains("Hva heter organisasjonen") }.count == 2
    }
  }
}
