public import Workshop

/// A cheat sheet: the commands of the room on one page, by what they are about, in the words of a language. The same in
/// Markdown and in HTML for printing.
public struct CheatSheet: Sendable {
  /// What the sheet is called.
  public let title: String
  /// How an answer and a command are typed, in a sentence each.
  public let rules: [String]
  /// The commands by what they are about.
  public let groups: [Group]
  private let language: Language

  /// Commands about one thing.
  public struct Group: Sendable {
    /// What they are about.
    public var title: String
    /// What is typed, and what it does.
    public var commands: [(usage: String, does: String)]
  }

  /// The commands by the key of what they are about. What stands in none of them is about nothing in particular.
  private static let order: [(key: String, names: [CommandName])] = [
    ("cheatsheet.walk", [.next, .back, .skip, .goto, .map, .run, .language]),
    ("cheatsheet.answers", [.edit, .delete, .move, .undo, .redo, .gaps, .editor, .suggest, .same]),
    ("cheatsheet.looks", [.tip, .example, .list, .show, .swot, .kpis, .why, .check, .accept, .draft]),
    ("cheatsheet.votes", [.vote, .rank]),
    ("cheatsheet.time", [.time, .breakTime]),
    ("cheatsheet.people", [.people, .by, .checkin, .checkout, .groups, .worksheet, .take]),
    ("cheatsheet.beside", [.park, .decide, .task, .note, .close]),
    ("cheatsheet.screen", [.blank, .shared, .off, .on, .redact, .pseudonym]),
    ("cheatsheet.end", [.help, .export, .save, .quit]),
  ]

  /// The sheet in the words of a language.
  public init(in language: Language) {
    self.language = language
    title = language.sentence("cheatsheet.title")
    rules = ["help.intro", "help.columns", "help.more"].map { language.sentence($0) }
    let listed = Set(CheatSheet.order.flatMap(\.names))
    let others = CommandName.allCases.filter { !listed.contains($0) }
    groups = CheatSheet.order.map { key, names in
      Group(
        title: language.sentence(key),
        commands: (names.contains(.quit) ? others + names : names).map { name in
          (language.sentence("usage.\(name.rawValue)"), CheatSheet.first(language.sentence("help.\(name.rawValue)")))
        })
    }
  }

  /// The first clause of a sentence: enough to be reminded by.
  private static func first(_ help: String) -> String {
    var end = help.endIndex
    for index in help.indices where ".;".contains(help[index]) {
      let next = help.index(after: index)
      // A point within a number or a name parts nothing.
      guard next == help.endIndex || help[next].isWhitespace else { continue }
      end = index
      break
    }
    return String(help[..<end])
  }

  // MARK: Formats

  /// The sheet as Markdown: a table for each group.
  public var markdown: String {
    var lines = ["# " + Markdown.escaped(title), ""]
    lines += rules.map { "- " + Markdown.escaped($0) }
    for group in groups {
      lines += ["", "## " + Markdown.escaped(group.title), ""]
      let heads = ["cheatsheet.command", "cheatsheet.does"].map { Markdown.escaped(language.sentence($0)) }
      lines += ["| \(heads[0]) | \(heads[1]) |", "| --- | --- |"]
      lines += group.commands.map { usage, does in
        "| `\(usage.replacing("|", with: "\\|"))` | \(Markdown.escaped(does).replacing("|", with: "\\|")) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sheet as HTML: one file that prints on one page, nothing from the network.
  public var html: String {
    var lines = [
      "<!doctype html>", "<html lang=\"\(Worksheet.escaped(language.code.rawValue))\">", "<head>",
      "<meta charset=\"utf-8\">", "<title>\(Worksheet.escaped(title))</title>", "<style>\(CheatSheet.style)</style>",
      "</head>", "<body>", "<h1>\(Worksheet.escaped(title))</h1>",
      "<p>\(rules.map(Worksheet.escaped).joined(separator: " "))</p>", "<main>",
    ]
    for group in groups {
      lines += ["<section>", "<h2>\(Worksheet.escaped(group.title))</h2>", "<dl>"]
      lines += group.commands.map { usage, does in
        "<div><dt>\(Worksheet.escaped(usage))</dt><dd>\(Worksheet.escaped(does))</dd></div>"
      }
      lines += ["</dl>", "</section>"]
    }
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private static let style = """
    @page{size:A4 landscape;margin:8mm}body{font:7.5pt/1.25 sans-serif;margin:0;color:#000;background:#fff}\
    h1{font-size:12pt;margin:0 0 1mm}p{margin:0 0 2mm}main{columns:3;column-gap:6mm}\
    h2{font-size:8.5pt;margin:0 0 .5mm;border-bottom:.2mm solid #000}section{margin:0 0 2mm}h2{break-after:avoid}\
    dl{margin:0}dl div{break-inside:avoid;margin:0 0 .4mm}dt{font-weight:bold}dd{margin:0 0 0 3mm}
    """
}
