import ArgumentParser
import Facilitation
import Method
import Text
import Workshop

/// `plenum kpis`: the KPI catalogue, or what of it fits some words.
struct KPIsCommand: SystemCommand {
  static let configuration = CommandConfiguration(commandName: "kpis", abstract: "Search the KPI catalogue.")

  @Argument(help: "Words that the name, the formula, the kind or the unit must have; none for everything.")
  var words: [String] = []

  @Option(help: "The language: \(Library.languageHelp).")
  var language: String?

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let launcher = SessionLauncher(context)
    let (method, source) = try launcher.method(Library.builtIn)
    let code = language.map { LanguageCode($0) } ?? context.language.code
    guard method.languages.contains(code) else {
      let known = method.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        .usage, context.language.sentence("refusal.unknown-language", ["typed": code.rawValue, "known": known]))
    }
    let localization = try launcher.localization(code, from: source)
    let session = Session(method: method, language: code, run: method.runs[0].id)
    let view = KPIView(session: session, localization: localization, columns: context.columns)
    let found = session.kpis(matching: words.joined(separator: " "), in: localization)
    guard !found.isEmpty else { throw Failure(.noInput, localization.language.sentence("look.kpis-none")) }
    let lines = found.flatMap(view.entry).map { $0.rendered(colour: context.hasColour) + "\n" }
    try context.print(lines.joined())
  }
}
