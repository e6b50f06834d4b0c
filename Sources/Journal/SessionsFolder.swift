#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder in which every session has a folder of its own, with its journal and what is exported from it.
public struct SessionsFolder: Sendable {
  /// Its path.
  public let path: String
  private let storage: Storage

  /// The folder at a path; it need not be there yet.
  public init(path: String, storage: Storage) {
    self.path = path
    self.storage = storage
  }

  /// The name of a journal in the folder of its session.
  public static let journalName = "journal.jsonl"
  /// The most bytes of the name of a session.
  public static let mostNameBytes = 80

  /// The folder of a session.
  public func folder(of name: String) -> String {
    path + "/" + name
  }

  /// The names of the sessions, the one that was started first in front.
  ///
  /// - Throws: ``JournalError`` when the folder is there and cannot be read.
  public func list() throws(JournalError) -> [String] {
    guard let status = storage.statusOfPath(path + "/.") else { return [] }
    guard status.isFolder, let names = storage.names(path) else { throw .cannotRead(path, errno: ENOTDIR) }
    let sessions = names.filter { name in
      SessionsFolder.isName(name) && storage.statusOfPath(folder(of: name))?.isFolder == true
        && storage.statusOfPath(folder(of: name) + "/" + SessionsFolder.journalName)?.isRegular == true
    }
    let started = sessions.map { name in
      let header = try? Journal.read(at: folder(of: name) + "/" + SessionsFolder.journalName, storage: storage).header
      return (name: name, at: header?.created ?? Moment(millisecondsSince1970: 0))
    }
    return started.sorted { ($0.at, $0.name) < ($1.at, $1.name) }.map(\.name)
  }

  /// Makes the folder of a new session, for its owner alone.
  ///
  /// - Parameters:
  ///   - name: The name it must have; nil makes one from the title that is not taken yet.
  ///   - title: What the session is called.
  /// - Returns: Its name.
  /// - Throws: ``JournalError`` when the name cannot be one, is taken, or the folder cannot be made.
  public func create(name: String?, title: String) throws(JournalError) -> String {
    if let name, !SessionsFolder.isName(name) { throw .badName(name) }
    try makeFolders(path)
    try keepMergeable()
    let wanted = name ?? SessionsFolder.name(for: title)
    for number in 1...9999 {
      let candidate = number == 1 ? wanted : "\(wanted)-\(number)"
      let status = storage.makeFolder(folder(of: candidate), 0o700)
      if status >= 0 { return candidate }
      guard -status == EEXIST else { throw .cannotCreate(folder(of: candidate), errno: -status) }
      if name != nil { throw .nameTaken(candidate) }
    }
    throw .nameTaken(wanted)
  }

  /// Whether a text can be the name of a session: letters, digits, `-`, `_` and `.`, not hidden, not too long.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.count <= mostNameBytes, first != ".", first != "-" else {
      return false
    }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        || "-_.".unicodeScalars.contains(scalar)
    }
  }

  /// The name a title gives: small ASCII letters and digits, everything else a hyphen. Letters of the north become what
  /// they are in an address: `Kringla & Korn` gives `kringla-korn`, `Blåbær` gives `blaabaer`.
  public static func name(for title: String) -> String {
    let letters: [Character: String] = [
      "æ": "ae", "ä": "a", "ø": "o", "ö": "o", "å": "aa", "é": "e", "è": "e", "ê": "e", "ë": "e", "ü": "u", "ï": "i",
      "á": "a", "à": "a", "ó": "o", "ò": "o", "ô": "o", "ß": "ss", "ð": "d", "þ": "th", "ç": "c", "ñ": "n", "š": "s",
      "ž": "z",
    ]
    var name = ""
    for character in title.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        name.append(character)
      } else if let plain = letters[character] {
        name += plain
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    name = String(name.prefix(60))
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? "session" : name
  }

  private func makeFolders(_ path: String) throws(JournalError) {
    if let status = storage.statusOfPath(path + "/.") {
      guard status.isFolder else { throw .notRegular(path) }
      return
    }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try makeFolders(String(path[..<slash])) }
    let status = storage.makeFolder(path, 0o700)
    guard status >= 0 || -status == EEXIST else { throw .cannotCreate(path, errno: -status) }
  }

  /// Tells git, should the folder be kept there, that journals are merged by keeping the lines of both sides.
  private func keepMergeable() throws(JournalError) {
    let file = path + "/.gitattributes"
    guard storage.statusOfPath(file) == nil else { return }
    try saveSafely(Array("*/\(SessionsFolder.journalName) merge=union\n".utf8), to: file, storage: storage)
  }
}
