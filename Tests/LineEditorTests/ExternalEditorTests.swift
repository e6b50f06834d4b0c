import PseudoTerminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("The external editor")
struct ExternalEditorTests {
  /// Runs the probe with a shell script for an editor, which is given the file to edit as `$1`.
  func withEditor(_ script: String, _ body: (ProbeTerminal, Folder) throws -> Void) throws {
    let folder = try Folder()
    folder.write("#!/bin/sh\n" + script + "\n", to: "editor", mode: 0o755)
    let probe = try ProbeTerminal(["VISUAL": folder.path + "/editor", "TMPDIR": folder.path])
    try probe.terminal.type("en linje" + Keys.control("x") + Keys.control("e"))
    try body(probe, folder)
    try withExtendedLifetime(folder) {
      #expect(folder.names.filter { $0.hasPrefix("line-") } == [])
      try probe.terminal.type("\r\u{4}")
      try probe.terminal.waitForExit()
      #expect(probe.terminal.state == probe.terminal.initialState)
    }
  }

  @Test("gives the text that was saved")
  func saved() throws {
    try withEditor("echo og mer >> \"$1\"; sed -i 's/linje/rad/' \"$1\"") { probe, _ in
      try probe.terminal.wait(until: "the text is in the line") {
        $0.contains("› en rad") && $0.cursorLine == "  og mer"
      }
    }
  }

  @Test("has the terminal as it was, and its keys")
  func terminal() throws {
    try withEditor("stty -g > \"$HOME/stty\"; echo in the editor; read word; echo \"$word\" > \"$1\"") { probe, _ in
      try probe.terminal.wait(for: "in the editor")
      #expect(probe.terminal.state == probe.terminal.initialState)
      #expect(!probe.terminal.screen.isPasteBracketed)
      try probe.terminal.type("nytt\r")
      try probe.terminal.wait(until: "the text is in the line") { $0.cursorLine == "› nytt" }
      #expect(probe.terminal.screen.isPasteBracketed)
    }
  }

  @Test(
    "that fails leaves the text as it was",
    arguments: ["exit 3", "echo nei > \"$1\"; exit 1", "rm \"$1\"", "kill -9 $$"])
  func failing(_ script: String) throws {
    try withEditor(script) { probe, _ in
      try probe.terminal.wait(until: "the text is in the line") { screen in
        screen.cursorLine == "› en linje" && screen.lines.contains { $0.hasPrefix("! ") }
      }
    }
  }

  @Test("is not there: the next one is tried, with its arguments")
  func missing() throws {
    let folder = try Folder()
    folder.write("#!/bin/sh\necho \"$1\" > \"$2\"\n", to: "editor", mode: 0o755)
    let probe = try ProbeTerminal(["VISUAL": "/no/such/editor", "EDITOR": folder.path + "/editor hei"])
    try probe.terminal.type(Keys.control("x") + Keys.control("e"))
    try probe.terminal.wait(until: "the text is in the line") { $0.cursorLine == "› hei" }
    withExtendedLifetime(folder) {}
  }

  @Test("Ctrl-C in it is its own affair")
  func interrupting() throws {
    try withEditor("trap 'echo avbrutt > \"$1\"; exit 0' INT; echo in the editor; read line; read line") { probe, _ in
      try probe.terminal.wait(for: "in the editor")
      try probe.terminal.type("\u{3}")
      try probe.terminal.wait(until: "the text is in the line") { $0.cursorLine == "› avbrutt" }
    }
  }

  @Test("stopped by Ctrl-Z stops the program with it")
  func suspending() throws {
    let folder = try Folder()
    folder.write("#!/bin/sh\necho in the editor; read word; echo \"$word\" > \"$1\"\n", to: "editor", mode: 0o755)
    let probe = try ProbeTerminal(
      ["VISUAL": folder.path + "/editor"], wrapped: "set -m; \"$1\"; echo stopped; read go; fg; exit 7")
    let terminal = probe.terminal
    try terminal.type(Keys.control("x") + Keys.control("e"))
    try terminal.wait(for: "in the editor")
    try terminal.type("\u{1A}")
    try terminal.wait(for: "stopped")
    try terminal.type("\r")
    try terminal.wait(until: "it goes on") {
      $0.lines.contains { $0.hasSuffix("\"$1\"") || $0.hasSuffix("bash") || $0.contains("line-editor-probe") }
    }
    try terminal.type("hei\r")
    try terminal.wait(until: "the text is in the line") { $0.cursorLine == "› hei" }
    try terminal.type("\r/quit\r")
    #expect(try terminal.waitForExit() == .code(7))
    #expect(terminal.state == terminal.initialState)
    withExtendedLifetime(folder) {}
  }

  @Test("ends before the program does, and the text is kept", arguments: [SIGTERM, SIGHUP])
  func terminating(_ signal: Int32) throws {
    let folder = try Folder()
    folder.write("#!/bin/sh\necho in the editor; read word; echo \"$word\" > \"$1\"\n", to: "editor", mode: 0o755)
    let probe = try ProbeTerminal(["VISUAL": folder.path + "/editor"])
    try probe.terminal.type("en linje" + Keys.control("x") + Keys.control("e"))
    try probe.terminal.wait(for: "in the editor")
    probe.terminal.signal(signal)
    try probe.terminal.type("nytt\r")
    #expect(try probe.terminal.waitForExit() == .code(0))
    #expect(probe.log.suffix(2) == ["terminated(signal: \(signal), unfinished: \"nytt\")", "closed"])
    #expect(probe.terminal.state == probe.terminal.initialState)
    withExtendedLifetime(folder) {}
  }

  @Test("may see the window change")
  func resizing() throws {
    try withEditor("echo in the editor; read word; echo \"$word\" > \"$1\"") { probe, _ in
      try probe.terminal.wait(for: "in the editor")
      probe.terminal.resize(columns: 40, rows: 10)
      try probe.terminal.type("nytt\r")
      try probe.terminal.wait(until: "the frame fits") { screen in
        screen.cursorLine == "› nytt" && screen.contains(String(repeating: "─", count: 40))
      }
    }
  }
}
