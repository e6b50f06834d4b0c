internal import Dispatch
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#endif

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
  /// Works something out for every element, on all cores; one after another where there is one element or one core, or where
  /// the system hardly opens any more files: its threads need some, and end the program where they get none.
  ///
  /// - Parameter work: Called once for every element, in any order.
  /// - Returns: The results, in the order of the elements.
  package func concurrentMap<Result: Sendable>(_ work: @Sendable (Element) -> Result) -> [Result] {
    guard count > 1, canUseThreads() else { return map(work) }
    let elements = self
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = work(elements[elements.startIndex + place])
      results.withLock { $0[place] = result }
    }
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
  }
}

/// Whether other cores can help: there are any, and as many files can be opened as threads need.
func canUseThreads() -> Bool {
  guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 else { return false }
  var opened: [Int32] = []
  defer { for file in opened { close(file) } }
  for _ in 0..<8 {
    let file = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    opened.append(file)
  }
  return true
}
