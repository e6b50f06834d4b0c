// A line of a journal, as somebody may have made it: it is read or refused, and what is read is written as it was read.
import Workshop

@testable import Journal

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let line = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  var reader = LineParser(line)
  guard !line.contains(0x0A), case .entry(let entry)? = try? reader.record(in: 0..<line.count) else { return 0 }
  var again = LineParser(entry.line)
  guard case .entry(let second)? = try? again.record(in: 0..<entry.line.count), second.id == entry.id,
    second.events == entry.events, second.line == entry.line
  else { fatalError("what was read is not what is written") }
  return 0
}
