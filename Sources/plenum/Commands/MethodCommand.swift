import ArgumentParser
import Facilitation
import Journal
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

    @OptionGroup var options: CommonOptions

    mutating func run(on system: System) throws {
      let context = try CommandContext(options, on: system)
      let words = context.language
      let launcher = SessionLauncher(context)
      guard (try? context.storage.statusOfPath(name)) == nil else {
        throw Failure(.cannotCreate, words.sentence("method.exists", ["folder": name]))
      }
      try launcher.makeFolder(name)
      do {
        for file in Library.example {
          try launcher.saving(name) { () throws(JournalError) in
            try saveSafely(file.bytes, to: name + "/" + file.name, storage: context.storage)
          }
        }
      } catch {
        // Half a method would stand in the way of the next attempt.
        for file in Library.example { context.storage.discard(name + "/" + file.name) }
        try? context.storage.removeFolder(name)
        throw error
      }
      let written = words.sentence("method.written", ["folder": name, "file": name + "/method.yaml"])
      try context.print(written + "\n")
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
