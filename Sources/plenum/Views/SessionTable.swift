import LineEditor
import Workshop

/// Sessions as a table, one a row.
struct SessionTable {
  let summaries: [SessionSummary]
  let words: Language
  /// Gives the day of a moment where the room is.
  let day: (Moment) -> Day

  /// The columns, in order.
  private enum Column: CaseIterable {
    case name, title, language, run, answered, changed, findings, state

    /// What goes before another: the title and the name are shortened first.
    static let dispensable: [Column] = [.language, .run, .changed, .findings]
  }

  /// The table.
  ///
  /// - Parameter width: The columns of the window; nil where there is none, and nothing is shortened.
  /// - Returns: Its lines.
  func text(columns width: Int?) -> String {
    var columns = Column.allCases.filter { $0 != .state || summaries.contains { $0.state != .fine } }
    guard let width else { return table(columns).text(columns: .max) }
    for column in Column.dispensable where table(columns).leastWidth > width { columns.removeAll { $0 == column } }
    return table(columns).text(columns: width)
  }

  private func table(_ columns: [Column]) -> TextTable {
    TextTable(
      rows: [columns.map(heading)]
        + summaries.map { summary in columns.map { cell($0, summary) } },
      flexible: [Column.title, .state, .name].compactMap(columns.firstIndex))
  }

  private func heading(_ column: Column) -> String {
    switch column {
    case .name: words.sentence("list.name")
    case .title: words.sentence("list.title")
    case .language: words.sentence("list.language")
    case .run: words.sentence("list.run")
    case .answered: words.sentence("list.answered")
    case .changed: words.sentence("list.changed")
    case .findings: words.sentence("list.findings")
    case .state: words.sentence("list.state")
    }
  }

  private func cell(_ column: Column, _ summary: SessionSummary) -> String {
    guard let workshop = summary.workshop else {
      return switch column {
      case .name: summary.name
      case .state: word(summary.state)
      case .title, .language, .run, .answered, .changed, .findings: ""
      }
    }
    return switch column {
    case .name: summary.name
    case .title: workshop.title
    case .language: workshop.language.rawValue
    case .run: workshop.run.rawValue
    case .answered: "\(workshop.answered)/\(workshop.required)"
    case .changed: day(workshop.changed).description
    case .findings: findings(workshop)
    case .state: word(summary.state)
    }
  }

  /// The signs are those of `/check`.
  private func findings(_ workshop: SessionSummary.Workshop) -> String {
    let signs: [(Finding.Severity, String)] = [(.error, "!"), (.warning, "?"), (.note, "·")]
    let counts = signs.compactMap { severity, sign in workshop.findings[severity].map { "\(sign) \($0)" } }
    return counts.isEmpty ? "✓" : counts.joined(separator: "  ")
  }

  private func word(_ state: SessionSummary.State) -> String {
    switch state {
    case .fine: ""
    case .open: words.sentence("list.is-open")
    case .conflicted: words.sentence("list.is-conflicted")
    case .damaged: words.sentence("list.is-damaged")
    case .unreadable: words.sentence("list.is-unreadable")
    }
  }
}
