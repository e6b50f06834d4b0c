import ArgumentParser
import Facilitation
import Journal
import LineEditor
import Method
import Workshop

/// `plenum start`: a new session, from its title on.
struct StartCommand: SystemCommand {
  static let configuration = CommandConfiguration(commandName: "start", abstract: "Start a workshop.")

  @Argument(help: "What the workshop is called.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The language of the room: \(Library.languageHelp), or its name (else that of the locale).",
      valueName: "language"))
  var language: String?

  @Option(name: .customLong("run"), help: ArgumentHelp("How much is walked: core, half-day or full.", valueName: "run"))
  var runName: String?

  @Option(help: ArgumentHelp("The built-in method, or the file of another.", valueName: "name or file"))
  var method = Library.builtIn

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let editor = launcher.editor
    if title == nil, language == nil, runName == nil, method == Library.builtIn, editor.mode != .piped,
      let place = try launcher.unfinishedSession(editor)
    {
      return try launcher.resume(place, editor)
    }
    let (method, source) = try launcher.method(self.method)
    var questions = StartQuestions(context: context, method: method, source: source, editor: editor)
    let settings = try questions.settings(title: title, language: language, run: runName)
    try launcher.start(settings, method: method, source: source, editor)
  }
}
