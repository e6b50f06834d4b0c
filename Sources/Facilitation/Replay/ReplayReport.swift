import Text
package import Workshop

/// What a replay comes to: how many lines were heard, what was turned down, what is reply otherwise than expected.
package struct ReplayReport {
  /// The file as it is named in messages.
  package let file: String
  /// The words of the person at the keyboard.
  package let words: Language
  /// Whether every line that is turned down is reported, and not the first alone.
  package let keepsGoing: Bool
  /// Whether what has no place in the method now is left out and kept.
  package let isLenient: Bool
  private let streams: Streams

  package private(set) var heard = 0
  package private(set) var refused = 0
  package private(set) var unplaced: UnplacedLines
  package private(set) var compared = 0
  package private(set) var difference: Difference?
  /// The answers that are not as expected, by the numbers of the lines that say what is.
  package private(set) var answers: [(lines: [Int], answer: [String])] = []

  /// Nothing has been played.
  ///
  /// - Parameters:
  ///   - replaySource: What is played.
  ///   - words: The words of the person at the keyboard.
  ///   - keepsGoing: Whether all that is turned down is reported.
  ///   - streams: Where it is said.
  package init(_ replaySource: ReplaySource, _ words: Language, keepsGoing: Bool, to streams: Streams) {
    (file, self.words, self.keepsGoing, self.streams) = (replaySource.file, words, keepsGoing, streams)
    isLenient = replaySource.isOfAnotherVersion
    unplaced = UnplacedLines(
      form: replaySource.form,
      method: replaySource.recordedMethod ?? (replaySource.method.name, replaySource.method.version))
  }

  /// Says that it was recorded with another version of the method.
  package func announce(_ replaySource: ReplaySource) {
    guard isLenient else { return }
    streams.error(
      words.sentence(
        "script.other-version",
        [
          "file": file, "method": unplaced.method.name, "version": unplaced.method.version,
          "found": replaySource.method.version,
        ]))
  }

  /// Notes that a step was heard.
  package mutating func note(_ step: ReplayStep) {
    // A directive is nothing that was typed, but for Enter.
    if case .line(let line) = step.content, line.text != ScriptDirective.enter.line,
      ScriptDirective.isOne(line.text.utf8)
    {
      return
    }
    heard += 1
  }

  /// Says something about a step.
  package func say(_ sentence: String, at step: ReplayStep) {
    streams.error(
      words.sentence(
        "files.script-error", ["file": file, "line": String(step.number), "message": sentence]))
  }

  /// Notes a step that was turned down, and says so.
  ///
  /// - Returns: Whether the replay goes on.
  package mutating func note(_ failure: ReplayFailure) -> Bool {
    for line in ReplayFailureText(file: file, failure: failure, words: words).lines { streams.error(line) }
    switch failure.fault {
    case .noSuchQuestion: unplaced.add(failure)
    case .lineError, .lost:
      if isLenient { unplaced.add(failure) } else { refused += 1 }
    case .flaw: refused += 1
    }
    return keepsGoing || isLenient || refused == 0
  }

  /// Notes what was played at a terminal, and says what was turned down there.
  package mutating func note(_ engine: ReplayEngine) {
    let refused = Set(engine.failures.map(\.step.number))
    for step in engine.steps[..<engine.position] where !refused.contains(step.number) { note(step) }
    for failure in engine.failures { _ = note(failure) }
  }

  /// Compares an answer with what the script expects.
  ///
  /// - Returns: Whether the replay goes on.
  package mutating func compare(_ reply: Reply, of line: Script.Line, accepting isAccepting: Bool) throws -> Bool {
    guard let expected = line.expected else { return true }
    compared += 1
    let texts = reply.texts
    guard let difference = Expectation(lines: expected).difference(from: texts) else { return true }
    answers.append((expected.map(\.number), texts))
    guard !isAccepting else { return true }
    self.difference = difference
    let text = DifferenceText(file: file, line: line, difference: difference, words: words)
    try streams.output(text.lines.map { visible($0) + "\n" }.joined())
    return false
  }

  /// What the method requires and nobody reply, for a script that was written for another version of it.
  package func reportMissing(_ interpreter: Interpreter) {
    guard isLenient else { return }
    let open = interpreter.session.walk.filter {
      interpreter.session.requires($0) && !interpreter.session.isAnswered($0.id)
    }
    for question in open {
      streams.error(
        words.sentence(
          "script.still-missing",
          ["question": interpreter.localization.texts.label(of: question.id), "goto": question.id.rawValue]))
    }
  }
}
