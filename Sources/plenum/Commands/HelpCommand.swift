import ArgumentParser
import BuiltInFiles
import Facilitation
import Text
import Workshop

/// `plenum help`: the articles of the documentation in the terminal, so that nobody needs the source; and the help of each
/// command.
struct HelpCommand: SystemCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Read about a topic, or what a command takes.",
    discussion: "Topics: " + HelpTopic.allCases.map(\.rawValue).joined(separator: ", ") + ".")

  @Argument(help: "A topic, or a command.", completion: .list(HelpTopic.allCases.map(\.rawValue)))
  var words: [String] = []

  @OptionGroup var options: CommonOptions

  mutating func run(on system: System) throws {
    let context = try CommandContext(options, on: system)
    guard let word = words.first else {
      return try context.print(Plenum.helpMessage() + "\n" + HelpTopic.table + "\n")
    }
    if words.count == 1, let topic = HelpTopic(typed: word) {
      let lines = ArticleView(text: topic.article, columns: min(context.columns, 100)).lines
      return try SessionLauncher(context).show(lines, in: context.language)
    }
    guard let command = HelpCommand.command(words) else {
      let known = HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, context.language.sentence("files.topic-unknown", ["typed": visible(word), "known": known]))
    }
    try context.print(Plenum.helpMessage(for: command) + "\n")
  }

  /// The command of these names, each a subcommand of the one before.
  private static func command(_ names: [String]) -> (any ParsableCommand.Type)? {
    var command: any ParsableCommand.Type = Plenum.self
    for name in names {
      guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == name }) else {
        return nil
      }
      command = next
    }
    return command
  }
}

/// What one can read about: a word for each article that is of use without the source.
enum HelpTopic: String, CaseIterable {
  case commands, room, phones, scripts, methods, exports, workshops, journal, git, screen, changes, stable,
    requirements, speed,
    decisions,
    findings

  /// The topic of a word, or of its beginning where only one begins like that.
  init?(typed: String) {
    let word = typed.lowercased()
    let fitting = HelpTopic.allCases.filter { $0.rawValue.hasPrefix(word) }
    guard let found = HelpTopic(rawValue: word) ?? (fitting.count == 1 ? fitting[0] : nil), !word.isEmpty else {
      return nil
    }
    self = found
  }

  /// The name of the article's file.
  private var file: String {
    switch self {
    case .commands: "Commands"
    case .room: "InTheRoom"
    case .phones: "PhonesInTheRoom"
    case .workshops: "ManyWorkshops"
    case .scripts: "Scripts"
    case .methods: "WritingAMethod"
    case .exports: "Exports"
    case .journal: "JournalFormat"
    case .git: "WithGit"
    case .screen: "Screen"
    case .changes: "Changes"
    case .stable: "Stable"
    case .requirements: "Requirements"
    case .speed: "Speed"
    case .decisions: "Decisions"
    case .findings: "Findings"
    }
  }

  /// The article, Markdown; empty where none is built in.
  var article: String {
    let path = "articles/\(file).md"
    return BuiltInFile.all.first { $0.path == path }.map { file in
      file.content.withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) }
    } ?? ""
  }

  /// What it is about: the sentence under its title.
  var summary: String {
    article.split(separator: "\n").first { !$0.hasPrefix("#") && !$0.isEmpty }.map(String.init) ?? ""
  }

  /// All topics with what they are about, as lines.
  static var table: String {
    let width = allCases.map(\.rawValue.count).max() ?? 0
    return "TOPICS:\n"
      + allCases.map { topic in
        let gap = String(repeating: " ", count: width - topic.rawValue.count + 2)
        return "  \(topic.rawValue)\(gap)\(topic.summary)\n"
      }.joined()
  }
}
