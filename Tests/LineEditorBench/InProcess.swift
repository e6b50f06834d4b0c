import LineEditor
import PseudoTerminal
import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A history file that goes away again.
final class TemporaryHistory {
  struct Failure: Error {}

  let path: String

  init(lines: Int) throws {
    path = "/tmp/line-editor-bench-\(getpid())"
    guard let file = unsafe fopen(path, "we") else { throw Failure() }
    for number in 0..<lines { _ = unsafe fputs("linje nummer \(number) i historien\n", file) }
    unsafe fclose(file)
  }

  deinit { _ = unsafe unlink(path) }
}

/// Loads a history of 10,000 lines and adds one, five times over; the median of each.
func measureHistory() throws {
  let file = try TemporaryHistory(lines: 10_000)
  var loads: [Duration] = []
  var appends: [Duration] = []
  for round in 0..<5 {
    let history = History(path: file.path)
    let start = ContinuousClock.now
    // Asking whether the line is new loads the file.
    history.append("første \(round)")
    let loaded = ContinuousClock.now
    history.append("neste \(round)")
    loads.append(loaded - start)
    appends.append(ContinuousClock.now - loaded)
  }
  report("history load and one append \(milliseconds(loads.sorted()[2]))")
  report("history append \(milliseconds(appends.sorted()[2]))")
}

/// Runs an editor for 8 hours on a clock of its own, with a tick every second and a line every 14.
func measureHours() throws {
  let idle = try IdleTerminal()
  var now = Duration.zero
  var lines = 0
  var bytes = 0
  var pending: [UInt8] = []
  let terminal = Terminal(
    descriptor: idle.descriptor, size: { WindowSize(columns: 80, rows: 24) },
    write: { written in
      bytes += written.count
      return true
    },
    wait: { _ in
      now += .seconds(1)
      if now.components.seconds * 2000 / 28_800 > lines {
        lines += 1
        pending = Array("linje \(lines) med litt tekst på slutten\r".utf8)
        return .bytes(pending)
      }
      return .timeout
    }, setRaw: { _ in 0 }, suspend: {}, release: {}, reflows: true)
  let editor = LineEditor(
    terminal: terminal, mode: .rich, colour: true, history: History(path: nil), clock: Clock { now },
    configuration: .init(program: "bench"))
  let rightPrompt = RightPrompt { moment in
    let seconds = 28_800 - moment.components.seconds
    return .init(text: StyledText("\(seconds / 60):\(seconds % 60)", .bold), changes: moment + .seconds(1))
  }
  var answers: [StyledText] = []
  var hour = 0
  var first = 0
  while now < .seconds(28_800) {
    let outcome = try editor.read(Request(above: { _ in ["Hva tilbyr vi?"] + answers }, rightPrompt: rightPrompt))
    if case .line(let line) = outcome { answers = answers.suffix(8) + [StyledText(line)] }
    if Int(now.components.seconds) / 3600 > hour {
      hour += 1
      let resident = residentKilobytes()
      if hour == 1 { first = resident }
      report("hour \(hour) resident \(resident) kB")
    }
  }
  report("growth an hour after the first \((residentKilobytes() - first) / 7) kB")
  report("lines \(lines), bytes written \(bytes)")
}

/// The memory that this process holds now.
private func residentKilobytes() -> Int {
  guard let file = unsafe fopen("/proc/self/statm", "re") else { return 0 }
  defer { unsafe fclose(file) }
  var fields = [0]
  while case let byte = unsafe getc(file), byte >= 0x20 {
    if byte == 0x20 {
      fields.append(0)
    } else {
      fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - 0x30)
    }
  }
  return fields.count > 1 ? fields[1] * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024 : 0
}
