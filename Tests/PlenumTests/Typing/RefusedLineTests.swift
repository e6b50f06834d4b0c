import FacilitationFixtures
import PseudoTerminal
import Testing

/// A line is refused while the typist looks at the group, and something is typed next.
@Suite struct RefusedLineTests {
  static let home = "\u{1B}[H", left = "\u{1B}[D", up = "\u{1B}[A", backspace = "\u{7F}"

  /// What is typed after `Øke salget | noe rart` was refused at the table of goals, and what the prompt and the screen say.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var keys: String
    var prompt: String
    var shows = "Lagret"

    init(_ name: String, _ keys: String, prompt: String, shows: String = "avvist") {
      (testDescription, self.keys, self.prompt, self.shows) = (name, keys, prompt, shows)
    }
  }

  static let rows = [
    Row("another answer is that answer alone", "Ny nettbutikk | org\r", prompt: "›", shows: "GOAL1  Ny nettbutikk"),
    Row("a command is heard", "/parker Pengene\r", prompt: "›", shows: "Parkert som PARK1"),
    Row("a misspelt command is refused by itself", "/karrt\r", prompt: "› /karrt", shows: "«/karrt»"),
    Row("a paste stands in its place", "\u{1B}[200~limt inn\u{1B}[201~", prompt: "› limt inn", shows: "velg mellom"),
    Row("Backspace mends it", backspace + "!", prompt: "› Øke salget | noe rar!", shows: "velg mellom"),
    Row("Home mends it", home + "A", prompt: "› AØke salget | noe rart", shows: "velg mellom"),
    Row("Up brings a replaced one back", "x" + up, prompt: "› Øke salget | noe rart", shows: "velg mellom"),
    Row("Enter refuses it again", "\r", prompt: "› Øke salget | noe rart", shows: "velg mellom"),
    Row("it can be taken again later", "/parker x\r/igjen\r", prompt: "› Øke salget | noe rart", shows: "Retter"),
  ]

  @Test(arguments: rows, [(80, 24), (60, 16)]) func whatIsTypedNext(_ row: Row, _ window: (Int, Int)) throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(
      ["start", "Test", "--language", "nb", "--run", "core"], in: folder, columns: window.0, rows: window.1)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå frame.goals.organisation\rØke salget | noe rart\r")
    try terminal.wait(until: "it is refused") { $0.lines.contains { $0.hasPrefix("! ") } }
    try terminal.type(row.keys)
    try terminal.wait(until: "“\(row.shows)” and the prompt “\(row.prompt)”") {
      ($0.contains(row.shows) || row.shows == "Retter") && $0.cursorLine.hasPrefix(row.prompt)
    }
  }

  @Test func inPlainModeItIsRepeatedAboveAnEmptyPrompt() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(
      ["start", "Test", "--language", "nb", "--run", "core", "--plain"], in: folder, columns: 200)
    try terminal.wait(for: "Hva heter organisasjonen")
    try terminal.type("Bakeriet\r\rNy nettbutikk\r")
    try terminal.wait(for: "Ikke tatt med: Ny nettbutikk")
    try terminal.type("/kart\r")
    try terminal.wait(for: "27 · Neste møte")
    try terminal.type("/igjen\r")
    try terminal.wait(until: "it is taken again") { $0.cursorLine.hasSuffix("Ny nettbutikk") }
  }

  @Test func aRefusedRevisionIsNeverTheNextAnswer() throws {
    let folder = try TemporaryFolder()
    let terminal = try Program.open(["start", "Test", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/gå frame.goals.organisation\rØke salget | org\r/endre GOAL1 Øke salget | x | y | z\r")
    try terminal.wait(until: "it is refused") { $0.lines.contains { $0.hasPrefix("! ") } }
    #expect(terminal.screen.cursorLine.hasPrefix("› /endre GOAL1 Øke salget"))
    try terminal.type("Flere kunder | org\r")
    try terminal.wait(for: "GOAL2  Flere kunder")
    #expect(terminal.screen.contains("GOAL1  Øke salget"))
  }
}
