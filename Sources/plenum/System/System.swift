import Facilitation
import Journal
import Text

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The system that the program runs on, as one value: made once when the program starts, and handed down. A test hands in
/// another one.
struct System {
  /// The files.
  var storage: Storage
  /// The time, where the program runs.
  var clock: WallClock
  /// The time in a zone by its name in the IANA database; where the program runs when there is no such zone.
  var clockInZone: (String) -> WallClock
  /// The output streams.
  var streams: Streams
  /// The variables of the environment.
  var environment: [String: String]
  /// Who runs the program.
  var process: LockHolder
  /// The path of this program.
  var program: String
  /// Runs another program.
  var run: @Sendable (ChildProcess) -> ChildProcess.Outcome
  /// Starts another program and talks with it; nil when it cannot be started.
  var converse: (ChildProcess) -> Conversation?
  /// How many other programs it can run at once without one waiting for another.
  var cores = 1

  /// The real one.
  static func real() -> System {
    let environment = realEnvironment()
    return System(
      storage: .system, clock: .system(environment: environment), clockInZone: clock(inZone:),
      streams: Streams(
        output: { text in if !write(Array(text.utf8), to: 1) { throw OutputLost() } },
        error: { line in _ = write(Array((visible(line) + "\n").utf8), to: 2) }),
      environment: environment, process: .current(environment: environment), program: ownPath, run: { $0.run() },
      converse: { $0.converse() }, cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The system's clock in a zone: from here on the program is there.
  private static func clock(inZone name: String) -> WallClock {
    // The name may be anybody's: it is a name in the database, or nothing.
    let isName = name.utf8.allSatisfy {
      ("a"..."z").contains(Unicode.Scalar($0 | 0x20)) || "0123456789_+-/".utf8.contains($0)
    }
    let isKnown = name == "UTC" || (isName && Storage.system.isThere("/usr/share/zoneinfo/" + name))
    if isKnown, unsafe setenv("TZ", name, 1) == 0 {
      tzset()
      return .system(environment: ["TZ": name])
    }
    return .system(environment: realEnvironment())
  }

  /// The path of the program that answers phones; nil where it is not built.
  func phonesProgram() -> String? {
    PhonesProgram.path(of: program, named: environment["PLENUM_PHONES"], isThere: storage.isThere)
  }

  /// What was asked for could not be written.
  struct OutputLost: Error {}

  /// The path of the program that runs, without links; what it was started by, where the system does not say.
  private static var ownPath: String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &path, path.count)
    guard count > 0 else { return CommandLine.arguments.first ?? "" }
    return String(decoding: path.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func realEnvironment() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    while let pointer = unsafe entry.pointee {
      let text = unsafe String(cString: pointer)
      if let mark = text.firstIndex(of: "=") {
        variables[String(text[..<mark])] = String(text[text.index(after: mark)...])
      }
      unsafe entry += 1
    }
    return variables
  }

  /// Writes bytes to a descriptor, all of them.
  ///
  /// - Returns: Whether they were taken.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe writeBytes(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

#if canImport(Glibc)
private let writeBytes = unsafe Glibc.write
#elseif canImport(Darwin)
private let writeBytes = unsafe Darwin.write
#endif
