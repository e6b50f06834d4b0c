import ArgumentParser
import Draft
import Facilitation
import Method
import Workshop

/// `plenum cheatsheet`: the commands of the room on one page.
struct CheatSheetCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "cheatsheet", abstract: "The commands of the room on one page, to print.")

  /// What it is set in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html
  }

  @Option(
    help: ArgumentHelp(
      "The language of the commands: \(Library.languageHelp), or its name (else that of the locale).",
      valueName: "language"))
  var language: String?

  @Option(help: "markdown or html.")
  var format: Format = .markdown

  @OptionGroup var options: CommonOptions

  private func chosen(_ typed: String, _ words: Language) throws -> Language {
    guard let code = Library.language(called: typed, among: Library.languages) else {
      let known = Library.languages.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, words.sentence("start.language-unknown", ["typed": typed, "known": known]))
    }
    return try SessionLauncher.reading(words) { () throws(MethodError) in try Library.language(code) }
  }

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    let words = try language.map { try chosen($0, context.language) } ?? context.language
    let sheet = CheatSheet(in: words)
    try context.print(format == .html ? sheet.html : sheet.markdown)
  }
}
