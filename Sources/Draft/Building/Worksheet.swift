public import Workshop

/// A sheet for a group: its people, and the questions with room for the answers. The same in Markdown, to be filled in at
/// a keyboard, and in HTML, to be printed.
public struct Worksheet: Sendable {
  /// The title of the session.
  public var title: String
  /// What the group is called; nil when there are no groups.
  public var group: String?
  /// The names of those in the group.
  public var people: [String]
  /// The questions.
  public var questions: [Item]
  /// How to fill it in, in one sentence.
  public var instruction: String
  /// The language of its words.
  public var language: LanguageCode

  /// One question of a worksheet.
  public struct Item: Sendable {
    /// The question.
    public var id: QuestionID
    /// Its short name.
    public var label: String
    /// The question itself, and the line of help.
    public var texts: [String]
    /// The columns or rows of its answers; none where an answer is one text.
    public var fields: [String]
    /// What is voted on, each with its name; none but in a vote.
    public var points: [String]
    /// How many lines there are for answers.
    public var lines: Int
  }

  /// A sheet for one group.
  public init(
    title: String, group: String?, people: [String], questions: [Question], of session: Session,
    in localization: Localization
  ) {
    self.title = title
    self.group = group
    self.people = people
    language = localization.language.code
    instruction = localization.language.sentence("groups.instruction")
    self.questions = questions.map { question in
      let texts = localization.texts.questions[question.id]
      return Item(
        id: question.id, label: localization.texts.label(of: question.id),
        texts: [texts?.ask, texts?.help].compactMap(\.self).filter { !$0.isEmpty },
        fields: Worksheet.fields(of: question, session, localization),
        points: Worksheet.points(of: question, session, localization), lines: min(max(question.count.lowerBound, 6), 12)
      )
    }
  }

  private static func points(of question: Question, _ session: Session, _ localization: Localization) -> [String] {
    guard case .vote = question.kind else { return [] }
    return session.votable(at: question).map { session.name(of: $0.handle, in: localization) }
  }

  private static func fields(of question: Question, _ session: Session, _ localization: Localization) -> [String] {
    switch question.kind {
    case .table(let columns):
      question.askedColumns(in: session.run).map { localization.texts.label(of: columns[$0].id, in: question.id) }
    case .grid(let grid):
      session.rows(of: grid.rows, of: question, in: localization).map { row in
        row.letter.map { "\($0): \(row.label)" } ?? row.label
      }
    case .line, .list, .single, .multi, .number, .date, .vote: []
    }
  }

  private var heading: String { [title, group].compactMap(\.self).joined(separator: " – ") }

  /// The sheet as Markdown. What a group writes behind a bullet is what is taken in.
  public var markdown: String {
    var lines = ["# " + Markdown.escaped(heading), ""]
    if !people.isEmpty { lines += ["> " + Markdown.escaped(people.joined(separator: ", "))] }
    lines += ["> " + Markdown.escaped(instruction)]
    for item in questions {
      lines += ["", "## \(Markdown.escaped(item.label)) (\(item.id))", ""]
      lines += item.texts.map { "> " + Markdown.escaped($0) }
      if !item.fields.isEmpty { lines += ["> " + item.fields.map { Markdown.escaped($0) }.joined(separator: " | ")] }
      lines += item.points.map { "> · " + Markdown.escaped($0) }
      lines += [""] + Array(repeating: "- ", count: item.lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sheet as HTML for printing: one file, nothing from the network.
  public var html: String {
    var lines = [
      "<!doctype html>", "<html lang=\"\(Worksheet.escaped(language.rawValue))\">", "<head>",
      "<meta charset=\"utf-8\">",
      "<title>\(Worksheet.escaped(heading))</title>", "<style>\(Worksheet.style)</style>", "</head>", "<body>",
      "<h1>\(Worksheet.escaped(heading))</h1>",
    ]
    if !people.isEmpty { lines.append("<p class=\"people\">\(Worksheet.escaped(people.joined(separator: ", ")))</p>") }
    for item in questions {
      lines += ["<section>", "<h2>\(Worksheet.escaped(item.label))</h2>"]
      lines += item.texts.map { "<p>\(Worksheet.escaped($0))</p>" }
      lines += !item.points.isEmpty ? ballot(item) : item.fields.isEmpty ? ruled(item.lines) : table(item)
      lines.append("</section>")
    }
    return (lines + ["</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private func ruled(_ count: Int) -> [String] {
    Array(repeating: "<div class=\"line\"></div>", count: count)
  }

  /// What is voted on, with a box for the votes of each.
  private func ballot(_ item: Item) -> [String] {
    ["<table class=\"ballot\">"]
      + item.points.map { "<tr><td>\(Worksheet.escaped($0))</td><td></td></tr>" } + ["</table>"]
  }

  private func table(_ item: Item) -> [String] {
    let head = item.fields.map { "<th>\(Worksheet.escaped($0))</th>" }.joined()
    let row = "<tr>" + String(repeating: "<td></td>", count: item.fields.count) + "</tr>"
    return ["<table>", "<tr>\(head)</tr>"] + Array(repeating: row, count: item.lines) + ["</table>"]
  }

  private static let style = """
    @page{size:A4;margin:15mm}@media screen and (max-width:44rem){body{margin:1rem!important}table{display:block;\
    overflow-x:auto;table-layout:auto!important}th,td{min-width:8rem}}\
    body{font:12pt/1.4 sans-serif;margin:2cm;color:#000;background:#fff}h1{font-size:18pt}h2{font-size:14pt}\
    section{break-inside:avoid}.people{font-weight:bold}.line{border-bottom:1px solid #000;height:1.1cm}\
    table{width:100%;border-collapse:collapse;table-layout:fixed}th,td{border:1px solid #000;padding:2mm;\
    text-align:left;vertical-align:top}td{height:1.1cm}.ballot td:last-child{width:3cm}
    """

  /// A text as it may stand in an element or an attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case _: escaped.append(character)
      }
    }
    return escaped
  }
}
