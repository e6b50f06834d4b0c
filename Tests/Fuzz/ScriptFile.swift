// A script, as somebody may have made it: every line is heard or refused, and the session stays one that can be shown.
import Method
import Workshop

private let known: (method: Method, wording: Wording)? = {
  guard let (method, source) = try? Library(readFile: { _ in nil }).method(Library.builtIn),
    let wording = try? source.wording("nb")
  else { return nil }
  return (method, wording)
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  guard let (method, wording) = known else { return 0 }
  var session = Session(method: method, language: "nb", run: "core")
  guard let today = Day(year: 2026, month: 2, day: 10) else { return 0 }
  let start = Moment(millisecondsSince1970: 1_770_714_000_000)
  session.apply(session.opening(title: "Fuzz", today: today), as: EntryID(epoch: "fuzz", number: 1), at: start)
  for (number, line) in Script(bytes).lines.prefix(200).compactMap({ try? $0.get() }).enumerated() {
    let now = start.later(by: number * 10)
    guard let command = try? Command(parsing: line.text, in: wording.language),
      let events = try? session.decide(command, hearing: wording, today: today, now: now)
    else { continue }
    session.apply(events, as: EntryID(epoch: "fuzz", number: number + 2), at: now)
  }
  // Whatever was heard can be looked through.
  _ = session.findings(in: wording)
  return 0
}
