import Draft
import Facilitation
import Journal
import LineEditor
import Text
import Workshop

// What a reply asks for outside of the session. What fails is refused like a line.
extension REPL {
  mutating func carryOut(_ effect: Reply.Effect) throws(LineError) -> Leave? {
    switch effect {
    case .export(let formats): writeDraft(formats)
    case .writeDraft: writeDraft(ExportFormat.usual)
    case .save(let folder): save(to: folder)
    case .writeWorksheets(let questions): writeWorksheets(questions)
    case .edit(let target, let text): if editor.mode != .piped { (editing, self.text) = (target, text) }
    case .compose(let target, let text): compose(target, text)
    case .offer(let text): if editor.mode != .piped { self.text = text }
    case .mend: mend()
    case .phones(let command): carryOut(command)
    // A tip or a note that was shown before must not stay on the screen.
    case .clearScreen:
      closePage()
      editor.clearScreen()
    case .forget(let redactions): forget(redactions)
    case .leave(let isSaved): return leave(isSaved: isSaved)
    }
    return nil
  }

  /// The next refused line into the line, to be changed.
  private mutating func mend() {
    guard let line = refused.lines.first else { return refuse(language.sentence("reply.nothing-to-mend")) }
    refused.lines.removeFirst()
    text = line
  }

  private mutating func leave(isSaved: Bool) -> Leave {
    guard isSaved else {
      keepAll(unfinished: "")
      phones?.close(keeps: true)
      return .unsaved
    }
    guard interpreter.writer.journal != nil else { return .closed(failure) }
    editor.eraseFrame()
    leavePhones()
    writeDraft(ExportFormat.usual)
    editor.show([StyledText(language.sentence("reply.goodbye", ["title": session.title, "name": place.name]))])
    return .closed(failure)
  }

  /// What a pipe ends with: that of the first effect that failed, else that lines were refused.
  private var failure: Failure.Status? { failed ?? (refusals > 0 ? .badInput : nil) }

  private mutating func writeDraft(_ formats: [ExportFormat]) {
    var files = DraftFiles(
      session: session, localization: interpreter.localization, folder: place.folder, name: place.name,
      system: system)
    files.missingLines = interpreter.writer.journal?.unreadableLines ?? 0
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
      show(outcome.paths.map { StyledText("✓ " + language.sentence("reply.draft-written", ["path": $0])) })
      for complaint in outcome.complaints { refuse(complaint) }
      show(outcome.notes.map { StyledText($0) })
      failed = failed ?? outcome.status
    } catch { fail(error) }
  }

  /// Writes a worksheet for each group.
  private mutating func writeWorksheets(_ questions: [Question]) {
    let files = WorksheetFiles(
      session: session, localization: interpreter.localization, folder: place.folder, storage: system.storage)
    do throws(Failure) {
      let written = try files.write(questions)
      show(written.kept.map { StyledText("! " + language.sentence("groups.sheet-kept", ["old": $0])) })
      show(written.paths.map { StyledText("✓ " + language.sentence("groups.sheet-written", ["path": $0])) })
    } catch { fail(error) }
  }

  /// Refuses what could not be carried out; a pipe ends with its status.
  mutating func fail(_ failure: Failure) {
    refuse(failure.description)
    failed = failed ?? failure.status
  }
}
