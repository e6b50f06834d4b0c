import LineEditor
import Workshop

/// The time left for a question, as the corner of the prompt row shows it. It starts when the question is first painted.
final class Timebox {
  /// The language of its words.
  var language: Language
  private let length: Duration
  private var start: Duration?

  /// A timebox of so many minutes; nil for a question that takes no workshop time.
  init?(minutes: Int?, language: Language) {
    guard let minutes, minutes > 0 else { return nil }
    self.language = language
    length = .seconds(minutes * 60)
  }

  /// The corner of the prompt row.
  var corner: Corner {
    Corner { now in self.reading(at: now) }
  }

  private func reading(at now: Duration) -> Corner.Reading {
    let begun = start ?? now
    start = begun
    let left = length - (now - begun)
    // Whole seconds, so that the text changes just when it says so: 04:12 stands until 04:11 begins.
    let seconds = left.components.seconds + (left.components.attoseconds > 0 ? 1 : 0)
    let next = begun + length - .seconds(seconds - 1)
    return Corner.Reading(text: text(seconds), announcement: announcement(seconds), changes: next)
  }

  private func text(_ seconds: Int64) -> StyledText {
    let time = Timebox.minutes(abs(seconds))
    if seconds <= 0 {
      return StyledText(language.sentence("time.over", ["time": time]), Style(bold: true, reverse: true))
    }
    return seconds <= 60
      ? StyledText(language.sentence("time.last-minute", ["time": time]), .bold) : StyledText(time)
  }

  private func announcement(_ seconds: Int64) -> StyledText? {
    let half = length.components.seconds / 2
    return switch seconds {
    case ...0: StyledText(language.sentence("time.up"))
    case ...60: StyledText(language.sentence("time.left", count: 1))
    case ...300 where length.components.seconds > 300: StyledText(language.sentence("time.left", count: 5))
    case ...half where half > 300: StyledText(language.sentence("time.half"))
    case _: nil
    }
  }

  private static func minutes(_ seconds: Int64) -> String {
    let rest = seconds % 60
    return "\(seconds / 60 < 10 ? "0" : "")\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
