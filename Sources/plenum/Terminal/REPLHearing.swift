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
    let position = session.position
    receiveLetters()
    let vote = session.openVote?.number
    var closing: Int?
    defer { tellPhones(since: vote, closing: closing) }
    do throws(LineError) {
      let asked = try interpreter.command(for: input)
      let hadVote = session.openVote != nil
      closing = prepare(interpreter.phones.meaning(of: asked, in: session))
      let reply = try interpreter.follow(asked)
      editor.labels = Labels(language)
      timebox.box?.language = language
      // Where a vote goes on, a screen that is repainted says already how many votes are in.
      let isOnScreen = hadVote && session.openVote != nil && !asked.isLook && editor.mode == .rich
      note = nil
      // What was shown for one question is gone at the next, and what another command shows stands in its place.
      if !asked.isAnswer || session.position != position { shown = .nothing }
      isAside = false
      // Nothing is called saved that is only in memory.
      if interpreter.writer.isSaved, !isOnScreen, !takesLine(reply.effect), let sentence = reply.sentence {
        say(.said(sentence))
      }
      reportSaving(unsaved)
      if !takesLine(reply.effect) { show(reply.display) }
      let leave = try reply.effect.map { effect throws(LineError) in try carryOut(effect) } ?? nil
      if asked.isAnswer { offerNextRefused() }
      return leave
    } catch {
      reportSaving(unsaved)
      refuse(input, error)
      return nil
    }
  }

  /// Whether an effect puts a text into the line instead of showing it; in a pipe there is no line to be changed.
  private func takesLine(_ effect: Reply.Effect?) -> Bool {
    guard editor.mode != .piped else { return false }
    return switch effect {
    case .edit, .offer, .mend: true
    case .export, .writeDraft, .save, .writeWorksheets, .compose, .phones, .clearScreen, .forget, .leave, nil: false
    }
  }

  private mutating func show(_ display: Reply.Display) {
    switch display {
    case .nothing: break
    case .lines(let lines): present(lines)
    case .page(let lines): present(lines, waits: true)
    case .onScreen(let lines, let before): editor.mode == .rich ? present(before) : show(before + lines)
    }
  }

  private mutating func refuse(_ input: Input, _ error: LineError) {
    let sentence = LineErrorText(session: session, localization: interpreter.localization).sentence(error)
    let line = line(of: input)
    guard editor.mode != .piped, !line.isEmpty else { return refuse(sentence) }
    refuse(sentence + " " + howToMend)
    (text, isSelected) = (line, true)
    // One of several that were refused together is still the first of them.
    if refused.lines.count > 1, refused.question == session.position {
      refused.lines[0] = line
    } else {
      refused = ([line], session.position)
    }
  }

  /// How a refused line is mended, in a few words.
  private var howToMend: String {
    editor.mode == .rich
      ? language.sentence("reply.mend")
      : language.sentence("reply.mend-plain", ["command": "/" + CommandName.mend.shown(in: language)])
  }

  /// An input as it is offered again where it was refused: a line that means the same whatever is being changed.
  private func line(of input: Input) -> String {
    guard case .revision(let target, let text) = input else { return input.text }
    return "/\(CommandName.edit.shown(in: language)) \(target) \(text)"
  }

  /// Says why a line, or what follows from it, did not happen.
  mutating func refuse(_ sentence: String) {
    refusals += 1
    guard editor.mode == .piped else { return say(.refused(sentence)) }
    system.streams.error(
      language.sentence(
        "files.script-error", ["file": "-", "line": String(editor.lineNumber), "message": sentence]))
  }
}

extension Command {
  fileprivate var isAnswer: Bool {
    switch self {
    case .answer, .row: true
    case .goOn, .next, .back, .skip, .goto, .edit, .editor, .mend, .delete, .move, .undo, .redo, .language, .run,
      .accept, .look, .takeSuggestions, .walkGaps, .export, .save, .sideItem, .vote, .time, .people, .groups,
      .iteration,
      .phones, .inbox, .measure, .screen, .privacy, .quit:
      false
    }
  }
}
