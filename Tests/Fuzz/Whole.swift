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
  guard let contents = try? JournalContents(of: bytes), let method else { return 0 }
  guard contents.end.length <= bytes.count, Set(contents.entries.map(\.id)).count == contents.entries.count else {
    fatalError("a name stands twice")
  }
  let session = contents.session(of: method)
  _ = SessionMerge(session, named: contents.header.session, created: 0).events(title: "", method: method)
  guard let union = Union(of: [contents]), let again = try? JournalContents(of: union.bytes),
    Set(again.entries.map(\.id)) == Set(contents.entries.map(\.id)), Union(of: [again])?.bytes == union.bytes
  else {
    // A session without a name or a method is not written by anybody.
    guard contents.isReadOnlyBecause == nil else { return 0 }
    fatalError("the union of one is not itself")
  }
  return 0
}
