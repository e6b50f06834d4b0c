// A script, as somebody may have made it: every line is heard or refused, and the session stays one that can be shown.
import Method
import Workshop

private let known: (method: Method, localization: Localization)? = {
  guard let (method, source) = try? Library(readFile: { _ in nil }).method(Library.builtIn),
    let localization = try? source.localization("nb")
  else { return nil }
  return (method, localization)
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  guard let (method, localization) = known else { return 0 }
  var session = Session(method: method, language: "nb", run: "core")
  guard let today = Day(year: 2026, month: 2, day: 10) else { return 0 }
  let start = Moment(millisecondsSince1970: 1_770_714_000_000)
  session.apply(session.opening(title: "Fuzz", today: today), as: EntryID(epoch: "fuzz", number: 1), at: start)
  for (number, line) in Script(bytes).lines.prefix(200).compactMap({ try? $0.get() }).enumerated() {
    let now = start.later(by: number * 10)
    guard let command = try? Command(parsing: line.text, in: localization.language),
      let events = try? session.decide(command, hearing: localization, today: today, now: now)
    else { continue }
    session.apply(events, as: EntryID(epoch: "fuzz", number: number + 2), at: now)
  }
  // Whatever was heard can be looked through.
  _ = session.findings(in: localization)
  return 0
}
