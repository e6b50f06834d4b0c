import PseudoTerminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("A program in a terminal")
struct PseudoTerminalTests {
  func shell(_ script: String, columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    try PseudoTerminal.run(
      "/bin/sh", arguments: ["-c", script], environment: ["WORD": "hei"], columns: columns, rows: rows)
  }

  @Test("output, environment, exit code")
  func output() throws {
    let terminal = try shell("echo $WORD $TERM; exit 3")
    #expect(try terminal.waitForExit() == .code(3))
    #expect(terminal.screen.lines[0] == "hei xterm-256color")
  }

  @Test("typing is seen and read")
  func typing() throws {
    let terminal = try shell("read line; echo \"<$line>\"")
    try terminal.type("på deg\r")
    try terminal.wait(for: "<på deg>")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test("the terminal controls its program")
  func controlling() throws {
    let terminal = try shell("echo ready; read line")
    try terminal.wait(for: "ready")
    try terminal.type("\u{3}")
    #expect(try terminal.waitForExit() == .signal(SIGINT))
  }

  @Test("signals")
  func signals() throws {
    let terminal = try shell("trap 'echo over; exit 9' TERM; echo ready; while :; do read line; done")
    try terminal.wait(for: "ready")
    terminal.signal(SIGTERM)
    try terminal.type("\r")
    #expect(try terminal.waitForExit() == .code(9))
    #expect(terminal.screen.contains("over"))
  }

  @Test("the size of the window, and a new one")
  func sizes() throws {
    let terminal = try shell("trap 'stty size' WINCH; stty size; while :; do read line; done", columns: 61, rows: 17)
    try terminal.wait(for: "17 61")
    terminal.resize(columns: 100, rows: 30)
    try terminal.type("\r")
    try terminal.wait(for: "30 100")
  }

  @Test("the working folder")
  func folder() throws {
    let terminal = try PseudoTerminal.run("/bin/sh", arguments: ["-c", "pwd"], folder: "/usr")
    try terminal.wait(for: "/usr")
  }

  @Test("the modes of the terminal are compared")
  func state() throws {
    let terminal = try shell("read go; old=$(stty -g); stty raw; echo ready; read go; stty $old; echo over; read go")
    let before = terminal.state
    #expect(!before.isEmpty)
    try terminal.type("\r")
    try terminal.wait(for: "ready")
    #expect(terminal.state != before)
    try terminal.type("\n")
    try terminal.wait(for: "over")
    #expect(terminal.state == before)
  }

  @Test("a program that is not there")
  func missing() {
    #expect(throws: PseudoTerminalError.self) { try PseudoTerminal.run("/nowhere/at-all") }
  }

  @Test("what does not come is an error that shows the screen")
  func timeout() throws {
    let terminal = try shell("echo only this; read line")
    try terminal.wait(for: "only this")
    let error = try #require(throws: PseudoTerminalError.self) { try terminal.wait(for: "that", within: .zero) }
    #expect("\(error)".contains("“that”"))
    #expect("\(error)".contains("|only this "))
  }

  @Test("an end before what was waited for is an error at once")
  func ended() throws {
    let terminal = try shell("echo gone")
    let error = try #require(throws: PseudoTerminalError.self) { try terminal.wait(for: "never") }
    guard case .ended(.code(0), _, let screen) = error else { throw error }
    #expect(screen.lines[0] == "gone")
  }

  @Test("closing the window ends the program")
  func hangUp() throws {
    let terminal = try shell("echo ready; read line")
    try terminal.wait(for: "ready")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .signal(SIGHUP))
  }

  @Test("much in both directions at once")
  func floods() throws {
    let terminal = try shell("stty raw -echo opost; echo ready; head -c 300000 | wc -c; echo over")
    try terminal.wait(for: "ready")
    try terminal.send([UInt8](repeating: 0x61, count: 300_000))
    try terminal.wait(for: "over")
    #expect(terminal.screen.contains("300000"))
  }
}
