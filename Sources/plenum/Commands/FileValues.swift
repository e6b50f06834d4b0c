import Analytics
import Facilitation
import Text
import Workshop

/// What files say to the figures of a session, for `plenum measure --from`: nothing is asked here, so that only what the
/// files say by themselves is taken.
struct FileValues {
  let session: Session
  let localization: Localization
  let today: Day
  /// The days that are wanted; nil for the last whole period of each figure's rhythm.
  let period: Workshop.DayRange?

  /// What one file says to one figure.
  struct Line {
    var file: String
    var kpi: Handle
    var period: Workshop.DayRange?
    /// The number as it would be stored, and as it is read; nil where there is none.
    var number: String?
    var shown: String?
    var isIncomplete = false
    /// How it came about, what is asked, or why there is none.
    var text: String
    var events: [Event] = []

    /// As an object of JSON, one line.
    var json: String {
      let members = [
        ("file", jsonString(file)), ("kpi", jsonString(kpi.rawValue)),
        ("first", period.map { jsonString($0.first.description) } ?? "null"),
        ("last", period.map { jsonString($0.last.description) } ?? "null"), ("number", number ?? "null"),
        ("incomplete", isIncomplete ? "true" : "false"), ("text", jsonString(text)),
      ]
      return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }
  }

  /// Goes through a file.
  ///
  /// - Parameters:
  ///   - bytes: What is in it.
  ///   - path: Where it is.
  ///   - isTaken: Figures that have their number already.
  /// - Returns: A line for each other figure.
  /// - Throws: A failure that says why nothing can be taken from it.
  func lines(of bytes: [UInt8], at path: String, except isTaken: Set<Handle>) throws(Failure) -> [Line] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let (language, text) = (localization.language, ImportText(language: localization.language))
    let errors = LineErrorText(session: session, localization: localization)
    var file: MeasureImport
    do throws(Analytics.Refusal) {
      file = try MeasureImport(bytes, named: name, period: period, for: session, in: localization, today: today)
    } catch { throw Failure(.badInput, errors.sentence(.unusableFile(error, file: name))) }
    var lines = file.refused.map { Line(file: name, kpi: $0, text: errors.sentence($1)) }
    while let (kpi, period, outcome) = file.outcome {
      var line = Line(file: name, kpi: kpi, period: period, text: "")
      switch outcome {
      case .proposal(let proposal):
        (line.number, line.shown) = (proposal.number, text.number(proposal))
        line.isIncomplete = !proposal.incomplete.isEmpty
        line.text =
          ([text.source(proposal, file: name) + "."] + [text.incompleteness(proposal)].compactMap(\.self)
          + text.notes(proposal)).joined(separator: " ")
        line.events = file.take(in: text, into: session)
      case .question(let question):
        let command =
          "/\(CommandName.measure.shown(in: language)) \(CommandVerb.from.shown(in: language, of: .measure)) \(path)"
        line.text = text.sentence(question) + " " + language.sentence("import.ask-in-room", ["command": command])
        file.leave()
      case .refusal: file.leave()
      }
      lines.append(line)
    }
    return session.measurable.flatMap { answer in
      lines.filter { $0.kpi == answer.handle && !isTaken.contains($0.kpi) }
    }
  }
}
