import Draft
import Facilitation
import Journal
import LineEditor
import Text
import Workshop

// What the room sees of saving: whether everything is on the disk, whether anything is recorded at all.
extension REPL {
  /// What stands before the prompt when what is typed now is not simply on the disk afterwards.
  var stateOfRecording: StyledText {
    let key: String? =
      if interpreter.writer.journal == nil {
        "saving.looking"
      } else if !interpreter.writer.isSaved {
        "saving.prompt"
      } else if session.privacy.isOffRecord {
        "hiding.prompt"
      } else {
        nil
      }
    return key.map { StyledText(language.sentence($0), .colour(.red, bold: true)) + " " } ?? ""
  }

  /// Says what became of what was not on the disk, and what had to be done so that the session could go on.
  ///
  /// - Parameter before: How many entries were not on the disk before.
  mutating func reportSaving(_ before: Int) {
    let text = SavingText(language: language)
    show(interpreter.takeRecoveries().flatMap(text.recovery).map { StyledText("! " + $0, .bold) })
    if interpreter.writer.journal.map({ $0.path != place.journal }) == true, let path = interpreter.writer.journal?.path
    {
      place.file = path
    }
    if let trouble = interpreter.writer.trouble, !interpreter.writer.isSaved {
      say(.refused(text.trouble(trouble, file: place.journal, count: interpreter.writer.unsaved.count)))
    } else if before > 0, interpreter.writer.isSaved {
      say(.said(language.sentence("saving.again", count: before)))
    }
  }

  /// Everything into a folder of sessions elsewhere, to go on there.
  mutating func save(to typed: String) {
    let path = TypedPath(typed, home: system.environment["HOME"]).path
    let sessions = SessionsFolder(path, storage: system.storage)
    do throws(JournalError) {
      try sessions.create()
      var new = try SessionLocation(place.name, in: sessions)
      // A folder that an attempt before has left is as good as a new one.
      if (try? sessions.createSession(named: new.name)) == nil,
        system.storage.bytes(of: new.journal, limit: .max) != nil
      {
        new = try SessionLocation(try sessions.createSession(titled: place.name), in: sessions)
      }
      for name in interpreter.methodFiles {
        guard let bytes = system.storage.bytes(of: place.folder + "/" + name, limit: 1 << 21) else { continue }
        try saveSafely(bytes, to: new.folder + "/" + name, storage: system.storage)
      }
      try interpreter.save(to: new.journal)
      place.forgetHolder()
      if new.folder != place.folder { place.note(wentOnIn: absolute(new.folder)) }
      new.forgetThatItWentOn()
      place = new
      place.note(system.process)
      say(
        .said(
          language.sentence("saving.elsewhere", ["path": place.journal, "name": place.name, "folder": path])))
    } catch {
      fail(Failure(error.status, JournalErrorText(language: language, file: path).sentence(error)))
    }
  }

  /// A path that means the same wherever the program is started next.
  private func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = system.environment["PWD"], here.hasPrefix("/") else { return path }
    return here + "/" + path
  }

  /// Keeps what would be lost when the program ends now: what is not on the disk, and the line that was being typed.
  func keepAll(unfinished line: String) {
    if !session.privacy.isOffRecord { place.keep(unfinished: line) }
    guard !interpreter.writer.isSaved else { return }
    let folders = [place.folder, system.environment["HOME"], system.environment["TMPDIR"], "/tmp", "/var/tmp"]
      .compactMap(\.self)
    editor.close()
    if let path = interpreter.writer.emergencyCopy(in: folders) {
      system.streams.error(
        language.sentence("saving.emergency", ["path": path, "name": place.name, "new": place.name + "-2"]))
    } else {
      system.streams.error(language.sentence("saving.lost", count: interpreter.writer.unsaved.count))
    }
  }

  /// Takes what was hidden just now out of the history, and writes the drafts that are there anew.
  mutating func forget(_ redactions: Redactions) {
    editor.forget { redactions.canBeRead(in: $0) }
    for code in session.method.languages {
      guard let localization = interpreter.localization(in: code) else { continue }
      let files = DraftFiles(
        session: session, localization: localization, folder: place.folder, name: place.name, system: system)
      do throws(Failure) {
        let outcome = try files.write(files.filesThere)
        // What cannot be made anew must not stay as it was.
        for file in files.filesThere.map(\.path) where !outcome.paths.contains(file) { system.storage.discard(file) }
        TranscriptFiles.remove(of: files)
      } catch { fail(error) }
    }
  }
}
