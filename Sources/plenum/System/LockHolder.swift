import Facilitation
import Journal
import Workshop

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Who has a session open, for whoever opens it a second time. It is only a note: what keeps the second one out is the lock
/// of the journal.
struct LockHolder: Equatable {
  var user: String
  var host: String
  var process: String

  /// Whoever runs this program.
  static func current(environment: [String: String]) -> LockHolder {
    var name = [CChar](repeating: 0, count: 256)
    _ = unsafe gethostname(&name, name.count - 1)
    return LockHolder(
      user: environment["USER"] ?? environment["LOGNAME"] ?? String(getuid()),
      host: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self),
      process: String(getpid()))
  }

  init(user: String, host: String, process: String) {
    (self.user, self.host, self.process) = (user, host, process)
  }

  /// Whoever left a note; nil when it is none.
  init?(_ note: [UInt8]) {
    let lines = String(decoding: note, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count == 3 else { return nil }
    (user, host, process) = (lines[0], lines[1], lines[2])
  }

  /// Whether the program that left the note still runs; on another machine nobody can tell, and the note is believed.
  func isThere(asSeenBy own: LockHolder) -> Bool {
    guard host == own.host, let number = pid_t(process) else { return true }
    return kill(number, 0) == 0 || errno == EPERM
  }

  /// The note.
  var note: [UInt8] { Array([user, host, process].joined(separator: "\n").utf8) + [0x0A] }

  /// Who it is, in words.
  func text(_ language: Language) -> String {
    language.sentence("saving.holder", ["user": user, "host": host, "process": process])
  }
}

extension SessionLocation {
  private var holderPath: String { folder + "/.open" }

  /// Leaves a note who has the session open; it is no harm when that fails.
  func note(_ lockHolder: LockHolder) {
    try? saveSafely(lockHolder.note, to: holderPath, storage: storage, isLasting: false)
  }

  /// Who has the session open, as far as it was noted.
  var lockHolder: LockHolder? { storage.bytes(of: holderPath, limit: 1024).flatMap { LockHolder($0) } }

  /// Takes the note away.
  func forgetHolder() { storage.discard(holderPath) }
}

extension SessionLauncher {
  /// Says that a disk is not this machine's own: there a line may be somewhere else than on a disk when the prompt is back.
  func warnOfNetwork(_ place: SessionLocation, _ language: Language) {
    guard context.storage.isOnNetwork(place.folder) else { return }
    context.say(language.sentence("saving.network", ["folder": place.folder]))
  }
}
