import ArgumentParser
import Facilitation
import Journal
import LineEditor
import Method
import Workshop

/// `plenum method`: the methods there are, what they ask, whether one is right, and a new one.
struct MethodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "method", abstract: "List, show, check and begin methods.",
    subcommands: [List.self, Show.self, Check.self, New.self, Schema.self])

  /// `plenum method list`
  struct List: SystemCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the methods that are built in.")

    @OptionGroup var options: CommonOptions

    mutating func run(on system: System) throws {
      let context = try CommandContext(options, on: system)
      let launcher = SessionLauncher(context)
      let (method, source) = try launcher.method(Library.builtIn)
      let localization = try launcher.localization(context.language.code, from: source)
      let text = MethodReport(method: method, localization: localization).line
      try context.print(text + "\n")
    }
  }

  /// `plenum method show`
  struct Show: SystemCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show all questions of a method, for reading or for another program.")

    /// How a method is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, json
    }

    @Argument(help: "The name of a method, or the path of its method.yaml.")
    var method = Library.builtIn

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(help: "The language: \(Library.languageHelp).")
    var language: String?

    @OptionGroup var options: CommonOptions

    mutating func run(on system: System) throws {
      let context = try CommandContext(options, on: system)
      let launcher = SessionLauncher(context)
      let (method, source) = try launcher.method(self.method)
      let wanted = language.map { LanguageCode($0) } ?? context.language.code
      guard method.languages.contains(wanted) || language == nil else {
        let known = method.languages.map(\.rawValue).joined(separator: ", ")
        throw Failure(
          .usage,
          context.language.sentence("refusal.unknown-language", ["typed": wanted.rawValue, "known": known]))
      }
      let code = method.languages.contains(wanted) ? wanted : method.languages.first ?? "en"
      let report = MethodReport(method: method, localization: try launcher.localization(code, from: source))
      try context.print(format == .json ? report.json : report.text)
    }
  }

  /// `plenum method check`
  struct Check: SystemCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say everything that is wrong in the files of a method, with file and line.")

    @Argument(help: "The path of a method.yaml, or of its folder; the words stand beside it.")
    var file: String

    @OptionGroup var options: CommonOptions

    mutating func run(on system: System) throws {
      let context = try CommandContext(options, on: system)
      let words = context.language
      let (method, problems) = context.library.problems(of: SessionLauncher(context).methodFile(file))
      let sentences = problems.map { MethodErrorText(language: words).sentence($0) }
      guard problems.isEmpty, let method else {
        for sentence in sentences { context.say(sentence) }
        let isThere = problems.first?.fault != .unreadable
        throw Failure(isThere ? .badInput : .noInput, words.sentence("method.problems", count: problems.count))
      }
      let languages = method.languages.map(\.rawValue).joined(separator: ", ")
      let fine = words.sentence(
        "method.fine",
        ["method": method.name, "questions": String(method.questions.count), "languages": languages])
      try context.print(fine + "\n")
    }
  }

  /// `plenum method new`
  struct New: SystemCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Write a small method that works, with remarks, to be changed.")

    @Argument(help: "The folder to write it to; it must not be there yet.")
    var name: String

    @Option(
      name: .customLong("for"),
      help: ArgumentHelp(
        "What it is for: \(Starter.names).", valueName: "what"),
      completion: .list(Starter.allCases.map(\.rawValue)), transform: Starter.init(typed:))
    var purpose: Starter?

    @Option(help: ArgumentHelp("The languages it has words in, such as en,nb; all that Plenum speaks without it."))
    var languages: String?

    @OptionGroup var options: CommonOptions

    mutating func run(on system: System) throws {
      let context = try CommandContext(options, on: system)
      let words = context.language
      let launcher = SessionLauncher(context)
      guard (try? context.storage.statusOfPath(name)) == nil else {
        throw Failure(.cannotCreate, words.sentence("method.exists", ["folder": name]))
      }
      let known = Library.languages
      let typed = languages?.split(separator: ",").map(\.trimmed) ?? known.map(\.rawValue)
      let codes = typed.map { Library.language(called: $0, among: known) }
      if let place = codes.firstIndex(of: nil) {
        throw Failure(
          .usage,
          words.sentence(
            "start.language-unknown",
            ["typed": typed[place], "known": known.map(\.rawValue).joined(separator: ", ")]))
      }
      let files = try (purpose ?? chosen(context, launcher.editor)).files(in: codes.compactMap(\.self))
      try launcher.makeFolder(name)
      do {
        for file in files {
          try launcher.saving(name) { () throws(JournalError) in
            try saveSafely(file.bytes, to: name + "/" + file.name, storage: context.storage)
          }
        }
      } catch {
        // Half a method would stand in the way of the next attempt.
        for file in files { context.storage.discard(name + "/" + file.name) }
        try? context.storage.removeFolder(name)
        throw error
      }
      let written = words.sentence("method.written", ["folder": name, "file": name + "/method.yaml"])
      try context.print(written + "\n")
    }

    /// What it is for: asked where somebody can answer.
    private func chosen(_ context: CommandContext, _ editor: LineEditor) throws -> Starter {
      guard editor.mode != .piped else { return .agreement }
      defer { editor.close() }
      let starters = Starter.allCases
      let names = starters.map { $0.sentence(in: context.language) }
      let place = try Choosing(context: context, editor: editor).choose(
        context.language.sentence("method.for"), names, ids: starters.map(\.rawValue), standard: 0,
        unknown: "method.for-unknown", context.language)
      return starters[place]
    }
  }

  /// `plenum method schema`
  struct Schema: SystemCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print what a method.yaml follows, as JSON Schema, for the editor to complete it.")

    @OptionGroup var options: CommonOptions

    mutating func run(on system: System) throws {
      try CommandContext(options, on: system).print(Library.schema)
    }
  }
}

extension Starter {
  fileprivate static let names = allCases.map(\.rawValue).joined(separator: ", ")

  fileprivate func sentence(in language: Language) -> String {
    switch self {
    case .agreement: language.sentence("method.for-agreement")
    case .plan: language.sentence("method.for-plan")
    case .retrospective: language.sentence("method.for-retrospective")
    case .risks: language.sentence("method.for-risks")
    case .decision: language.sentence("method.for-decision")
    }
  }

  fileprivate init(typed: String) throws {
    guard let starter = Starter(rawValue: typed) else { throw ValidationError("It is one of \(Starter.names).") }
    self = starter
  }
}
