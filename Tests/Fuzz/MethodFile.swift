// A method file, as somebody may have made it: it is read, or refused with its line.
import Method
import Workshop

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  let library = Library { path in path.hasSuffix("method.yaml") ? bytes : nil }
  _ = try? library.method("method.yaml")
  return 0
}
