import Dispatch
import Synchronization

/// Conversions that other programs do, as many at once as there are processor cores, those that take longest first. Who asks
/// for one waits until it is done.
final class ConversionQueue<Job: Sendable>: Sendable {
  /// What a conversion comes to.
  typealias Outcome = Result<[UInt8], ConversionError>

  private let jobs: [Job]
  private let work: @Sendable (Job) -> Outcome
  private let state: Mutex<State>
  private let done: [DispatchSemaphore]
  private let workers = DispatchGroup()

  private struct State {
    /// The places of the jobs that nobody has begun.
    var waiting: [Int]
    var outcomes: [Int: Outcome] = [:]
  }

  /// A queue that begins at once.
  ///
  /// - Parameters:
  ///   - jobs: The jobs.
  ///   - cores: How many are done at once.
  ///   - cost: How long one takes, compared with the others.
  ///   - work: Does one.
  init(_ jobs: [Job], cores: Int, cost: (Job) -> Int, work: @escaping @Sendable (Job) -> Outcome) {
    self.jobs = jobs
    self.work = work
    let costs = jobs.map(cost)
    state = Mutex(State(waiting: jobs.indices.sorted { (costs[$0], $1) > (costs[$1], $0) }))
    done = jobs.map { _ in DispatchSemaphore(value: 0) }
    for _ in 0..<min(max(1, cores), jobs.count) {
      DispatchQueue.global().async(group: workers) { self.begin() }
    }
  }

  private func begin() {
    while let place = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) {
      let outcome = work(jobs[place])
      state.withLock { state in
        state.outcomes[place] = outcome
        // Whoever interrupts one wants none of the others.
        guard case .failure(.interrupted) = outcome else { return }
        for other in state.waiting { state.outcomes[other] = outcome }
        state.waiting = []
      }
      done[place].signal()
      if case .failure(.interrupted) = outcome { for each in done { each.signal() } }
    }
  }

  /// What a job came to, once it is done.
  func outcome(of place: Int) -> Outcome {
    while true {
      if let outcome = state.withLock({ $0.outcomes[place] }) { return outcome }
      done[place].wait()
    }
  }

  /// Begins nothing more, and waits for what has begun.
  func close() {
    state.withLock { $0.waiting = [] }
    workers.wait()
  }
}
