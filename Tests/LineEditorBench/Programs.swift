import PseudoTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

func report(_ line: String) { print(line) }

/// Milliseconds with three digits after the point.
func milliseconds(_ duration: Duration) -> String {
  let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
  let rest = String(microseconds % 1000)
  return "\(microseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest) ms"
}

/// Types 2,000 keys into a program, one when the one before is on the screen.
func measureEcho(_ program: String, arguments: [String]) throws {
  let history = try TemporaryHistory(lines: 10_000)
  let terminal = try PseudoTerminal.run(
    program, arguments: arguments,
    environment: ["PROBE_CLOCK": "50", "PROBE_HISTORY": history.path])
  try terminal.wait(until: "there is a prompt") { $0.cursorColumn == 2 }
  var times: [Duration] = []
  while times.count < 2000 {
    for (number, letter) in "en linje med noen ord, helt vanlige ord".enumerated() {
      let start = ContinuousClock.now
      try terminal.type(String(letter))
      try terminal.wait(until: "\(letter) is on the screen") { $0.cursorColumn == number + 3 }
      times.append(ContinuousClock.now - start)
    }
    try terminal.type("\u{15}")
    try terminal.wait(until: "the line is empty") { $0.cursorColumn == 2 }
  }
  times.sort()
  report("echo p50 \(milliseconds(times[times.count / 2]))")
  report("echo p99 \(milliseconds(times[times.count * 99 / 100]))")
}

/// Pastes 10,000 lines of 50 bytes and takes the question back with Ctrl-C.
func measurePaste(_ probe: String) throws {
  let terminal = try PseudoTerminal.run(probe, environment: ["PROBE_CLOCK": "50"])
  try terminal.wait(until: "there is a prompt") { $0.cursorColumn == 2 && $0.isPasteBracketed }
  let text = (1...10_000).map { number in
    let start = "linje \(number) med blåbær "
    return start + String(repeating: "x", count: 49 - start.utf8.count)
  }.joined(separator: "\n")
  let start = ContinuousClock.now
  try terminal.paste(text)
  try terminal.wait(for: "10000 lines pasted")
  report("paste of \(text.utf8.count) bytes \(milliseconds(ContinuousClock.now - start))")
  let interrupt = ContinuousClock.now
  try terminal.type("\u{3}")
  try terminal.wait(for: "! discarded")
  report("Ctrl-C after a paste \(milliseconds(ContinuousClock.now - interrupt))")
  let second = ContinuousClock.now
  try terminal.paste(text + "\u{3}")
  try terminal.wait(for: "10000 lines pasted")
  report("second paste \(milliseconds(ContinuousClock.now - second))")
}

/// Gives the window 40 new sizes while a line is being typed; each until the frame fits it.
func measureResize(_ probe: String) throws {
  let terminal = try PseudoTerminal.run(probe, environment: ["PROBE_CLOCK": "50"])
  try terminal.wait(until: "there is a prompt") { $0.cursorColumn == 2 }
  try terminal.type("Kaffe og lunsj i lokalet")
  try terminal.wait(for: "lokalet")
  var times: [Duration] = []
  for number in 0..<40 {
    let (columns, rows) = [(200, 60), (60, 16), (20, 5), (80, 24)][number % 4]
    let start = ContinuousClock.now
    terminal.resize(columns: columns, rows: rows)
    try terminal.wait(until: "the frame fits \(columns) × \(rows)") { screen in
      // In the smallest window the rule across it is left out.
      let fits = screen.lines.contains { $0.count == columns && $0.allSatisfy { $0 == "─" } }
      return screen.cursorLine.contains("lokalet") && (fits || rows < 8)
    }
    times.append(ContinuousClock.now - start)
  }
  times.sort()
  report("resize, slowest of \(times.count) \(milliseconds(times[times.count - 1]))")
}

/// Lets a program sit there for five seconds while its clock runs.
func measureIdle(_ probe: String) throws {
  let terminal = try PseudoTerminal.run(probe, environment: ["PROBE_CLOCK": "50"])
  try terminal.wait(until: "there is a prompt") { $0.cursorColumn == 2 }
  let ticks = processorTime(of: terminal.processIdentifier)
  let before = terminal.screen.byteCount
  let end = ContinuousClock.now + .seconds(5)
  try terminal.wait(until: "five seconds are over") { _ in ContinuousClock.now >= end }
  let used = processorTime(of: terminal.processIdentifier) - ticks
  report("idle processor \(milliseconds(used)) in 5 s, \(terminal.screen.byteCount - before) bytes written")
}

/// The processor time that a program has used, as far as the system tells.
private func processorTime(of process: Int32) -> Duration {
  let path = "/proc/\(process)/schedstat"
  guard let file = unsafe fopen(path, "re") else { return .zero }
  defer { unsafe fclose(file) }
  var nanoseconds: Int64 = 0
  var byte = unsafe getc(file)
  while byte >= 0x30 {
    nanoseconds = nanoseconds * 10 + Int64(byte - 0x30)
    byte = unsafe getc(file)
  }
  return .nanoseconds(nanoseconds)
}
