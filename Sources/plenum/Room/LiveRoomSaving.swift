import Draft
import Journal
import LineEditor
import Workshop

// What the room sees of saving: whether everything is on the disk, whether anything is recorded at all.
extension LiveRoom {
  /// What stands before the prompt when what is typed now is not simply on the disk afterwards.
  var stateOfRecording: StyledText {
    let key: String? =
      if room.recorder.journal == nil {
        "saving.looking"
      } else if !room.recorder.isSaved {
        "saving.prompt"
      } else if session.isOffRecord {
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
    show(room.takeFollowings().map { StyledText("! " + text.following($0), .bold) })
    if room.recorder.journal.map({ $0.path != place.journal }) == true, let path = room.recorder.journal?.path {
      place.file = path
    }
    if let trouble = room.recorder.trouble, !room.recorder.isSaved {
      say(.refused(text.trouble(trouble, file: place.journal, count: room.recorder.unsaved.count)))
    } else if before > 0, room.recorder.isSaved {
      say(.said(language.sentence("saving.again", count: before)))
    }
  }

  /// Everything into a folder of sessions elsewhere, to go on there.
  mutating func save(to typed: String) {
    let home = environment["HOME"] ?? ""
    let path = typed == "~" || typed.hasPrefix("~/") ? home + typed.dropFirst() : typed
    let sessions = SessionsFolder(path, storage: .system)
    do throws(JournalError) {
      try sessions.create()
      var new = try SessionPlace(place.name, in: sessions)
      // A folder that an attempt before has left is as good as a new one.
      if (try? sessions.createSession(named: new.name)) == nil, Files.read(new.journal, limit: .max) != nil {
        new = try SessionPlace(try sessions.createSession(titled: place.name), in: sessions)
      }
      for name in room.methodFiles {
        guard let bytes = Files.read(place.folder + "/" + name, limit: 1 << 21) else { continue }
        try saveSafely(bytes, to: new.folder + "/" + name, storage: .system)
      }
      try room.save(to: new.journal)
      place.forgetHolder()
      place = new
      place.note(Holder(environment: environment))
      say(
        .said(
          language.sentence("saving.elsewhere", ["path": place.journal, "name": place.name, "folder": path])))
    } catch {
      say(.refused(JournalErrorText(language: language, file: path).sentence(error)))
    }
  }

  /// Keeps what would be lost when the program ends now: what is not on the disk, and the line that was being typed.
  func keepAll(unfinished line: String) {
    if !session.isOffRecord { place.keep(unfinished: line) }
    guard !room.recorder.isSaved else { return }
    let folders = [place.folder, environment["HOME"], environment["TMPDIR"], "/tmp", "/var/tmp"].compactMap(\.self)
    editor.close()
    if let path = room.recorder.emergencyCopy(in: folders) {
      standardError(
        language.sentence("saving.emergency", ["path": path, "name": place.name, "new": place.name + "-2"]))
    } else {
      standardError(language.sentence("saving.lost", count: room.recorder.unsaved.count))
    }
  }

  /// How long nothing was recorded.
  mutating func sayLastSilence() {
    say(.said(language.sentence("hiding.on", count: session.silences.last?.minutes ?? 0)))
  }

  /// Takes what was hidden just now out of the history, and writes the drafts that are there anew.
  mutating func forgetHidden() {
    if let hiding = room.hiddenLately { editor.forget { hiding.canBeRead(in: $0) } }
    for code in session.method.languages {
      guard let wording = room.wording(in: code) else { continue }
      let files = DraftFiles(
        session: session, wording: wording, folder: place.folder, name: place.name, environment: environment)
      do throws(Failure) {
        let outcome = try files.write(files.filesThere)
        // What cannot be made anew must not stay as it was.
        for file in files.filesThere.map(\.path) where !outcome.paths.contains(file) { Files.remove(file) }
        TranscriptFiles.remove(of: files)
      } catch {
        say(.refused(error.description))
      }
    }
  }
}
