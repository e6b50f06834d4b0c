import Dispatch
import Journal
import Subprocess
import Synchronization
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Another program that is run: without a shell, with a clean environment, and not for ever.
struct ChildProcess: Sendable {
  /// The path of the program.
  let program: String
  /// Its arguments.
  let arguments: [String]
  /// The folder it may write to; also its home.
  let folder: String
  /// The folders that it looks for programs in.
  let searchPath: String
  /// The seconds it may take.
  var seconds = 60
  /// The file in its folder that takes what it complains of: another for each that runs at the same time.
  var complaints = "complaints.txt"

  /// How it ended.
  enum Outcome: Equatable, Sendable {
    /// Well.
    case done
    /// With a failure; the last line it said.
    case failed(String)
    /// It took longer than it may, and was ended.
    case tooSlow
    /// This program was told to end by that signal meanwhile, so it was ended.
    case interrupted(by: Int32)
  }

  /// Runs it and waits for it. It is ended, with all that it has started, when it takes too long or when a signal comes that
  /// asks this program to end.
  func run() -> Outcome {
    let interruption = Interruption()
    defer { interruption.close() }
    let ended = DispatchSemaphore(value: 0)
    let result = Mutex<Outcome>(.done)
    let task = Task.detached {
      let outcome = await outcome()
      result.withLock { $0 = outcome }
      ended.signal()
    }
    var ticks = 0
    var reason: Outcome?
    while ended.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
      ticks += 1
      guard reason == nil else { continue }
      if let signal = interruption.signal { reason = .interrupted(by: signal) }
      if ticks > seconds * 50 { reason = .tooSlow }
      if reason != nil { task.cancel() }
    }
    return reason ?? result.withLock { $0 }
  }

  private func outcome() async -> Outcome {
    let complaints = folder + "/" + complaints
    var options = PlatformOptions()
    // A group of its own, so that what it starts is ended with it.
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500)),
    ]
    let variables = ["PATH": searchPath, "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"]
    do {
      let said = try FileDescriptor.open(
        FilePath(complaints), .readWrite, options: [.create, .truncate], permissions: [.ownerReadWrite])
      let result = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(arguments),
        environment: .custom(
          Dictionary(
            uniqueKeysWithValues: variables.compactMap { name, value in
              Environment.Key(rawValue: name).map { ($0, value) }
            })),
        workingDirectory: FilePath(folder), platformOptions: options, input: .none, output: .discarded,
        error: .fileDescriptor(said, closeAfterSpawningProcess: true))
      switch result.terminationStatus {
      case .exited(0): return .done
      case .exited(let code): return .failed(lastLine(of: complaints) ?? "status \(code)")
      case .signaled(let code): return .failed(lastLine(of: complaints) ?? "signal \(code)")
      }
    } catch { return .failed(String("\(error)".prefix(200))) }
  }

  /// The last line that it said.
  private func lastLine(of path: String) -> String? {
    let said = Storage.system.bytes(of: path, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
    return said?.split(separator: "\n").last.map { String($0.prefix(200)) }
  }
}

/// Notes that a signal asks this program to end, instead of ending it, as long as it is open. Several may be open at once,
/// and all of them see the signal.
private struct Interruption {
  private static let noted = Atomic<Int32>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// How many are open, and what signals did before the first.
  private static let open = Mutex<(count: Int, before: [sigaction])>((0, []))

  init() {
    Interruption.open.withLock { open in
      open.count += 1
      if open.count == 1 { open.before = Interruption.takeOver() }
    }
  }

  private static func takeOver() -> [sigaction] {
    noted.store(0, ordering: .relaxed)
    return signals.map { number in
      var (new, old) = (sigaction(), sigaction())
      let note: @convention(c) (Int32) -> Void = { Interruption.noted.store($0, ordering: .relaxed) }
      #if canImport(Darwin)
      unsafe new.__sigaction_u.__sa_handler = note
      #else
      unsafe new.__sigaction_handler.sa_handler = note
      #endif
      _ = unsafe sigaction(number, &new, &old)
      return old
    }
  }

  /// The signal that came last; nil when none has.
  var signal: Int32? {
    let number = Interruption.noted.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Lets signals do again what they did before.
  func close() {
    Interruption.open.withLock { open in
      open.count -= 1
      guard open.count == 0 else { return }
      for (number, var old) in zip(Interruption.signals, open.before) { _ = unsafe sigaction(number, &old, nil) }
    }
  }
}
