import Facilitation
import Journal
import LineEditor
import Workshop

extension SessionLauncher {
  /// Where a session is gone on with: in the folder that it was saved to since, where somebody says so, else here.
  ///
  /// - Throws: A failure that names the other folder, where nobody can be asked.
  func whereItWentOn(_ place: SessionLocation, _ editor: LineEditor) throws -> SessionLocation {
    guard let folder = place.wentOn else { return place }
    context.say(words.sentence("saving.went-on", ["name": place.name, "path": folder]))
    let there = SessionLocation(at: folder, storage: context.storage)
    guard context.storage.isThere(there.journal) else {
      context.say(words.sentence("saving.not-there", ["path": folder]))
      return place
    }
    guard editor.mode != .piped else {
      throw Failure(.noInput, words.sentence("saving.go-there-yourself", ["path": folder]))
    }
    let question = words.sentence(
      "saving.go-there", ["yes": words.yes.first ?? "yes", "no": words.no.first ?? "no"])
    guard try isAgreed(question, editor) else {
      // Whoever goes on here twice is not asked twice.
      place.forgetThatItWentOn()
      return place
    }
    return there
  }
}
