import Facilitation
import Journal
import Workshop

/// Where the files of one session are.
struct SessionLocation {
  /// The session's name: that of its folder.
  var name: String
  /// The folder.
  var folder: String
  /// Where files are.
  let storage: Storage

  /// The place of a session among the others.
  init(_ name: String, in sessions: SessionsFolder) throws(JournalError) {
    self.name = name
    storage = sessions.storage
    folder = try sessions.folder(of: name)
    let (path, isRescued) = try sessions.journal(of: name)
    if isRescued { file = path }
  }

  /// A session in any folder.
  init(at folder: String, storage: Storage) {
    self.folder = folder
    self.storage = storage
    name = folder.split(separator: "/").last.map(String.init) ?? folder
  }

  /// The journal, where it is not under its usual name.
  var file: String?

  /// The journal.
  var journal: String { file ?? folder + "/" + SessionsFolder.journalName }
  /// The line that was being typed when a signal ended the program.
  private var unfinishedPath: String { folder + "/unfinished.txt" }

  /// Reads a file that is named by its path, or by its name beside a script or in the session's folder.
  func reads(besides script: String?) -> (String) -> [UInt8]? {
    storage.reader(in: [script?.folder, folder].compactMap(\.self))
  }

  private var wentOnPath: String { folder + "/went-on.txt" }

  /// Notes that the session went on in another folder. When that fails, it is only not offered later.
  func note(wentOnIn folder: String) {
    try? saveSafely(Array((folder + "\n").utf8), to: wentOnPath, storage: storage)
  }

  /// The folder in which the session went on; nil when it did not leave.
  var wentOn: String? {
    storage.bytes(of: wentOnPath, limit: 65_536).map { String(decoding: $0, as: UTF8.self).trimmed }.flatMap {
      $0.isEmpty ? nil : $0
    }
  }

  /// The session is gone on with here again.
  func forgetThatItWentOn() { storage.discard(wentOnPath) }

  /// Keeps a line that was typed but not entered. When even that fails, there is nobody left to tell.
  func keep(unfinished line: String) {
    guard !line.isEmpty else { return }
    try? saveSafely(Array(line.utf8), to: unfinishedPath, storage: storage)
  }

  /// The line that was kept, once: it is gone from the disk afterwards.
  func takeUnfinished() -> String? {
    guard let bytes = storage.bytes(of: unfinishedPath, limit: 65_536) else { return nil }
    storage.discard(unfinishedPath)
    let line = String(decoding: bytes, as: UTF8.self)
    return line.isEmpty ? nil : line
  }

  /// Whether others on this machine can read the journal, or look into its folder.
  var wasOpenToOthers: Bool {
    ((try? storage.statusOfPath(folder))?.permissions ?? 0) & 0o077 != 0
  }

  /// Lets only its owner look into the folder.
  func makePrivate() {
    guard wasOpenToOthers, let opened = try? storage.open(folder, .folder) else { return }
    try? storage.makePrivate(opened)
    try? storage.close(opened)
  }
}
