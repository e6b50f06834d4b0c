import Dispatch
import Subprocess
import Synchronization
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Another program that is talked with over its input and output, while it runs.
struct Conversation {
  /// Tells it something, without waiting until it listens.
  var tell: ([UInt8]) -> Void
  /// What it has said since this was asked last.
  var heard: () -> [UInt8]
  /// Waits until it says something or ends, at most so many milliseconds.
  var wait: (Int) -> Void
  /// Whether it says nothing any more.
  var isOver: () -> Bool
  /// Closes its input, at which it ends.
  var close: () -> Void
}

extension ChildProcess {
  /// Starts it and talks with it. Its output is always read, so that it never waits for this program; it is in a process
  /// group of its own, so that Ctrl-C does not reach it, and ends when its input does.
  ///
  /// - Returns: The conversation; nil when there are no pipes to be had.
  func converse() -> Conversation? {
    guard let down = try? FileDescriptor.pipe(), let up = try? FileDescriptor.pipe() else { return nil }
    for end in [down.readEnd, down.writeEnd, up.readEnd, up.writeEnd] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
    let talk = Talk()
    DispatchQueue(label: "plenum.hearing").async {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while let count = try? unsafe buffer.withUnsafeMutableBytes({ unsafe try up.readEnd.read(into: $0) }), count > 0 {
        talk.hear(buffer[..<count])
      }
      try? up.readEnd.close()
      talk.end()
    }
    Task.detached { [program, arguments, folder] in
      var options = PlatformOptions()
      options.processGroupID = 0
      let variables: [Environment.Key: String] = ["LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
      let outcome = try? await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(variables),
        workingDirectory: FilePath(folder), platformOptions: options,
        input: .fileDescriptor(down.readEnd, closeAfterSpawningProcess: true),
        output: .fileDescriptor(up.writeEnd, closeAfterSpawningProcess: true), error: .discarded)
      if outcome == nil { talk.end() }
    }
    let telling = DispatchQueue(label: "plenum.telling")
    return Conversation(
      tell: { bytes in
        // A program that is gone takes nothing more, and is found to be over.
        telling.async { _ = try? down.writeEnd.writeAll(bytes) }
      },
      heard: { talk.take() }, wait: { talk.wait($0) }, isOver: { talk.isOver },
      close: { telling.async { try? down.writeEnd.close() } })
  }
}

/// What another program has said so far, for whoever reads it on another thread.
private final class Talk: Sendable {
  private struct State {
    var bytes: [UInt8] = []
    var isOver = false
  }

  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  func hear(_ bytes: ArraySlice<UInt8>) {
    state.withLock { $0.bytes += bytes }
    news.signal()
  }

  func end() {
    state.withLock { $0.isOver = true }
    news.signal()
  }

  func take() -> [UInt8] {
    state.withLock { state in
      defer { state.bytes = [] }
      return state.bytes
    }
  }

  func wait(_ milliseconds: Int) { _ = news.wait(timeout: .now() + .milliseconds(milliseconds)) }

  /// Whether it has ended and nothing it said is left.
  var isOver: Bool { state.withLock { $0.isOver && $0.bytes.isEmpty } }
}
