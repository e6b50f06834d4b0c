import LineEditor
import Workshop

/// Break-outs in the live room.
extension LiveRoom {
  /// Writes a worksheet for each group.
  mutating func writeWorksheets(_ words: String) {
    guard let questions = try? session.questions(named: words, in: room.wording) else { return }
    let files = WorksheetFiles(session: session, wording: room.wording, folder: place.folder)
    do throws(Failure) {
      let paths = try files.write(questions)
      show(paths.map { StyledText("✓ " + language.sentence("groups.sheet-written", ["path": $0])) })
    } catch {
      say(.refused(error.description))
    }
  }

  /// What was taken in beside what was there, where both say nearly the same.
  mutating func showSimilar(from origin: String) {
    let view = GroupView(session: session, wording: room.wording, columns: columns)
    let lines = session.method.questions.flatMap { question -> [StyledText] in
      let isTouched = session.answers(to: question.id).contains { $0.handedIn == origin }
      guard isTouched, !session.similar(at: question.id).isEmpty else { return [] }
      return [StyledText(room.wording.texts.label(of: question.id))] + view.similar(at: question.id)
    }
    if !lines.isEmpty { present(lines, waits: true) }
  }
}
