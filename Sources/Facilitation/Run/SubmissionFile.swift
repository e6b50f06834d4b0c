import Journal
import Text
package import Workshop

/// A file that a group hands in: a text, or the journal of a session of its own.
package struct SubmissionFile {
  /// Gives the bytes of a file; nil when there is none.
  package let read: (String) -> [UInt8]?
  /// The folder that `~` means.
  let home: String?
  /// The session it is taken into.
  package let session: Session

  /// What is in the file of that name.
  ///
  /// - Throws: A refusal when there is no such file, or it is neither text nor a journal of the same method.
  package func submission(_ typed: String) throws(Refusal) -> Submission {
    let meant = TypedPath(typed, home: home).path
    // A file may be called just what was typed, backslashes and all.
    let path = read(meant) == nil && read(typed) != nil ? typed : meant
    guard let bytes = read(path) else { throw .groups(.fileNotThere(path)) }
    let origin = Script.title(of: path)
    if bytes.starts(with: Array(#"{"journal""#.utf8)) {
      return Submission(origin: origin, content: .answers(try answers(of: bytes, path)))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .groups(.fileNotText(path)) }
    let lines = withoutUnseen(text).split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    return Submission(origin: origin, content: .lines(lines.map(String.init)))
  }

  private func answers(of bytes: [UInt8], _ path: String) throws(Refusal) -> [Answer] {
    guard let contents = try? JournalContents(of: bytes), contents.header.method == session.method.name else {
      throw .groups(.fileNotText(path))
    }
    var other = Session(method: session.method, language: contents.header.language, run: contents.header.run)
    for entry in contents.entries { other.apply(entry.events, as: entry.id, at: entry.at) }
    return other.method.questions.flatMap { other.answers(to: $0.id) }
  }
}
