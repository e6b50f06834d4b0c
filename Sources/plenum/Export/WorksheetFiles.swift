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

  /// Writes the sheets.
  ///
  /// - Returns: The paths.
  /// - Throws: A failure that names the file that cannot be saved.
  func write(_ questions: [Question]) throws(Failure) -> [String] {
    let view = GroupView(session: session, localization: localization, columns: 80)
    let groups: [(name: String?, people: [String])] =
      session.groups.now.isEmpty
      ? [(nil, [])] : session.groups.now.enumerated().map { (view.name($0), $1.map(session.fullName)) }
    var paths: [String] = []
    for (place, group) in groups.enumerated() {
      let sheet = Worksheet(
        title: session.title, group: group.name, people: group.people, questions: questions, of: session,
        in: localization)
      let stem =
        "\(folder)/\(localization.language.sentence("groups.file-name"))\(groups.count > 1 ? "-\(place + 1)" : "")"
      for (path, text) in [(stem + ".md", sheet.markdown), (stem + ".html", sheet.html)] {
        do throws(JournalError) { try saveSafely(Array(text.utf8), to: path, storage: storage) } catch {
          throw Failure(error.status, JournalErrorText(language: localization.language, file: path).sentence(error))
        }
        paths.append(path)
      }
    }
    return paths
  }
}

extension Session {
  /// The name of a participant, else the initials.
  func fullName(of initials: String) -> String {
    participants.first { $0.initials == initials }.flatMap { $0.name.isEmpty ? nil : $0.name } ?? initials
  }
}
