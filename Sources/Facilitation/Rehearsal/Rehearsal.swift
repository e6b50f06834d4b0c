import Journal
import Text
package import Workshop

/// A workshop played with the method's own examples as answers. It is no session: it has no journal, and its title and its
/// organisation say what it is.
package struct Rehearsal {
  /// One question as it is played.
  package struct Scene {
    package var question: Question
    /// Its number in the walk.
    package var number: Int
    /// When the room comes to it.
    package var begins: Moment
    /// How long it has, for a group of the size that the examples give.
    package var seconds: Int
    /// What is typed.
    package var lines: [String] = []
    /// Examples that are no answers, with the reason.
    package var refused: [(line: String, reason: String)] = []

    /// When the room goes on.
    package var ends: Moment { begins.later(by: seconds) }
  }

  /// The questions in the order of the walk.
  package private(set) var scenes: [Scene] = []
  /// The session that it adds up to.
  package private(set) var session: Session
  /// The script of it: the lines that are typed, with their times.
  package private(set) var script: [String] = []

  package let localization: Localization
  private var count = 0

  /// Plays a run of a method.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - run: The run.
  ///   - localization: The language.
  ///   - begins: When the workshop begins.
  package init(of method: Workshop.Method, run: RunID, in localization: Localization, from begins: Moment) {
    self.localization = localization
    session = Session(method: method, language: localization.language.code, run: run)
    let title = localization.language.sentence(
      "rehearsal.title", ["method": localization.texts.title, "run": localization.texts.runs[run] ?? run.rawValue])
    script = [
      ScriptHead.mark, "# method: \(visible(method.name)) \(visible(method.version))", "# title: \(visible(title))",
      "# language: \(localization.language.code)", "# run: \(visible(run.rawValue))", ScriptDirective.time(begins).line,
    ]
    record(session.opening(title: title, today: WallClock.still(at: begins).day(begins)), at: begins)
    var now = begins
    var place = 0
    // Which questions are asked depends on what was answered before.
    while let question = session.walk.first(where: { (method.place(of: $0.id) ?? 0) >= place }) {
      now = play(question, at: now)
      place = (method.place(of: question.id) ?? place) + 1
    }
    for line in ["/next", "/quit"] { hear(line, at: now) }
  }

  /// The day of the workshop in the method's examples, when they have one.
  package static func day(in method: Workshop.Method, _ localization: Localization) -> Day? {
    let examples = method.roles.date.flatMap { localization.texts.questions[$0]?.examples } ?? []
    let today = Day(daysSinceEpoch: 0)
    return examples.first.flatMap { localization.language.days.day(from: $0, today: today) }
  }

  // MARK: Playing

  /// Plays one question; its examples come evenly over its time.
  private mutating func play(_ question: Question, at begins: Moment) -> Moment {
    heading(question)
    hear("/goto \(question.id)", at: begins)
    let number = (session.walk.firstIndex { $0.id == question.id } ?? 0) + 1
    var scene = Scene(question: question, number: number, begins: begins, seconds: 0)
    // Where there is room for one answer, the other examples are other ways of giving it.
    let examples = session.examples(of: question, in: localization).prefix(question.holdsOne ? 1 : .max)
    let pause = session.plannedSeconds(question) / (examples.count + 1)
    var now = begins
    for example in examples {
      if pause > 0 {
        now = now.later(by: pause)
        script.append(ScriptDirective.later(pause * 1000).line)
      }
      let marked = isOrganisation(question) ? marked(example) : example
      if hear(marked, at: now) == nil {
        scene.lines.append(marked)
      } else if let reason = hear(example, at: now) {
        scene.refused.append((example, reason))
      } else {
        scene.lines.append(example)
      }
      // An example that leaves cells to be asked is not filled up by the next one.
      if session.asking != nil { hear("/goto \(question.id)", at: now) }
    }
    scene.seconds = session.plannedSeconds(question)
    let rest = Int(scene.ends.millisecondsSince1970 - now.millisecondsSince1970)
    if rest > 0 { script.append(ScriptDirective.later(rest).line) }
    scenes.append(scene)
    return max(scene.ends, now)
  }

  /// Hears a line.
  ///
  /// - Returns: Why it was turned down; nil when it was not, and stands in the script.
  @discardableResult private mutating func hear(_ line: String, at now: Moment) -> String? {
    do throws(Refusal) {
      let command = try Command(parsing: line, in: localization.language)
      let today = WallClock.still(at: now).day(now)
      record(try session.decide(command, hearing: localization, today: today, now: now), at: now)
      script.append(line)
      return nil
    } catch {
      return RefusalText(session: session, localization: localization).sentence(error)
    }
  }

  private mutating func record(_ events: [Event], at now: Moment) {
    guard !events.isEmpty else { return }
    count += 1
    session.apply(events, as: EntryID(epoch: "rehearsal", number: count), at: now)
  }

  private func isOrganisation(_ question: Question) -> Bool { question.id == session.method.roles.organisation }

  /// The name on the cover says that it is no plan.
  private func marked(_ name: String) -> String {
    localization.language.sentence("rehearsal.organisation", ["name": name])
  }

  private mutating func heading(_ question: Question) {
    guard let (stage, step) = session.method.location(of: question.id),
      scenes.last.flatMap({ session.method.location(of: $0.question.id) })?.step.id != step.id
    else { return }
    script += ["", "# " + visible(localization.texts.heading(stage.id, step.id))]
  }
}

extension MethodTexts {
  /// The names of a stage and a step of it in one line; one of them where they are the same.
  package func heading(_ stage: StageID, _ step: StepID) -> String {
    let names = (stages[stage] ?? stage.rawValue, steps[step] ?? step.rawValue)
    return names.0 == names.1 ? names.0 : "\(names.0): \(names.1)"
  }
}
