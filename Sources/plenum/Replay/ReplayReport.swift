import LineEditor
import Workshop

/// What a replay comes to: how many lines were heard, what was turned down, what is answered otherwise than expected.
struct ReplayReport {
  /// The file as it is named in messages.
  let file: String
  /// The words of the person at the keyboard.
  let words: Language
  /// Whether every line that is turned down is reported, and not the first alone.
  let keepsGoing: Bool
  /// Whether what has no place in the method now is left out and kept.
  let isLenient: Bool

  private(set) var heard = 0
  private(set) var refused = 0
  private(set) var leftOut: LeftOut
  private(set) var compared = 0
  private(set) var difference: Difference?
  /// The answers that are not as expected, by the numbers of the lines that say what is.
  private(set) var answers: [(lines: [Int], answer: [String])] = []

  /// Nothing has been played.
  ///
  /// - Parameters:
  ///   - recording: What is played.
  ///   - words: The words of the person at the keyboard.
  ///   - keepsGoing: Whether all that is turned down is reported.
  init(_ recording: Recording, _ words: Language, keepsGoing: Bool) {
    (file, self.words, self.keepsGoing) = (recording.file, words, keepsGoing)
    isLenient = recording.isOfAnotherVersion
    leftOut = LeftOut(method: recording.recordedMethod ?? (recording.method.name, recording.method.version))
  }

  /// Says that it was recorded with another version of the method.
  func announce(_ recording: Recording) {
    guard isLenient else { return }
    standardError(
      words.sentence(
        "script.other-version",
        [
          "file": file, "method": leftOut.method.name, "version": leftOut.method.version,
          "found": recording.method.version,
        ]))
  }

  /// Notes that a passage was heard.
  mutating func note(_ passage: Passage) {
    // A cue is nothing that was typed, but for Enter.
    if case .line(let line) = passage.content, line.text != Cue.enter.line, Cue.isOne(line.text.utf8) { return }
    heard += 1
  }

  /// Notes a passage that was turned down, and says so.
  ///
  /// - Returns: Whether the replay goes on.
  mutating func note(_ stumble: Stumble) -> Bool {
    for line in StumbleText(file: file, stumble: stumble, words: words).lines { standardError(line) }
    switch stumble.fault {
    case .noSuchQuestion: leftOut.add(stumble)
    case .hindrance, .lost:
      if isLenient { leftOut.add(stumble) } else { refused += 1 }
    case .flaw: refused += 1
    }
    return keepsGoing || isLenient || refused == 0
  }

  /// Notes what was played at a terminal, and says what was turned down there.
  mutating func note(_ playback: Playback) {
    let refused = Set(playback.stumbles.map(\.passage.number))
    for passage in playback.passages[..<playback.position] where !refused.contains(passage.number) { note(passage) }
    for stumble in playback.stumbles { _ = note(stumble) }
  }

  /// Compares an answer with what the script expects.
  ///
  /// - Returns: Whether the replay goes on.
  mutating func compare(_ answered: Answered, of line: Script.Line, accepting isAccepting: Bool) throws -> Bool {
    guard let expected = line.expected else { return true }
    compared += 1
    let texts = answered.texts
    guard let difference = Expectation(lines: expected).difference(from: texts) else { return true }
    answers.append((expected.map(\.number), texts))
    guard !isAccepting else { return true }
    self.difference = difference
    let text = DifferenceText(file: file, line: line, difference: difference, words: words)
    try standardOutput(text.lines.map { visible($0) + "\n" }.joined(), language: words)
    return false
  }

  /// What the method requires and nobody answered, for a script that was written for another version of it.
  func reportMissing(_ room: Room) {
    guard isLenient else { return }
    let open = room.session.walk.filter { room.session.requires($0) && !room.session.isAnswered($0.id) }
    for question in open {
      standardError(
        words.sentence(
          "script.still-missing",
          ["question": room.wording.texts.label(of: question.id), "goto": question.id.rawValue]))
    }
  }
}
