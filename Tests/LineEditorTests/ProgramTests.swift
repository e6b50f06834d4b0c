import PseudoTerminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A way for a program to end while a line is being typed.
enum WayOut: String, CaseIterable, Sendable {
  case command, exit, endOfInput, interrupt, terminate, hangUp, crash, overflow, quit, abort

  /// What is typed.
  var keys: String {
    switch self {
    case .command: "/quit\r"
    case .exit: "/exit\r"
    case .endOfInput: Keys.control("d")
    case .crash: "/crash\r"
    case .overflow: "/overflow\r"
    case .interrupt, .terminate, .hangUp, .quit, .abort: "half a line"
    }
  }

  var signal: Int32? {
    switch self {
    case .command, .exit, .endOfInput, .crash, .overflow: nil
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    case .quit: SIGQUIT
    case .abort: SIGABRT
    }
  }
}

@Suite("The editor in a program")
struct ProgramTests {
  @Test("the terminal is as it was after every way out", arguments: WayOut.allCases)
  func waysOut(_ way: WayOut) throws {
    let probe = try ProbeTerminal()
    #expect(probe.terminal.state != probe.terminal.initialState)
    #expect(probe.terminal.screen.isPasteBracketed)
    try probe.terminal.type(way.keys)
    if let signal = way.signal {
      try probe.terminal.wait(for: "› half a line")
      probe.terminal.signal(signal)
    }
    try probe.terminal.waitForExit()
    #expect(probe.terminal.state == probe.terminal.initialState)
    let screen = probe.terminal.screen
    #expect(!screen.isPasteBracketed)
    #expect(!screen.isUpdating)
    #expect(screen.isCursorVisible)
    #expect(screen.cursorColumn == 0 || way == .crash)
    if let signal = way.signal, [SIGINT, SIGTERM, SIGHUP].contains(signal) {
      #expect(probe.log == ["terminated(signal: \(signal), unfinished: \"half a line\")", "closed"])
    }
  }

  @Test("Ctrl-Z stops the program, fg brings the line back")
  func suspending() throws {
    let probe = try ProbeTerminal(
      wrapped:
        "set -m; \"$1\"; stty -g > \"$HOME/stopped\"; echo stopped; read go; fg; stty -g > \"$HOME/after\"; exit 7")
    let terminal = probe.terminal
    try terminal.type("half a line\u{1A}")
    try terminal.wait(for: "stopped")
    #expect(!terminal.screen.isPasteBracketed)
    try terminal.type("\r")
    try terminal.wait(until: "the line is there again") { $0.cursorLine == "› half a line" }
    #expect(terminal.screen.isPasteBracketed)
    try terminal.type(" more\r")
    try terminal.wait(for: "1  half a line more")
    try terminal.type("/quit\r")
    #expect(try terminal.waitForExit() == .code(7))
    #expect(probe.folder.text(of: "stopped") == probe.folder.text(of: "after"))
    #expect(terminal.state == probe.terminal.initialState)
  }

  @Test("Ctrl-Z where nobody could bring it back does nothing")
  func suspendingAlone() throws {
    let probe = try ProbeTerminal()
    try probe.terminal.type("half\u{1A} a line\r")
    try probe.terminal.wait(for: "1  half a line")
    try probe.terminal.type("\u{4}")
    #expect(try probe.terminal.waitForExit() == .code(0))
    #expect(probe.terminal.state == probe.terminal.initialState)
  }

  @Test("what is typed before there is a prompt is not lost", arguments: 1...5)
  func typeAhead(_ round: Int) throws {
    let folder = try Folder()
    let terminal = try PseudoTerminal.run(
      ProbeTerminal.path, environment: ["PROBE_LOG": folder.path + "/log", "HOME": folder.path])
    try terminal.type("første\randre\r/quit\r")
    try terminal.waitForExit()
    #expect(folder.text(of: "log") == "line(\"første\")\nline(\"andre\")\nline(\"/quit\")\nclosed\n")
    #expect(terminal.state == terminal.initialState)
  }

  @Test("a size that changes in the middle of a line", arguments: [(20, 5), (200, 60), (61, 5), (20, 60)])
  func resizing(_ columns: Int, _ rows: Int) throws {
    let probe = try ProbeTerminal(["PROBE_CLOCK": "50"])
    let terminal = probe.terminal
    try terminal.type("Kaffe og lunsj i lokalet")
    try terminal.wait(for: "lokalet")
    let start = ContinuousClock.now
    terminal.resize(columns: columns, rows: rows)
    try terminal.wait(until: "the frame fits") { screen in
      screen.cursorLine.hasSuffix("lokalet") || screen.cursorLine.contains("lokalet  ")
    }
    #expect(ContinuousClock.now - start < .seconds(2))
    try terminal.type(" nå")
    try terminal.wait(for: "lokalet nå")
    terminal.resize(columns: 60, rows: 16)
    try terminal.wait(for: "› Kaffe og lunsj i lokalet nå")
    try terminal.type("\r/quit\r")
    try terminal.waitForExit()
    #expect(terminal.screen.allLines.contains("  1  Kaffe og lunsj i lokalet nå"))
    #expect(probe.log.first == "line(\"Kaffe og lunsj i lokalet nå\")")
  }

  @Test("letters beyond ASCII whatever the locale says", arguments: ["C", "POSIX", "", "nb_NO.ISO-8859-1", "no-such"])
  func locales(_ name: String) throws {
    let probe = try ProbeTerminal(["LC_ALL": name])
    try probe.terminal.type("größer 😀\r")
    try probe.terminal.wait(for: "1  größer 😀")
    #expect(probe.log == ["line(\"größer 😀\")"])
  }

  @Test("a paste of 10,000 lines runs nothing and loses nothing")
  func pasting() throws {
    let probe = try ProbeTerminal()
    let lines = (1...9_999).map { "linje \($0) med blåbær og litt til på slutten av dem" } + ["/quit"]
    try probe.terminal.paste(lines.joined(separator: "\n") + "\n")
    try probe.terminal.wait(for: "10000 lines pasted")
    try probe.terminal.type("a")
    try probe.terminal.wait(for: "10000  /quit")
    try probe.terminal.type("\u{4}")
    try probe.terminal.waitForExit()
    #expect(probe.log.first == "pasted(\(lines))")
  }

  @Test("the history is kept in its file, without private lines")
  func history() throws {
    let folder = try Folder()
    for round in 0..<2 {
      let probe = try ProbeTerminal(["PROBE_HISTORY": folder.path + "/history"])
      if round == 0 {
        try probe.terminal.type("en linje\r/note hemmelig\r")
      } else {
        try probe.terminal.type(Keys.up + "\r")
      }
      try probe.terminal.wait(for: round == 0 ? "2  /note hemmelig" : "1  en linje")
      try probe.terminal.type("\u{4}")
      try probe.terminal.waitForExit()
    }
    #expect(folder.text(of: "history") == "en linje\n")
    #expect(folder.mode(of: "history") == 0o600)
  }

  @Test("a user's .editrc is respected")
  func editrc() throws {
    let folder = try Folder()
    folder.write("# mine\nbind ^O line-start\nprobe:bind -s ^V hei\nother:bind ^A ed-move-to-end\n", to: "editrc")
    let probe = try ProbeTerminal(["PROBE_EDITRC": folder.path + "/editrc"])
    try probe.terminal.type("abc" + Keys.control("o") + Keys.control("v") + "\r")
    try probe.terminal.wait(for: "1  heiabc")
  }
}
