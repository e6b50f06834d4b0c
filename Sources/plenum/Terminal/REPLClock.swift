import Facilitation
import LineEditor
import Workshop

/// The clock of the live room.
extension REPL {
  /// What the corner counts.
  enum Counted: Equatable {
    case question(QuestionID)
    case pause(Int)
  }

  /// Sets the corner by what the journal has, for the question or the break that the room is at.
  mutating func setTimebox() {
    let now = interpreter.clock.now()
    guard let (counted, seconds, gone) = counting(now) else {
      timebox = (nil, nil)
      return
    }
    if timebox.counted == counted, let box = timebox.box, seconds > 0 {
      box.set(seconds: seconds, gone: gone)
    } else {
      let (editor, rings) = (editor, session.time.hasBell)
      timebox = (counted, Timebox(seconds: seconds, gone: gone, language: language) { if rings { editor.ring() } })
    }
  }

  /// When a break is over, by the clock on the wall.
  var goesOn: String {
    guard let pause = session.time.breaks.last, !pause.isOver else { return "" }
    return interpreter.clock.timeOfDayText(pause.end, in: language)
  }

  private func counting(_ now: Moment) -> (counted: Counted, seconds: Int, gone: Int)? {
    if let pause = session.time.breaks.last, !pause.isOver {
      return (
        .pause(session.time.breaks.count), pause.minutes * 60, session.usedSeconds(pause, now: now)
      )
    }
    guard !session.hasEnded, let question = session.position.flatMap(session.method.question),
      !session.time.stopped.contains(question.id)
    else { return nil }
    return (
      .question(question.id), session.allottedSeconds(question), session.usedSeconds(question, now: now)
    )
  }
}
