import Draft
import Journal
import Workshop

/// Writes the draft of a session as files, each saved safely.
struct DraftFiles {
  let session: Session
  let wording: Wording
  /// The folder they are written to.
  let folder: String
  /// What their names begin with: the name of the session.
  let name: String

  private func path(_ format: ExportFormat) -> String {
    let word = wording.language.sentence("draft.file-name")
    return "\(folder)/\(name)-\(word).\(format.fileExtension)"
  }

  /// Whether the draft was written in a format before.
  func isThere(_ format: ExportFormat) -> Bool {
    (try? Storage.system.statusOfPath(path(format))) != nil
  }

  /// Writes the draft in each of these formats.
  ///
  /// - Returns: The paths, in the order of the formats.
  /// - Throws: A failure that names the file that cannot be saved; the old one is then untouched.
  func write(_ formats: [ExportFormat]) throws(Failure) -> [String] {
    guard !formats.isEmpty else { return [] }
    let document = Document(draftOf: session, in: wording)
    var paths: [String] = []
    for format in formats {
      let path = path(format)
      do throws(JournalError) { try saveSafely(format.bytes(of: document), to: path, storage: .system) } catch {
        throw Failure(error.status, JournalErrorText(language: wording.language, file: path).sentence(error))
      }
      paths.append(path)
    }
    return paths
  }
}
