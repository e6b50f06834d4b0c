package import Text
import Workshop

/// A replay on the screen: a mark that says so, what the room saw, the next line as it is typed, and what the keys do.
package struct ReplayView {
  package let player: Player
  /// The file as it is named in messages.
  package let file: String

  package init(player: Player, file: String) {
    (self.player, self.file) = (player, file)
  }

  private var engine: ReplayEngine { player.engine }
  private var interpreter: Interpreter { engine.interpreter }
  private var language: Language { interpreter.localization.language }

  /// The picture for a terminal that is repainted.
  package var picture: Picture {
    let shown = player.menu == nil ? player.line ?? "" : ""
    let line = String(shown.prefix(player.isPaused ? Int.max : player.typed))
    return Picture(
      above: above, prompt: prompt, text: line, concealedFrom: concealedFrom(line),
      below: { size in keys.wrapped(to: size.columns) })
  }

  private func above(_ size: WindowSize) -> [StyledText] {
    let rows = size.rows - 1 - keys.wrapped(to: size.columns).count
    let body = WindowSize(columns: size.columns, rows: max(rows, 1))
    return [mark.truncated(to: size.columns)] + (stages ?? shown(body) ?? question(body))
  }

  private func question(_ size: WindowSize) -> [StyledText] {
    view(size).lines(note: note)
  }

  /// When a break is over, by the clock of the replay.
  private var goesOn: String {
    guard let pause = interpreter.session.time.breaks.last, !pause.isOver else { return "" }
    return interpreter.clock.timeOfDayText(pause.end, in: interpreter.localization.language)
  }

  private var prompt: StyledText {
    player.menu == nil ? view(size).prompt : ""
  }

  private func view(_ size: WindowSize) -> QuestionView {
    var view = QuestionView(
      session: interpreter.session, localization: interpreter.localization, size: size, goesOn: goesOn)
    view.importing = interpreter.importing
    return view
  }

  /// The size does not matter for what stands before a line.
  private var size: WindowSize { WindowSize(columns: Interpreter.pageColumns, rows: 24) }

  // MARK: The mark

  /// That this is a replay, how far it is, and how it goes on.
  package var mark: StyledText {
    let place = language.sentence(
      "replay.mark", ["number": String(engine.position), "count": String(engine.steps.count)])
    return StyledText(" \(place) ", Style(bold: true, reverse: true)) + StyledText("  \(state)")
  }

  /// How it goes on.
  package var state: String {
    guard player.line != nil else { return language.sentence("replay.end") }
    guard !player.isPaused else { return language.sentence("replay.paused") }
    // As it is typed behind --speed.
    let number = player.typing.speed
    let digits = number == number.rounded() ? String(Int(number)) : String(number)
    return language.sentence("replay.speed", ["speed": language.numbers.text(digits)])
  }

  /// What the keys do.
  package var keys: StyledText {
    StyledText(language.sentence(player.menu == nil ? "replay.keys" : "replay.stage-keys"))
  }

  // MARK: What became of the line before

  private var note: StyledText? {
    guard case .replied(let reply)? = player.last?.outcome else { return nil }
    return reply.sentence.map { StyledText("✓ ", .colour(.green, bold: true)) + StyledText($0) }
  }

  /// The lines that are shown for the line before; nil when there are none.
  package var outcome: [StyledText]? {
    switch player.last?.outcome {
    case nil: nil
    case .replied(let reply):
      reply.display.all.isEmpty ? nil : (note.map { [$0] } ?? []) + reply.display.all
    case .refused(let failure):
      ReplayFailureText(file: file, failure: failure, words: language).lines.enumerated().map { place, line in
        StyledText(place == 0 ? "! " + line : line, place == 0 ? .bold : .plain)
      }
    }
  }

  /// What fits of them, from the top, with a sign where more follows.
  private func shown(_ size: WindowSize) -> [StyledText]? {
    guard !player.isRead, let outcome else { return nil }
    let rows = outcome.flatMap { $0.wrapped(to: size.columns) }
    // The line that is typed takes rows, too.
    let interpreter = max(size.rows - 2, 2)
    guard rows.count > interpreter else { return rows }
    return rows.prefix(interpreter - 1) + [
      StyledText("⋮ " + language.sentence("editor.more", count: rows.count - interpreter + 1))
    ]
  }

  // MARK: Stages

  /// The stages to choose from; nil when nobody chooses.
  package var stages: [StyledText]? {
    guard let (starts, chosen) = player.menu else { return nil }
    let names = starts.starts.enumerated().map { place, start in
      let name = interpreter.localization.texts.stages[start.stage] ?? start.stage.rawValue
      let text = "\(place == chosen ? "›" : " ") \(place + 1)  \(name)"
      return StyledText(text, place == chosen ? Style(bold: true, reverse: true) : .plain)
    }
    return [StyledText(language.sentence("replay.stages"), .bold)] + names
  }

  // MARK: Where the screen is only added to

  /// The line that was played, and what it was reply; the question, when it is another one than before.
  package func news(isNewQuestion: Bool) -> [StyledText] {
    let line = player.last?.line ?? ""
    let spoken = [mark.plainText.trimmed, concealed(line)].filter { !$0.isEmpty }.joined(separator: " › ")
    let answer = outcome ?? (note.map { [$0] } ?? [])
    return [StyledText(spoken)] + answer + (isNewQuestion ? view(size).news : [])
  }

  /// From where on a line is for the facilitator alone.
  private func concealedFrom(_ line: String) -> Int? { interpreter.session.privatePart(of: line, in: language) }

  private func concealed(_ line: String) -> String {
    concealedFrom(line).map { line.prefix($0) + " …" } ?? line
  }
}
