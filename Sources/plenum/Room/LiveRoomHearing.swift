import Journal
import LineEditor
import Workshop

// What a line does: it is heard, and what was asked for is done.
extension LiveRoom {
  mutating func hear(_ line: String) -> Leave? {
    isLeaving = false
    let (before, hadEnded) = (session.position, session.hasEnded)
    let round = session.openVote
    let unsaved = room.recorder.unsaved.count
    do throws(Room.Hindrance) {
      let reply = try room.hear(line)
      editor.labels = Labels(language)
      timebox.box?.language = language
      // Nothing is called saved that is only in memory.
      if room.recorder.isSaved, !isOnScreen(round), let sentence = reply.sentence {
        say(.said(sentence))
      } else {
        note = nil
      }
      reportSaving(unsaved)
      let leave = try follow(reply.command)
      if let round { showResult(of: round.number) }
      if leave == nil, reply.command.walks { lookBack(leaving: before, hadEnded: hadEnded) }
      return leave
    } catch {
      reportSaving(unsaved)
      refuse(line, error)
      return nil
    }
  }

  /// Whether a vote goes on, in which the screen says already how many votes are in.
  private func isOnScreen(_ round: VoteRound?) -> Bool {
    guard let round, editor.mode == .rich else { return false }
    return session.openVote.map { $0.number == round.number && $0 != round } ?? false
  }

  /// What a command asks of the screen and of files, once it has happened.
  private mutating func follow(_ command: Command) throws(Room.Hindrance) -> Leave? {
    switch command {
    case .look(.suggest(let number)) where !number.isEmpty && editor.mode != .piped: try giveOut(suggestion: number)
    case .look(let look):
      do throws(Refusal) {
        present(
          try LookView(session: session, wording: room.wording, columns: columns, now: room.clock.now()).lines(look))
      } catch { throw .refused(error) }
    case .edit(let target, nil): giveOut(target)
    case .editor(let target): openEditor(on: target)
    case .goOn, .next, .skip: if session.hasEnded { writeDraft(ExportFormat.usual) }
    case .export(let formats): export(formats)
    case .save(let folder): save(to: folder)
    case .onRecord: sayLastSilence()
    case .redact, .pseudonym: forgetHidden()
    case .quit where !room.recorder.isSaved:
      keepAll(unfinished: "")
      return .unsaved
    case .quit where room.recorder.journal == nil: return .closed(refusals: 0)
    case .quit:
      editor.eraseFrame()
      writeDraft(ExportFormat.usual)
      editor.show([StyledText(language.sentence("reply.goodbye", ["title": session.title, "name": place.name]))])
      return .closed(refusals: refusals)
    case .answer, .back, .goto, .edit, .delete, .move, .undo, .redo, .addPerson, .by, .language, .run, .accept,
      .offRecord:
      break
    case .room(let command): try follow(command)
    }
    return nil
  }

  mutating func refuse(_ line: String, _ hindrance: Room.Hindrance) {
    refusals += 1
    let sentence = HindranceText(session: session, wording: room.wording).sentence(hindrance)
    if editor.mode == .piped {
      standardError(
        language.sentence(
          "files.script-error",
          ["file": "-", "line": String(editor.lineNumber), "message": sentence]))
    } else {
      say(.refused(sentence))
      giveBack(line)
    }
  }

  /// A refused line comes back to be corrected. A command does not: what is typed next would be glued to it, and the
  /// arrow key brings it back. Lines of a paste behind it are not heard; they are shown, so that nothing is lost.
  private mutating func giveBack(_ line: String) {
    let isCommand = line.hasPrefix("/") && !line.hasPrefix("//")
    // The new text of an answer is an answer, whatever the command is called in this language.
    if case .edit(let target, let new?)? = try? Command(parsing: line, in: language),
      oldText(of: target) != nil
    {
      editing = target
      text = new
    } else if !isCommand {
      text = line
    }
    guard !waiting.isEmpty else { return }
    let rest = waiting.map { StyledText("  " + ($0.hasPrefix("//") ? String($0.dropFirst()) : $0)) }
    show([StyledText("! " + language.sentence("reply.paste-stopped", count: waiting.count), .bold)] + rest)
    waiting.removeAll()
  }

  mutating func export(_ formats: [String]) {
    let (known, unknown) = ExportFormat.named(formats.joined(separator: ","))
    if let unknown {
      let all = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      return say(.refused(language.sentence("files.unknown-format", ["format": unknown, "known": all])))
    }
    writeDraft(known.isEmpty ? ExportFormat.usual : known)
  }

  mutating func writeDraft(_ formats: [ExportFormat]) {
    var files = DraftFiles(
      session: session, wording: room.wording, folder: place.folder, name: place.name, environment: environment)
    // Another program takes seconds for each of these, and the window would look as if it hung.
    if editor.mode == .rich, formats.contains(where: \.needsTool) {
      let room = self
      files.progress = { number, count, path in
        let file = path.split(separator: "/").last.map(String.init) ?? path
        room.show([
          StyledText(
            room.language.sentence(
              "export.progress", ["number": String(number), "count": String(count), "file": file]))
        ])
      }
    }
    do throws(Failure) {
      let outcome = try files.write(formats)
      show(
        outcome.paths.map { StyledText("✓ " + language.sentence("reply.draft-written", ["path": $0])) }
          + outcome.complaints.map { StyledText("! " + $0, .bold) })
    } catch {
      say(.refused(error.description))
    }
  }
}
