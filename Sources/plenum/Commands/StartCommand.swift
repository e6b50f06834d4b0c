import ArgumentParser
import Journal
import LineEditor
import Method
import Workshop

/// `plenum start`: a new session, from its title on.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "start", abstract: "Start a workshop.")

  @Argument(help: "What the workshop is called.")
  var title: String?

  @Option(
    help: ArgumentHelp("The language of the room: en, nb, da, nl or fi (else that of the locale).", valueName: "code"))
  var language: String?

  @Option(name: .customLong("run"), help: ArgumentHelp("How much is walked: core, half-day or full.", valueName: "run"))
  var runName: String?

  @Option(help: ArgumentHelp("The built-in method, or the file of another.", valueName: "name or file"))
  var method = Library.builtIn

  @OptionGroup var options: CommonOptions

  mutating func run() throws {
    let surroundings = try Surroundings(options)
    let desk = Desk(surroundings)
    let editor = desk.editor
    if title == nil, language == nil, runName == nil, method == Library.builtIn, editor.mode != .piped,
      let place = try desk.unfinishedSession(editor)
    {
      return try desk.resume(place, editor)
    }
    let (method, source) = try desk.method(self.method)
    var questions = StartQuestions(surroundings: surroundings, method: method, source: source, editor: editor)
    let settings = try questions.settings(title: title, language: language, run: runName)
    try desk.start(settings, method: method, source: source, editor)
  }
}
