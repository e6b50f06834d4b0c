import Journal
import Method
import Workshop

/// What is replayed: a script or a journal, and the method it walks.
struct Recording {
  /// The file as it is named in messages.
  let file: String
  let content: Content
  let method: Workshop.Method
  let source: Library.Source

  /// What the file holds.
  enum Content {
    case script(Script, bytes: [UInt8])
    case journal(Reading)
  }

  /// What the folder of the session is called that is made of it, where nobody says otherwise.
  var title: String {
    switch content {
    case .script: Script.title(of: file)
    case .journal: Script.title(of: file.hasSuffix("/" + SessionsFolder.journalName) ? String(file.dropLast(14)) : file)
    }
  }

  /// The method it was recorded with, and its version; nil when it does not say.
  var recordedMethod: (name: String, version: String)? {
    switch content {
    case .script(let script, _): script.head.method
    case .journal(let reading): (reading.header.method, reading.header.methodVersion)
    }
  }

  /// Whether it was recorded with another version of the method, so that some of it may have no place now.
  var isOfAnotherVersion: Bool {
    recordedMethod.map { $0.name == method.name && $0.version != method.version } ?? false
  }

  /// What is played.
  var passages: Passages {
    switch content {
    case .script(let script, _): .lines(script.lines)
    case .journal(let reading): .entries(reading.told)
    }
  }
}

extension Desk {
  /// Finds what is to be replayed.
  ///
  /// - Parameters:
  ///   - typed: A script, a journal, the folder of a session, or its name.
  ///   - method: The method by name or file, where the person says it.
  /// - Returns: What it is, read.
  /// - Throws: A failure when there is none, or it cannot be used.
  func recording(_ typed: String, method: String?) throws -> Recording {
    if let bytes = Files.read(typed, limit: Script.mostBytes), !bytes.starts(with: Desk.journalMark) {
      let script = Script(bytes)
      let (method, source) = try self.method(method ?? Library.builtIn)
      if let named = script.head.method, named.name != method.name {
        throw Failure(
          .badInput, words.sentence("script.other-method", ["file": typed, "method": named.name, "found": method.name]))
      }
      return Recording(file: typed, content: .script(script, bytes: bytes), method: method, source: source)
    }
    let path: String
    do { path = try journalPath(typed) } catch {
      throw Failure(.noInput, words.sentence("script.no-file", ["file": typed]))
    }
    let reading = try saving(path) { () throws(JournalError) in try Journal.read(path, storage: .system) }
    for note in JournalErrorText(language: words, file: path).notes(reading) { standardError(note) }
    let (method, source) = try method.map(self.method) ?? self.method(of: reading.header, at: path)
    return Recording(file: path, content: .journal(reading), method: method, source: source)
  }

  /// What a journal begins with.
  private static let journalMark = Array(#"{"journal""#.utf8)
}
