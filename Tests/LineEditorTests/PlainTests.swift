import PseudoTerminal
import Testing

@Suite("Plain mode")
struct PlainTests {
  func probe(_ environment: [String: String] = [:]) throws -> ProbeTerminal {
    try ProbeTerminal(["TERM": "dumb"].merging(environment) { $1 })
  }

  /// Types keys and waits for the lines below the question.
  func check(_ keys: String, _ lines: [String], _ environment: [String: String] = [:]) throws {
    let probe = try probe(environment)
    try probe.terminal.type(keys)
    try probe.terminal.wait(until: "\(lines)") { screen in
      [String](screen.allLines.drop { !$0.hasPrefix("›") }) == lines
    }
  }

  @Test("is chosen", arguments: [["TERM": "dumb"], ["TERM": ""], ["ACCESSIBLE": "1"], ["PROBE_PLAIN": "1"]])
  func chosen(_ environment: [String: String]) throws {
    let probe = try ProbeTerminal(environment)
    #expect(!probe.terminal.screen.isPasteBracketed)
    try probe.terminal.type("hei\r")
    try probe.terminal.wait(until: "a new prompt") { $0.lines.filter { $0.hasPrefix("›") }.count == 2 }
    #expect(probe.terminal.screen.contains("› hei"))
  }

  static let rows: [(keys: String, lines: [String])] = [
    ("abc" + Keys.backspace + "d", ["› abd"]), ("漢" + Keys.backspace + "d", ["› d"]),
    ("cafe\u{301}" + Keys.backspace + "é", ["› café"]),
    ("en to" + Keys.control("w"), ["› en to", "› en"]), ("en to" + Keys.control("u") + "x", ["› en to", "› x"]),
    ("a" + Keys.left + Keys.home + "\u{1B}[15~b", ["› ab"]),
    ("hei\r" + Keys.up, ["› hei", "›", "› hei"]),
    ("hei\rdu\r" + Keys.up + Keys.up + Keys.down, ["› hei", "› du", "›", "› du", "› hei", "› du"]),
    ("/note! så mye" + Keys.backspace + "ox" + Keys.control("u") + "x", ["› /note! •• ••••", "› x"]),
    ("/h\t", ["› /h", "› /help"]),
    (
      "/ed\t",
      [
        "› /ed", "1  /edit  change an answer", "2  /editor  a long text in an editor of your own",
        "Type a number, or go on typing.", "›",
      ]
    ),
    ("\u{3}x", ["›", "! discarded:", "› x"]),
  ]

  @Test("keys", arguments: rows.indices)
  func keys(_ index: Int) throws { try check(Self.rows[index].keys, Self.rows[index].lines) }

  @Test("a choice by its number")
  func choosing() throws {
    let probe = try probe()
    try probe.terminal.type("/ed\t")
    try probe.terminal.wait(for: "Type a number")
    try probe.terminal.type("2\r")
    try probe.terminal.wait(until: "the choice is in the line") { $0.cursorLine == "› /editor" }
  }

  @Test("pasted lines are asked about, never run")
  func pasting() throws {
    let probe = try probe()
    let asked = ["  3 lines pasted", "  1  en", "  ⋮ 1 more", "  3  /quit", "  a add them   e edit first   c cancel"]
    try probe.terminal.type("x" + Keys.pasted("en\rto\r/quit\r"))
    try probe.terminal.wait(for: "e edit first")
    #expect([String](probe.terminal.screen.allLines.suffix(5)) == asked)
    try probe.terminal.type("\rc")
    try probe.terminal.wait(until: "the line is back") { $0.cursorLine == "› x" }
    try probe.terminal.type(Keys.pasted("en\rto\r/quit\r"))
    try probe.terminal.wait(until: "asked again") { $0.allLines.filter { $0.contains("e edit first") }.count == 2 }
    try probe.terminal.type("a")
    try probe.terminal.wait(until: "another prompt") { $0.cursorLine == "›" }
    #expect(probe.log == ["pasted([\"xen\", \"to\", \"/quit\"])"])
  }

  @Test("the thresholds of the clock are lines, and the line goes on")
  func thresholds() throws {
    let probe = try ProbeTerminal(["TERM": "dumb", "PROBE_CLOCK": "0"], ready: "! time is up")
    try probe.terminal.type("hei")
    try probe.terminal.wait(until: "the line is typed") { $0.cursorLine == "› hei" }
  }

  @Test("the terminal is as it was afterwards", arguments: WayOut.allCases)
  func waysOut(_ way: WayOut) throws {
    let probe = try probe()
    try probe.terminal.type(way.keys)
    if let signal = way.signal {
      try probe.terminal.wait(for: "› half a line")
      probe.terminal.signal(signal)
    }
    try probe.terminal.waitForExit()
    #expect(probe.terminal.state == probe.terminal.initialState)
  }
}

@Suite("Not a terminal")
struct PipedTests {
  /// What the probe makes of its input, told by its log.
  func outcomes(_ input: String, output: String = "/dev/null") throws -> [String] {
    let folder = try Folder()
    folder.write(input, to: "input")
    let terminal = try PseudoTerminal.run(
      "/bin/sh", arguments: ["-c", "\"$0\" < \"$HOME/input\" > \(output)", ProbeTerminal.path],
      environment: ["HOME": folder.path, "PROBE_LOG": folder.path + "/log"])
    #expect(try terminal.waitForExit() == .code(0))
    return (folder.text(of: "log") ?? "").split(separator: "\n").map(String.init)
  }

  @Test(
    "lines are read as they come",
    arguments: [
      ("en\nto\n", ["line(\"en\")", "line(\"to\")"]), ("en\r\n\r\nto", ["line(\"en\")", "line(\"\")", "line(\"to\")"]),
      ("", []), ("på\t\u{1B}[D漢 👩‍💻\n", ["line(\"på\\t\\u{1B}[D漢 👩‍💻\")"]),
    ])
  func lines(_ input: String, _ lines: [String]) throws {
    #expect(try outcomes(input) == lines + ["endOfInput", "closed"])
  }

  @Test("a terminal on one side only is not enough")
  func oneSide() throws {
    #expect(try outcomes("en\n/quit\nto\n", output: "/dev/tty") == ["line(\"en\")", "line(\"/quit\")", "closed"])
  }
}
