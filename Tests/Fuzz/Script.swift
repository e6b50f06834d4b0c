// A script, as somebody may have made it: every line is heard or refused, and the session stays one that can be shown.
import Method
import Workshop

private let loaded = try? Library { _ in nil }.method(Library.builtIn)
private let wording = try? loaded?.source.wording("nb")

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  guard let method = loaded?.method, let wording else { return 0 }
  var session = Session(method: method, language: "nb", run: "core")
  guard let today = Day(year: 2026, month: 2, day: 10) else { return 0 }
  session.apply(session.opening(title: "Fuzz", today: today), as: EntryID(epoch: "fuzz", number: 1))
  for (number, line) in Script(bytes).lines.prefix(200).enumerated() {
    guard let command = try? Command(parsing: line.text, in: wording.language),
      let events = try? session.decide(command, hearing: wording, today: today)
    else { continue }
    session.apply(events, as: EntryID(epoch: "fuzz", number: number + 2))
  }
  return 0
}
