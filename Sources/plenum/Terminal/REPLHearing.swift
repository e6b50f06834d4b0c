import Facilitation
import Journal
import LineEditor
import Text
import Workshop

// An input is interpreted, and the reply carried out at the terminal or in a pipe.
extension REPL {
  mutating func hear(_ input: Input) -> Leave? {
    isLeaving = false
    let unsaved = interpreter.writer.unsaved.count
    interpreter.columns = columns
    var command: Command?
    do throws(LineError) {
      let asked = try interpreter.command(for: input)
      command = asked
      let hadVote = session.openVote != nil
      let reply = try interpreter.follow(asked)
      editor.labels = Labels(language)
      timebox.box?.language = language
      // Where a vote goes on, a screen that is repainted says already how many votes are in.
      let isOnScreen = hadVote && session.openVote != nil && !asked.isLook && editor.mode == .rich
      note = nil
      // Nothing is called saved that is only in memory.
      if interpreter.writer.isSaved, !isOnScreen, !takesLine(reply.effect), let sentence = reply.sentence {
        say(.said(sentence))
      }
      reportSaving(unsaved)
      if !takesLine(reply.effect) { show(reply.display) }
      return try reply.effect.map { effect throws(LineError) in try carryOut(effect) } ?? nil
    } catch {
      reportSaving(unsaved)
      refuse(input, command, error)
      return nil
    }
  }

  /// Whether an effect puts a text into the line instead of showing it; in a pipe there is no line to be changed.
  private func takesLine(_ effect: Reply.Effect?) -> Bool {
    guard editor.mode != .piped else { return false }
    return switch effect {
    case .edit, .offer: true
    case .export, .writeDraft, .save, .writeWorksheets, .compose, .clearScreen, .forget, .leave, nil: false
    }
  }

  private mutating func show(_ display: Reply.Display) {
    switch display {
    case .nothing: break
    case .lines(let lines): present(lines)
    case .page(let lines): present(lines, waits: true)
    case .onScreen(let lines): if editor.mode != .rich { show(lines) }
    }
  }

  private mutating func refuse(_ input: Input, _ command: Command?, _ error: LineError) {
    refuse(LineErrorText(session: session, localization: interpreter.localization).sentence(error))
    if editor.mode != .piped { giveBack(input, command) }
  }

  /// Says why a line, or what follows from it, did not happen.
  mutating func refuse(_ sentence: String) {
    refusals += 1
    guard editor.mode == .piped else { return say(.refused(sentence)) }
    system.streams.error(
      language.sentence(
        "files.script-error", ["file": "-", "line": String(editor.lineNumber), "message": sentence]))
  }

  /// A refused line comes back to be corrected. A command does not: what is typed next would be glued to it, and the
  /// arrow key brings it back. Lines of a paste behind it are not heard; they are shown, so that nothing is lost.
  private mutating func giveBack(_ input: Input, _ command: Command?) {
    if case .edit(let target, let new?)? = command,
      (try? session.find(answer: target)) != nil
        || session.sideItem(called: target) != nil
    {
      // The new text of an answer is an answer, whatever the command is called in this language.
      (editing, text) = (target, new)
    } else if !input.text.namesCommand || command?.isAnswer == true {
      text = input.text
    }
    guard !waiting.isEmpty else { return }
    let rest = waiting.map { StyledText("  " + $0) }
    show([StyledText("! " + language.sentence("reply.paste-stopped", count: waiting.count), .bold)] + rest)
    waiting.removeAll()
  }
}

extension Command {
  fileprivate var isAnswer: Bool { if case .answer = self { true } else { false } }
}
