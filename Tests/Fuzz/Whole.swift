// A whole journal, as somebody may have made it: it opens or is refused; mending and uniting lose no entry; the session
// that it adds up to can be built.
import Method
import Workshop

@testable import Journal

private let method = try? Library { _ in nil }.method(Library.builtIn).method

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  guard let reading = try? Reading(of: bytes), let method else { return 0 }
  guard reading.end.length <= bytes.count, Set(reading.entries.map(\.id)).count == reading.entries.count else {
    fatalError("a name stands twice")
  }
  let session = reading.session(of: method)
  _ = Gathering(session, named: reading.header.session, created: 0).events(title: "", method: method)
  guard let union = Union(of: [reading]), let again = try? Reading(of: union.bytes),
    Set(again.entries.map(\.id)) == Set(reading.entries.map(\.id)), Union(of: [again])?.bytes == union.bytes
  else {
    // A session without a name or a method is not written by anybody.
    guard reading.isReadOnlyBecause == nil else { return 0 }
    fatalError("the union of one is not itself")
  }
  return 0
}
