import ArgumentParser
import Facilitation
import Text
import Workshop

/// `plenum show`: what a session holds, stage by stage.
struct ShowCommand: SystemCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show what a session holds.")

  @Argument(help: "The session, or the beginning of its name.", completion: SessionCompletion.kind)
  var session: String

  @Option(help: ArgumentHelp("As an iteration left it, by its number.", valueName: "number"))
  var iteration: Int?

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let (whole, source, _) = try launcher.readAloud(try launcher.locate(self.session))
    let localization = try launcher.localization(whole.language, from: source)
    let session = try whole.asOf(iteration: iteration, localization)
    var lines = [StyledText(session.title, .bold)]
    let texts = localization.texts
    for stage in session.method.stages {
      let questions = stage.steps.flatMap(\.questions).filter { session.isAnswered($0.id) }
      guard !questions.isEmpty else { continue }
      lines += [StyledText(""), StyledText(texts.stages[stage.id] ?? stage.id.rawValue, .bold)]
      for question in questions {
        lines.append(StyledText(texts.label(of: question.id)))
        lines += AnswerLines(session: session, localization: localization, columns: context.columns).lines(question)
      }
    }
    let text = lines.map { $0.rendered(colour: context.hasColour) + "\n" }.joined()
    try context.print(text)
  }
}
