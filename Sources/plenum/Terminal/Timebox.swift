import Facilitation
import LineEditor
import Text
import Workshop

/// The time left for a question or a break, as the corner of the prompt row shows it. How much is gone comes from the
/// journal, so that a crash or a lid that was shut changes nothing.
final class Timebox {
  /// The language of its words.
  var language: Language
  private var length: Duration
  private var gone: Duration
  private var start: Duration?
  /// What rings when the time is up.
  private let bell: () -> Void
  /// Whether there was time left when it was read last.
  private var hadTime = false

  /// A timebox of so many seconds, of which so many are gone; nil for a question that takes no workshop time.
  init?(seconds: Int?, gone: Int = 0, language: Language, bell: @escaping () -> Void = {}) {
    guard let seconds, seconds > 0 else { return nil }
    self.language = language
    self.bell = bell
    length = .seconds(seconds)
    self.gone = .seconds(gone)
  }

  /// Sets it anew, by what the journal has.
  func set(seconds: Int, gone: Int) {
    length = .seconds(seconds)
    self.gone = .seconds(gone)
    start = nil
  }

  /// The corner of the prompt row.
  var rightPrompt: RightPrompt {
    RightPrompt { now in self.content(at: now) }
  }

  private func content(at now: Duration) -> RightPrompt.Content {
    let begun = start ?? now - gone
    start = begun
    let left = length - (now - begun)
    // Whole seconds, so that the text changes just when it says so: 04:12 stands until 04:11 begins.
    let seconds = left.components.seconds + (left.components.attoseconds > 0 ? 1 : 0)
    let next = begun + length - .seconds(seconds - 1)
    if seconds <= 0, hadTime { bell() }
    hadTime = seconds > 0
    return RightPrompt.Content(text: text(seconds), announcement: announcement(seconds), changes: next)
  }

  /// The clock changes by word at five minutes, by a sign at one and by another word at zero; a threshold that the
  /// question does not even have is none.
  private func text(_ seconds: Int64) -> StyledText {
    let time = minutesAndSeconds(abs(seconds))
    let length = length.components.seconds
    if seconds <= 0 {
      return StyledText(language.sentence("time.over", ["time": time]), Style(bold: true, reverse: true))
    }
    if seconds <= 60 {
      let left = language.sentence("time.last-minute", ["time": time])
      return StyledText(length > 60 ? "! " + left : left, .bold)
    }
    return StyledText(
      seconds <= 300 && length > 300 ? language.sentence("time.last-minute", ["time": time]) : time)
  }

  /// What is said where the clock cannot be seen: at half time, five minutes, one minute and zero.
  private func announcement(_ seconds: Int64) -> StyledText? {
    let length = length.components.seconds
    let thresholds: [(at: Int64, key: String, count: Int?)] = [
      (0, "time.up", nil), (60, "time.left", 1), (300, "time.left", 5), (length / 2, "time.half", nil),
    ]
    // The one that was passed last.
    let passed = thresholds.filter { $0.at < length && seconds <= $0.at }.min { $0.at < $1.at }
    return passed.map { StyledText(language.sentence($0.key, count: $0.count)) }
  }
}
