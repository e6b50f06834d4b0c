internal import Dispatch
internal import Synchronization

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
    guard canUseThreads() else { return }
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
