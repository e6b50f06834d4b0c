internal import Dispatch
internal import Synchronization

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
  /// Works something out for every element, on all cores.
  ///
  /// - Parameter work: Called once for every element, in any order.
  /// - Returns: The results, in the order of the elements.
  package func mappedSideBySide<Result: Sendable>(_ work: @Sendable (Element) -> Result) -> [Result] {
    let elements = self
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = work(elements[elements.startIndex + place])
      results.withLock { $0[place] = result }
    }
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
  }
}

/// Something that is worked out on another core while this one goes on.
package final class Ahead<Value: Sendable>: Sendable {
  /// What it is made from is let go of as soon as it is there.
  private enum State: Sendable {
    case wanted(@Sendable () -> Value)
    case there(Value)
  }

  private let state: Mutex<State>
  private let working = DispatchGroup()

  /// Begins to work.
  package init(_ work: @escaping @Sendable () -> Value) {
    state = Mutex(.wanted(work))
    DispatchQueue.global(qos: .userInitiated).async(group: working) { [self] in
      let value = work()
      state.withLock { $0 = .there(value) }
    }
  }

  /// What was worked out, as soon as it is there.
  package var value: Value {
    working.wait()
    return switch state.withLock({ $0 }) {
    case .wanted(let work): work()
    case .there(let value): value
    }
  }
}
