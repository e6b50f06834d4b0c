internal import NIOCore
internal import NIOPosix

/// The letterbox: what is appended to it in one turn of the loop reaches the disk together, on a thread of its own, so
/// that nobody waits behind a slow disk but those who wait for it.
///
/// It lives on one event loop.
final class Letterbox {
  private var file: LetterboxFile
  private let loop: any EventLoop
  private let disk: NIOThreadPool
  /// What is still to be done, in its order.
  private var jobs: [Job] = []
  private var isBusy = false

  private enum Job {
    /// Lines, and who waits for them; nobody waits for what need not last.
    case append([UInt8], EventLoopPromise<Void>?)
    /// Everything anew. The lines are made when it is their turn, so that what came before is in them.
    case replace(() -> [Record], EventLoopPromise<Void>)
    /// Somebody who waits for all that came before.
    case pass(EventLoopPromise<Void>)
  }

  /// A letterbox in an open file.
  init(file: LetterboxFile, loop: any EventLoop, disk: NIOThreadPool) {
    self.file = file
    self.loop = loop
    self.disk = disk
  }

  /// Writes a record, and tells when it is on the disk.
  func append(_ record: Record) -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    add(.append(record.line, promise))
    return promise.futureResult
  }

  /// Writes a record, which is on the disk at the latest with the next one that is waited for.
  func note(_ record: Record) { add(.append(record.line, nil)) }

  /// Writes everything anew, and tells when it is on the disk.
  func replace(with records: @escaping () -> [Record]) -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    add(.replace(records, promise))
    return promise.futureResult
  }

  /// Tells when all that was begun is done, well or badly.
  func rest() -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    add(.pass(promise))
    return promise.futureResult
  }

  /// Closes the file when all is done, and removes it if that is wanted.
  func end(isRemoved: Bool) -> EventLoopFuture<Void> {
    rest().assumeIsolated().map { self.file.end(isRemoved: isRemoved) }.nonisolated()
  }

  private func add(_ job: Job) {
    jobs.append(job)
    // The other requests of this turn come along.
    if !isBusy {
      isBusy = true
      loop.assumeIsolated().execute { self.work() }
    }
  }

  private func work() {
    var lines: [UInt8] = []
    var waiting: [EventLoopPromise<Void>] = []
    while case .append(let more, let promise) = jobs.first {
      lines += more
      if let promise { waiting.append(promise) }
      jobs.removeFirst()
    }
    if !lines.isEmpty {
      let isLasting = !waiting.isEmpty
      let bytes = lines
      return write(waiting) { file in try file.append(bytes, isLasting: isLasting) }
    }
    switch jobs.isEmpty ? nil : jobs.removeFirst() {
    case .replace(let records, let promise):
      let lines = records().flatMap(\.line)
      write([promise]) { file in try file.replace(with: lines) }
    case .pass(let promise):
      promise.succeed()
      work()
    case .append, nil: isBusy = false
    }
  }

  private func write(
    _ waiting: [EventLoopPromise<Void>], _ action: @escaping @Sendable (inout LetterboxFile) throws -> Void
  ) {
    let before = file
    let written = disk.runIfActive(eventLoop: loop) { () -> (LetterboxFile, Result<Void, any Error>) in
      var after = before
      let result = Result { try action(&after) }
      return (after, result)
    }
    written.assumeIsolated().whenComplete { outcome in
      let result: Result<Void, any Error>
      switch outcome {
      case .success((let after, let written)): (self.file, result) = (after, written)
      case .failure(let error): result = .failure(error)
      }
      for promise in waiting { promise.completeWith(result) }
      self.work()
    }
  }
}
