internal import Text
internal import Workshop

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
    for (name, text) in SessionsFolder.filesForGit {
      do { _ = try storage.statusOfPath("\(path)/\(name)") } catch {
        guard error == .noSuchFile else { return }
        try saveSafely(text.utf8, to: "\(path)/\(name)", storage: storage)
      }
    }
  }

  /// What git is told of the sessions.
  private static let filesForGit = [
    // Two copies of a journal are united by taking the lines of both, and their line feeds are left alone.
    (".gitattributes", "\(journalName) merge=union -text\n"),
    // Who has a session open here, and what was being typed, is nobody else's. Drafts are made anew from the journals: whoever
    // does not want them in the history takes the marks away.
    (
      ".gitignore",
      [
        ".open", "unfinished.txt", ".plenum-*.tmp", "#*/*.md", "#*/*.html", "#*/*.docx", "#*/*.odt", "#*/*.pptx",
        "#*/*.pdf",
      ]
      .map { $0 + "\n" }.joined()
    ),
  ]

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
    guard SessionsFolder.isNewName(name) else { throw .notASessionName }
    guard standing(as: name) == nil else { throw .alreadyExists }
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
    return names.compactMap { name in written(name).map { (name: name, written: $0) } }
      .sorted { ($0.written, $0.name) < ($1.written, $1.name) }
      .map(\.name)
  }

  /// The session whose name differs from a name in nothing but capitals and the way its letters are composed: on other
  /// systems both would be one folder.
  ///
  /// - Returns: Its name as it stands in the folder; nil when there is none.
  public func standing(as name: String) -> String? {
    let names = (try? storage.names(path)) ?? []
    if names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { return name }
    // Texts are equal whose letters are composed in another way.
    return names.first { $0.lowercased() == name.lowercased() }
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
    if let same = names.first(where: { $0.lowercased() == typed.lowercased() }) { return same }
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

  /// Whether a text can be the name of a new session: besides, no disk of any system refuses it or takes it for something
  /// else.
  public static func isNewName(_ text: String) -> Bool {
    guard isName(text), let last = text.utf8.last, last != UInt8(ascii: "."), last != UInt8(ascii: " ") else {
      return false
    }
    guard !text.unicodeScalars.contains(where: { "\\:*?\"<>|".unicodeScalars.contains($0) }) else { return false }
    let stem = text.prefix { $0 != "." }.lowercased()
    let isDevice =
      ["con", "prn", "aux", "nul"].contains(stem)
      || (stem.utf8.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
        && "123456789".contains(stem.last ?? "0"))
    return !isDevice
  }

  /// When a session was written last, by what its journal says, in milliseconds since 1970: a clone or a copy gives every
  /// file the same time. Nil when there is no session of that name. Nothing is found behind a symbolic link.
  private func written(_ name: String) -> Int64? {
    guard SessionsFolder.isName(name), let folder = try? storage.statusOfPath("\(path)/\(name)"),
      folder.kind == .folder
    else { return nil }
    let usual = "\(path)/\(name)/\(SessionsFolder.journalName)"
    guard let place = try? storage.statusOfPath(usual), place.kind == .regular else {
      return rescued("\(path)/\(name)").last?.modified
    }
    return storage.lastMoment(in: usual)?.millisecondsSince1970 ?? place.modified / 1_000_000
  }
}
