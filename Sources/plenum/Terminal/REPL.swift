import Draft
import Facilitation
import Journal
import LineEditor
import Text
import Workshop

/// The live loop: a question on the screen, a line typed, what came of it, until the facilitator leaves.
struct REPL {
  var interpreter: Interpreter
  let editor: LineEditor
  var place: SessionLocation
  let system: System

  /// What stands right above the prompt: what came of the line before.
  var note: Note?
  /// What the line holds at first: a refused line given back, an answer to be changed.
  var text = ""
  /// Whether that is a refused line, which what is typed next stands in place of.
  var isSelected = false
  /// The refused lines that are still to be mended, the next one first, and the question they were said at.
  var refused: (lines: [String], question: QuestionID?) = ([], nil)
  /// The answer whose new text is being typed.
  var editing: String?
  /// What was asked to leave without being asked twice.
  var isLeaving = false
  var timebox: (counted: Counted?, box: Timebox?)
  /// The question that was painted last; a change is news for a screen that is only added to.
  var painted: QuestionID?
  var refusals = 0
  /// The status of the first effect that failed.
  var failed: Failure.Status?
  /// The room while it is open to phones.
  var phones: PhonesRoom?
  /// What is shown beside the question, until Enter or the next question.
  var shown = Shown.nothing
  /// Whether something was shown after the question, so that Enter only brings the question back.
  var isAside = false

  /// A line above the prompt.
  enum Note {
    case said(String)
    case refused(String)
  }

  /// A live room.
  ///
  /// - Parameters:
  ///   - interpreter: The session and its journal.
  ///   - editor: Where lines are typed.
  ///   - place: Where the session's files are.
  ///   - system: The system the program runs on.
  init(interpreter: Interpreter, editor: LineEditor, place: SessionLocation, system: System) {
    self.interpreter = interpreter
    self.editor = editor
    self.place = place
    self.system = system
    timebox = (nil, nil)
  }

  var session: Session { interpreter.session }
  var language: Language { interpreter.localization.language }

  /// Reads lines until the facilitator leaves.
  ///
  /// - Parameters:
  ///   - greeting: What is said first.
  ///   - unfinished: A line that was typed but not entered when the session was last interrupted.
  /// - Returns: How it ended.
  /// - Throws: ``LineEditorError`` when the terminal cannot be used.
  mutating func run(greeting: String?, unfinished: String?) throws(LineEditorError) -> Leave {
    note = greeting.map { .said($0) }
    text = unfinished ?? ""
    editor.labels = Labels(language)
    sayWhatPhonesLeft()
    while true {
      switch try editor.read(request()) {
      case .line(let entered):
        let line = withoutUnseen(entered)
        if editor.mode == .piped, isSkipped(line) { continue }
        if bringsBack(line) { continue }
        if isDamaged(line) {
          text = editor.mode == .piped ? "" : line.filter { $0 != "\u{FFFD}" }
          refuse(language.sentence("script.not-utf8"))
          continue
        }
        (text, isSelected) = ("", false)
        if let leave = hear(self.entered(line)) { return leave }
      case .pasted(let lines): take(lines)
      case .turned(let turn): turnPage(turn)
      case .interrupted(let line): interrupt(line)
      case .endOfInput: if let leave = endOfInput() { return leave }
      case .terminated(let signal, let unfinished):
        keepAll(unfinished: unfinished)
        phones?.close(keeps: true)
        return .killed(by: signal)
      case .editorRequested(let line):
        (text, isSelected) = (line, false)
        guard privacy.conceals(line) == nil else {
          say(.refused(language.sentence("screen.for-one")))
          continue
        }
        if let lines = edited(line) { take(lines) }
      }
    }
  }

  /// How a live session ends.
  enum Leave: Equatable {
    /// The facilitator left; with what a pipe ends when something was refused.
    case closed(Failure.Status?)
    /// The facilitator left, or nothing more came, and not everything is on the disk.
    case unsaved
    /// A signal ended it.
    case killed(by: Int32)
  }

  /// Drops the line; asked again with nothing to drop, says how to leave.
  private mutating func interrupt(_ line: String) {
    let hadNothing = line.isEmpty && editing == nil
    (text, isSelected) = ("", false)
    editing = nil
    say(.said(hadNothing ? leaving("reply.how-to-leave") : language.sentence("reply.interrupted")))
  }

  private mutating func endOfInput() -> Leave? {
    if editor.mode == .piped || isLeaving || session.findings(in: interpreter.localization).isEmpty {
      if let leave = hear(.leave) { return leave }
      guard editor.mode == .piped else { return nil }
      keepAll(unfinished: "")
      return .unsaved
    }
    isLeaving = true
    let open = session.findings(in: interpreter.localization).filter { $0.severity == .error }.count
    say(
      .said(
        [language.sentence("reply.still-open", count: open), leaving("reply.leave")].joined(separator: " ")))
    return nil
  }

  /// How to leave; that everything is saved is said only where it is.
  private func leaving(_ key: String) -> String {
    let unsaved = interpreter.writer.unsaved.count
    return unsaved == 0 ? language.sentence(key) : SavingText(language: language).leaving(unsaved)
  }

  /// Whether bytes of a line were not UTF-8: it is refused, as a line of a script is.
  private func isDamaged(_ line: String) -> Bool {
    editor.mode == .piped ? editor.lastLineIsDamaged : line.contains("\u{FFFD}")
  }

  /// A pipe is read as a script is: blank lines and remarks are passed over.
  private func isSkipped(_ line: String) -> Bool {
    line.hasPrefix("#") || line.trimmed.isEmpty
  }
}
