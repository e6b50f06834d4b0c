internal import Text

/// The folder that holds the sessions, each in a folder of its own with its journal and its exports.
public struct SessionsFolder: Sendable {
  /// Where it is.
  public let path: String
  /// The files.
  package let storage: Storage

  /// The name of the journal in a session's folder.
  public static let journalName = "journal.jsonl"

  /// The folder there; it need not exist yet.
  public init(_ path: String, storage: Storage) {
    self.path = path
    self.storage = storage
  }

  /// Makes the folder, and those that it is in, unless it is there. Only its owner can look into it.
  ///
  /// - Throws: ``JournalError/cannotCreate(_:)``.
  public func create() throws(JournalError) {
    do { try storage.makeFolders(path) } catch { throw .cannotCreate(error) }
    let attributes = "\(path)/.gitattributes"
    do { _ = try storage.statusOfPath(attributes) } catch {
      guard error == .noSuchFile else { return }
      // git unites two copies of a journal by taking the lines of both, and leaves its line feeds alone.
      try saveSafely("\(SessionsFolder.journalName) merge=union -text\n".utf8, to: attributes, storage: storage)
    }
  }

  /// Makes the folder of a new session.
  ///
  /// - Parameter title: The session's title, from which the folder gets its name.
  /// - Returns: The name of the session; when another has it already, a number is added.
  /// - Throws: ``JournalError/cannotCreate(_:)`` or ``JournalError/syncFailed(_:)``.
  public func createSession(titled title: String) throws(JournalError) -> String {
    let name = SessionsFolder.folderName(for: title)
    var number = 1
    while true {
      let numbered = number == 1 ? name : "\(name)-\(number)"
      do {
        try storage.makeFolder("\(path)/\(numbered)")
      } catch {
        guard error == .exists, number < 10_000 else { throw .cannotCreate(error) }
        number += 1
        continue
      }
      do { try storage.syncFolder(path) } catch { throw .syncFailed(error) }
      return numbered
    }
  }

  /// Makes the folder of a new session under just that name.
  ///
  /// - Throws: ``JournalError/notASessionName``, ``JournalError/alreadyExists``, ``JournalError/cannotCreate(_:)`` or
  ///   ``JournalError/syncFailed(_:)``.
  public func createSession(named name: String) throws(JournalError) {
    let folder = try folder(of: name)
    do { try storage.makeFolder(folder) } catch {
      throw error == .exists ? .alreadyExists : .cannotCreate(error)
    }
    do { try storage.syncFolder(path) } catch { throw .syncFailed(error) }
  }

  /// The names of all sessions, the one that was written last at the end.
  ///
  /// - Throws: ``JournalError/cannotRead(_:)``; a folder that is not there holds no session.
  public func list() throws(JournalError) -> [String] {
    let names: [String]
    do { names = try storage.names(path) } catch {
      guard error != .noSuchFile else { return [] }
      throw .cannotRead(error)
    }
    return names.compactMap { name in modified(name).map { (name: name, modified: $0) } }
      .sorted { ($0.modified, $0.name) < ($1.modified, $1.name) }
      .map(\.name)
  }

  /// The folder of a session.
  ///
  /// - Throws: ``JournalError/notASessionName``.
  public func folder(of name: String) throws(JournalError) -> String {
    guard SessionsFolder.isName(name) else { throw .notASessionName }
    return "\(path)/\(name)"
  }

  /// Where the journal of a session is.
  ///
  /// - Throws: ``JournalError/notASessionName``.
  public func journalPath(of name: String) throws(JournalError) -> String {
    try "\(folder(of: name))/\(SessionsFolder.journalName)"
  }

  /// The session that is meant by its name, by an unambiguous beginning of it, or by its title.
  ///
  /// - Parameter typed: What was typed. A path is no name.
  /// - Returns: The name of a session that is there.
  /// - Throws: ``JournalError/notASessionName``, ``JournalError/notFound``, ``JournalError/ambiguous(_:)``.
  public func locate(_ typed: String) throws(JournalError) -> String {
    guard SessionsFolder.isName(typed) else { throw .notASessionName }
    let names = try list()
    if let exact = names.first(where: { $0.utf8.elementsEqual(typed.utf8) }) { return exact }
    let beginning = typed.lowercased()
    let title = SessionsFolder.folded(typed)
    var fitting = names.filter { $0.lowercased().hasPrefix(beginning) }
    if fitting.isEmpty, !title.isEmpty {
      if names.contains(title) { return title }
      fitting = names.filter { $0.hasPrefix(title) }
    }
    guard let first = fitting.first else { throw .notFound }
    guard fitting.count == 1 else { throw .ambiguous(fitting.sorted()) }
    return first
  }

  /// Whether a text can be the name of a session's folder: no path, nothing hidden, nothing that looks like an option,
  /// no control characters, at most 255 bytes.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 255 else { return false }
    return first != UInt8(ascii: ".") && first != UInt8(ascii: "-")
      && !text.unicodeScalars.contains { $0 == "/" || CharacterHazard($0) != nil }
  }

  /// When a session was written last; nil when there is none of that name. Nothing is found behind a symbolic link.
  private func modified(_ name: String) -> Int64? {
    guard SessionsFolder.isName(name), let folder = try? storage.statusOfPath("\(path)/\(name)"),
      folder.kind == .folder,
      let journal = try? storage.statusOfPath("\(path)/\(name)/\(SessionsFolder.journalName)"),
      journal.kind == .regular
    else { return nil }
    return journal.modified
  }
}
