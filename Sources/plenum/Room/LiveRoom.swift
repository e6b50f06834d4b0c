import Draft
import Journal
import LineEditor
import Workshop

/// The live loop: a question on the screen, a line typed, what came of it, until the facilitator leaves.
struct LiveRoom {
  var room: Room
  let editor: LineEditor
  var place: SessionPlace
  let environment: [String: String]

  /// What stands right above the prompt: what came of the line before.
  private(set) var note: Note?
  /// What the line holds at first: a refused line given back, an answer to be changed.
  private var text = ""
  /// The answer whose new text is being typed.
  private var editing: String?
  /// Pasted lines that are still to be heard.
  private var waiting: [String] = []
  /// What was asked to leave without being asked twice.
  private var isLeaving = false
  var timebox: (counted: Counted?, box: Timebox?)
  /// The question that was painted last; a change is news for a screen that is only added to.
  private var painted: QuestionID?
  private var refusals = 0
  /// What is shown a window at a time in place of the question.
  var pager: Pager?

  /// A line above the prompt.
  enum Note {
    case said(String)
    case refused(String)
  }

  /// A live room.
  ///
  /// - Parameters:
  ///   - room: The session and its journal.
  ///   - editor: Where lines are typed.
  ///   - place: Where the session's files are.
  ///   - environment: Where the person's own editor is named.
  init(room: Room, editor: LineEditor, place: SessionPlace, environment: [String: String]) {
    self.room = room
    self.editor = editor
    self.place = place
    self.environment = environment
    timebox = (nil, nil)
  }

  var session: Session { room.session }
  var language: Language { room.wording.language }

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
    while true {
      if let line = waiting.first, text.isEmpty {
        waiting.removeFirst()
        if let leave = hear(line) { return leave }
        continue
      }
      switch try editor.read(request()) {
      case .line(let line):
        if editor.mode == .piped, isSkipped(line) { continue }
        if turnPage(line) { continue }
        text = ""
        if let leave = hear(typed(line)) { return leave }
      case .pasted(let lines): take(lines)
      case .interrupted(let line): interrupt(line)
      case .endOfInput: if let leave = endOfInput() { return leave }
      case .terminated(let signal, let unfinished):
        keepAll(unfinished: unfinished)
        return .killed(by: signal)
      case .editorRequested(let line):
        text = line
        if let lines = edited(line) { take(lines) }
      }
    }
  }

  /// How a live session ends.
  enum Leave: Equatable {
    /// The facilitator left; so many lines were refused.
    case closed(refusals: Int)
    /// The facilitator left, or nothing more came, and not everything is on the disk.
    case unsaved
    /// A signal ended it.
    case killed(by: Int32)
  }

  // MARK: What is heard

  /// A line as it was typed, or the edit it stands for while an answer is being changed; a command ends that.
  private mutating func typed(_ line: String) -> String {
    guard let target = editing else { return line }
    editing = nil
    let isCommand = line.trimmed.hasPrefix("/") && !line.trimmed.hasPrefix("//")
    return isCommand || line.trimmed.isEmpty ? line : "/edit \(target) \(line)"
  }

  /// Several lines at once, from a paste or an editor: each is an answer where the question takes several, else they are
  /// one text that is looked at first. None of them is a command.
  private mutating func take(_ lines: [String]) {
    let lines = lines.map(\.trimmed).filter { !$0.isEmpty }
    let question = session.position.flatMap(session.method.question)
    let isOneText = editing != nil || session.asking != nil || session.hasEnded || question?.holdsOne != false
    guard lines.count > 1, !isOneText else {
      text = lines.joined(separator: " ")
      return
    }
    text = ""
    waiting = lines.map(literal)
  }

  private mutating func hear(_ line: String) -> Leave? {
    isLeaving = false
    let (before, hadEnded) = (session.position, session.hasEnded)
    let round = session.openVote
    let unsaved = room.recorder.unsaved.count
    do throws(Room.Hindrance) {
      let reply = try room.hear(line)
      editor.labels = Labels(language)
      timebox.box?.language = language
      // Nothing is called saved that is only in memory.
      if room.recorder.isSaved, let sentence = reply.sentence { say(.said(sentence)) } else { note = nil }
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

  /// The old text of an answer into the line, to be changed there.
  private mutating func giveOut(_ target: String) {
    guard let old = oldText(of: target) else { return }
    if editor.mode == .piped {
      say(.said(language.sentence("reply.current", ["answer": target, "text": old])))
    } else {
      editing = target
      text = old
    }
  }

  private func oldText(of target: String) -> String? {
    if let aside = session.aside(called: target) { return AsideText(wording: room.wording).typed(aside) }
    return (try? session.find(answer: target)).map { session.typed($0, in: room.wording) }
  }

  /// An answer that the question offers into the line, to be changed there.
  private mutating func giveOut(suggestion number: String) throws(Room.Hindrance) {
    do throws(Refusal) { text = try session.suggestion(number, in: room.wording) } catch { throw .refused(error) }
  }

  private mutating func refuse(_ line: String, _ hindrance: Room.Hindrance) {
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

  private mutating func export(_ formats: [String]) {
    let (known, unknown) = ExportFormat.named(formats.joined(separator: ","))
    if let unknown {
      let all = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      return say(.refused(language.sentence("files.unknown-format", ["format": unknown, "known": all])))
    }
    writeDraft(known.isEmpty ? ExportFormat.usual : known)
  }

  mutating func writeDraft(_ formats: [ExportFormat]) {
    let files = DraftFiles(
      session: session, wording: room.wording, folder: place.folder, name: place.name, environment: environment)
    do throws(Failure) {
      let outcome = try files.write(formats)
      show(
        outcome.paths.map { StyledText("✓ " + language.sentence("reply.draft-written", ["path": $0])) }
          + outcome.complaints.map { StyledText("! " + $0, .bold) })
    } catch {
      say(.refused(error.description))
    }
  }

  /// Drops the line; asked again with nothing to drop, says how to leave.
  private mutating func interrupt(_ line: String) {
    guard pager == nil else { return pager = nil }
    let hadNothing = line.isEmpty && editing == nil
    text = ""
    editing = nil
    say(.said(language.sentence(hadNothing ? "reply.how-to-leave" : "reply.interrupted")))
  }

  private mutating func endOfInput() -> Leave? {
    if editor.mode == .piped || isLeaving || session.findings(in: room.wording).isEmpty {
      if let leave = hear("/quit") { return leave }
      guard editor.mode == .piped else { return nil }
      keepAll(unfinished: "")
      return .unsaved
    }
    isLeaving = true
    let open = session.findings(in: room.wording).filter { $0.severity == .error }.count
    say(
      .said(
        [language.sentence("reply.still-open", count: open), language.sentence("reply.leave")].joined(separator: " ")))
    return nil
  }

  /// A text from the person's own editor, as lines; nil when there is none, which is said.
  private mutating func edited(_ text: String) -> [String]? {
    guard editor.mode != .piped else { return nil }
    do throws(ExternalEditorError) {
      return try editor.edit(text, environment: environment).split(separator: "\n").map(\.trimmed)
        .filter { !$0.isEmpty }
    } catch {
      say(.refused(language.sentence("editor.failed")))
      return nil
    }
  }

  /// An answer into the editor, and back into the line for a last look; a new text of several lines is answers.
  private mutating func openEditor(on target: String) {
    let old = target.isEmpty ? nil : oldText(of: target)
    guard let lines = edited(old ?? "") else { return }
    if old != nil { editing = target }
    take(lines)
  }

  /// A line that is meant as it is: a slash in it is no command.
  private func literal(_ line: String) -> String {
    line.trimmed.hasPrefix("/") ? "/" + line.trimmed : line
  }

  /// A pipe is read as a script is: blank lines and remarks are passed over.
  private func isSkipped(_ line: String) -> Bool {
    line.hasPrefix("#") || line.trimmed.isEmpty
  }

  // MARK: What is shown

  var columns: Int { max(editor.windowSize.columns, 20) }

  mutating func say(_ note: Note) {
    self.note = note
    if editor.mode != .rich { show([styled(note)]) }
  }

  func show(_ lines: [StyledText]) {
    guard !lines.isEmpty else { return }
    editor.eraseFrame()
    editor.show(broken(lines))
  }

  /// Lines broken at words, but for a pipe, where a line is a line.
  private func broken(_ lines: [StyledText]) -> [StyledText] {
    editor.mode == .piped ? lines : lines.flatMap { $0.wrapped(to: columns) }
  }

  private func styled(_ note: Note) -> StyledText {
    switch note {
    case .said(let text): StyledText("✓ ", .colour(.green, bold: true)) + StyledText(text)
    case .refused(let text): StyledText("! ", .colour(.red, bold: true)) + StyledText(text)
    }
  }

  private mutating func request() -> Request {
    setTimebox()
    if let pager { return request(below: pager) }
    let (session, wording, language) = (session, room.wording, language)
    let goesOn = goesOn
    let view = QuestionView(session: session, wording: wording, size: editor.windowSize, goesOn: goesOn)
    let note = note.map(styled)
    let isNew = painted != session.position || session.hasEnded
    painted = session.position
    let completions = Completions(session: session, wording: wording)
    return Request(
      above: { QuestionView(session: session, wording: wording, size: $0, goesOn: goesOn).lines(note: note) },
      news: isNew ? broken(view.news) : [],
      prompt: stateOfRecording
        + (editing.map { StyledText(language.sentence("screen.editing", ["answer": $0]), .bold) + " › " }
          ?? view.prompt),
      text: text, corner: timebox.box?.corner,
      complete: { completions.completions(of: $0, at: $1) },
      isPrivate: { session.isPrivate($0, in: language) || SavingText.isPrivate($0, in: session, language) })
  }
}
