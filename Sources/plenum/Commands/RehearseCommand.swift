import ArgumentParser
import Draft
import Facilitation
import Journal
import Method
import Workshop

/// `plenum rehearse`: a workshop played with the method's own examples, so that the path, its timing and the draft are
/// known before the day.
struct RehearseCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse", abstract: "Play a workshop with the method's own examples, to see it before the day.")

  @Argument(help: "The built-in method, or the file of another.")
  var method = Library.builtIn

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("How much of the method: core, half-day or full.", valueName: "run"))
  var runName: String?

  @Option(help: "The language: \(Library.languageHelp).")
  var language: String?

  @Option(help: ArgumentHelp("When it begins, such as 09:00 or 2026-02-10T09:00.", valueName: "time"))
  var at = "09:00"

  @Option(help: ArgumentHelp("The folder for the draft (else one whose name says what it is).", valueName: "folder"))
  var output: String?

  @Flag(help: "Print the script of it, and write nothing.")
  var script = false

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let (method, source) = try launcher.method(self.method)
    // What is not said is not asked: the language of the locale, the shortest run.
    var questions = StartQuestions(context: context, method: method, source: source, editor: launcher.editor)
    let settings = try questions.settings(
      title: "–", language: language ?? usual(method, context), run: runName ?? method.runs.first?.id.rawValue)
    let localization = try launcher.localization(settings.language, from: source)
    let rehearsal = Rehearsal(
      of: method, run: settings.run, in: localization, from: try begins(method, localization, context))
    if script {
      return try context.print(
        rehearsal.script.map { $0 + "\n" }.joined())
    }
    let isOneSitting = method.run(settings.run)?.minutes != nil
    let view = RehearsalView(rehearsal: rehearsal, columns: context.columns, hasClock: isOneSitting)
    try launcher.show(view.lines, in: localization.language)
    try write(rehearsal, settings, context)
    if rehearsal.scenes.contains(where: { !$0.refused.isEmpty }) { throw Failure(.badInput, "") }
  }

  private func usual(_ method: Workshop.Method, _ context: CommandContext) -> String {
    let own = context.language.code
    return (method.languages.contains(own) ? own : method.languages.first ?? own).rawValue
  }

  /// The time that was given; a time of day is on the day that the method's examples play.
  private func begins(
    _ method: Workshop.Method, _ localization: Localization, _ context: CommandContext
  ) throws(Failure) -> Moment {
    let today = context.system.clock.today()
    let day = Rehearsal.day(in: method, localization) ?? today
    let time = at.count == 4 ? "0" + at : at
    guard let moment = Moment(typed: "\(day)T\(time)") ?? Moment(typed: at) else {
      throw Failure(.usage, context.language.sentence("rehearsal.bad-time", ["typed": at]))
    }
    return moment
  }

  /// The draft as files, in a folder that no session can be taken for.
  private func write(_ rehearsal: Rehearsal, _ settings: StartSettings, _ context: CommandContext) throws(Failure) {
    let words = rehearsal.localization.language
    let name = SessionsFolder.folderName(for: words.sentence("rehearsal.folder"))
    let folder = output ?? "\(name)-\(settings.run)-\(settings.language)"
    try SessionLauncher(context).makeFolder(folder)
    let files = DraftFiles(
      session: rehearsal.session, localization: rehearsal.localization, folder: folder, name: name,
      system: context.system)
    for path in try files.write(ExportFormat.usual).paths {
      try context.print(words.sentence("reply.draft-written", ["path": path]) + "\n")
    }
  }
}
