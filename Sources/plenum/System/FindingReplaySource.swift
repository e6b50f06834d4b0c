import Facilitation
import Journal
import Method
import Workshop

extension SessionLauncher {
  /// Finds what is to be replayed.
  ///
  /// - Parameters:
  ///   - typed: A script, a journal, the folder of a session, or its name.
  ///   - method: The method by name or file, where the person says it.
  /// - Returns: What it is, read.
  /// - Throws: A failure when there is none, or it cannot be used.
  func replaySource(_ typed: String, method: String?) throws -> ReplaySource {
    if let bytes = context.storage.bytes(of: typed, limit: Script.mostBytes),
      !bytes.starts(with: SessionLauncher.journalMark)
    {
      let script = Script(bytes)
      let (method, source) = try self.method(method ?? Library.builtIn)
      if let named = script.head.method, named.name != method.name {
        throw Failure(
          .badInput, words.sentence("script.other-method", ["file": typed, "method": named.name, "found": method.name]))
      }
      return ReplaySource(file: typed, content: .script(script, bytes: bytes), method: method, source: source)
    }
    let path: String
    do { path = try journalPath(typed) } catch {
      throw Failure(.noInput, words.sentence("script.no-file", ["file": typed]))
    }
    let contents = try saving(path) { () throws(JournalError) in try Journal.read(path, storage: context.storage) }
    for note in JournalErrorText(language: words, file: path).notes(contents) { context.say(note) }
    let (method, source) = try method.map(self.method) ?? self.method(of: contents.header, at: path)
    return ReplaySource(file: path, content: .journal(contents), method: method, source: source)
  }

  /// What a journal begins with.
  private static let journalMark = Array(#"{"journal""#.utf8)
}
