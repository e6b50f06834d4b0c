internal import Dispatch
internal import Synchronization

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
  /// Works something out for every element, on all cores.
  ///
  /// - Parameter work: Called once for every element, in any order.
  /// - Returns: The results, in the order of the elements.
  package func concurrentMap<Result: Sendable>(_ work: @Sendable (Element) -> Result) -> [Result] {
    let elements = self
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = work(elements[elements.startIndex + place])
      results.withLock { $0[place] = result }
    }
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
  }
}
