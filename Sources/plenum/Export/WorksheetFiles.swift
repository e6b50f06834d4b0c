import Draft
import Facilitation
import Journal
import Workshop

/// Writes a worksheet for each group, as Markdown and as HTML, each saved safely.
struct WorksheetFiles {
  let session: Session
  let localization: Localization
  /// The folder they are written to.
  let folder: String
  let storage: Storage

  /// What was written, and what was left because somebody has written into it.
  struct Written {
    var paths: [String] = []
    var kept: [String] = []
  }

  /// Writes the sheets; one that somebody has written into stays as it is, and the new one stands beside it.
  ///
  /// - Returns: The paths.
  /// - Throws: A failure that names the file that cannot be saved.
  func write(_ questions: [Question]) throws(Failure) -> Written {
    let view = GroupView(session: session, localization: localization, columns: 80)
    let groups: [(name: String?, people: [String])] =
      session.groups.now.isEmpty
      ? [(nil, [])] : session.groups.now.enumerated().map { (view.name($0), $1.map(session.fullName)) }
    var written = Written()
    for (place, group) in groups.enumerated() {
      let sheet = Worksheet(
        title: session.title, group: group.name, people: group.people, questions: questions, of: session,
        in: localization)
      let stem = "\(folder)/\(name(questions))\(groups.count > 1 ? "-\(place + 1)" : "")"
      let free = freeStem(stem, sheet, noting: &written)
      for (path, text) in [(free + ".md", sheet.markdown), (free + ".html", sheet.html)] {
        do throws(JournalError) { try saveSafely(Array(text.utf8), to: path, storage: storage) } catch {
          throw Failure(error.status, JournalErrorText(language: localization.language, file: path).sentence(error))
        }
        written.paths.append(path)
      }
    }
    return written
  }

  /// What a sheet is called: after its question, or the first of them and how many more there are.
  private func name(_ questions: [Question]) -> String {
    let kind = localization.language.sentence("groups.file-name")
    guard let first = questions.first else { return kind }
    let label = SessionsFolder.folderName(for: localization.texts.label(of: first.id))
    return "\(kind)-\(label)" + (questions.count > 1 ? "-\(questions.count)" : "")
  }

  /// The name under which nothing stands that somebody has written into.
  private func freeStem(_ stem: String, _ sheet: Worksheet, noting written: inout Written) -> String {
    var number = 1
    while number < 1000 {
      let free = number == 1 ? stem : "\(stem)-\(number)"
      guard let there = storage.bytes(of: free + ".md", limit: 1 << 22), isWrittenInto(there) else { return free }
      written.kept.append(free + ".md")
      number += 1
    }
    return stem
  }

  /// Whether a sheet holds a line that no empty sheet has: what stands behind a bullet, or below no mark of its own.
  private func isWrittenInto(_ sheet: [UInt8]) -> Bool {
    let lines = String(decoding: sheet, as: UTF8.self).split(whereSeparator: \.isNewline).map(\.trimmed)
    return lines.contains { line in !(line == "-" || line.hasPrefix("#") || line.hasPrefix(">")) }
  }
}

extension Session {
  /// The name of a participant, else the initials.
  func fullName(of initials: String) -> String {
    participants.first { $0.initials == initials }.flatMap { $0.name.isEmpty ? nil : $0.name } ?? initials
  }
}
