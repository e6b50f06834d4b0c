import Facilitation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Running another program: without a shell, with a clean environment, and not for ever.
struct ChildProcess {
  /// How it ended.
  enum Outcome: Equatable {
    /// Well.
    case done
    /// With a failure; the last line it said.
    case failed(String)
    /// It took longer than it may, and was ended.
    case tooSlow
  }

  /// The folder it may write to; also its home.
  let folder: String
  /// The folders programs are looked for in.
  let searchPath: String
  /// The seconds it may take.
  var seconds = 60

  /// The path of a program, or nil when there is none of that name.
  func find(_ name: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }.first { unsafe access($0, X_OK) == 0 }
  }

  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: Its arguments.
  ///   - output: A file for what it writes to standard output; nowhere when nil.
  /// - Returns: How it ended.
  func run(_ program: String, _ arguments: [String], output: String? = nil) -> Outcome {
    let complaints = folder + "/complaints.txt"
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output ?? "/dev/null", writing, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, complaints, writing, 0o600)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it starts is ended with it.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let settings = ["PATH=" + searchPath, "HOME=" + folder, "TMPDIR=" + folder, "LANG=C.UTF-8", "LC_ALL=C.UTF-8"]
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var variables = unsafe settings.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    guard code == 0 else { return .failed(unsafe String(cString: strerror(code))) }
    guard let status = wait(for: process) else { return .tooSlow }
    if status == 0 { return .done }
    let said = Files.read(complaints, limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let last = said.split(separator: "\n").last.map { String($0.prefix(200)) }
    return .failed(last ?? "status \(status)")
  }

  /// The status a process ended with; nil when it had to be ended.
  private func wait(for process: pid_t) -> Int32? {
    var status: Int32 = 0
    // Looked at every hundredth of a second: those that are waited for take a good part of one at least.
    for _ in 0..<(seconds * 100) {
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process { return status }
      if ended < 0, errno != EINTR { return -1 }
      usleep(10_000)
    }
    kill(-process, SIGKILL)
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return nil
  }
}
