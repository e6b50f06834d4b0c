import Draft
import Facilitation
import Workshop

/// Sessions as a table, one a row.
struct SessionTable {
  let summaries: [SessionSummary]
  let words: Language
  /// Gives the day of a moment where the room is.
  let day: (Moment) -> Day

  /// The columns, in order.
  private enum Column: CaseIterable {
    case name, title, language, run, answered, changed, findings, behind, state

    /// What goes before another: the title and the name are shortened first.
    static let dispensable: [Column] = [.language, .run, .changed, .findings]
  }

  /// The table.
  ///
  /// - Parameter width: The columns of the window; nil where there is none, and nothing is shortened.
  /// - Returns: Its lines.
  func text(columns width: Int?) -> String {
    let columns = Column.allCases.filter { column in
      switch column {
      case .state: summaries.contains { $0.state != .fine }
      case .behind: summaries.contains { $0.workshop?.behind ?? 0 > 0 }
      case .name, .title, .language, .run, .answered, .changed, .findings: true
      }
    }
    // Findings take long to count. Where not even their heading has room, nothing is gained by it.
    let uncounted = summaries.map { _ in "" }
    let isShown = width.map { fitting(columns, width: $0, findings: uncounted).contains(.findings) } ?? true
    let findings = isShown ? summaries.map { $0.workshop.map(signs) ?? "" } : uncounted
    guard let width else { return table(columns, findings).text(columns: .max) }
    return table(fitting(columns, width: width, findings: findings), findings).text(columns: width)
  }

  private func fitting(_ columns: [Column], width: Int, findings: [String]) -> [Column] {
    var columns = columns
    for column in Column.dispensable where table(columns, findings).leastWidth > width {
      columns.removeAll { $0 == column }
    }
    return columns
  }

  private func table(_ columns: [Column], _ findings: [String]) -> TextTable {
    TextTable(
      rows: [columns.map(heading)]
        + zip(summaries, findings).map { summary, findings in
          columns.map { $0 == .findings ? findings : cell($0, summary) }
        },
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
    case .behind: words.sentence("list.behind")
    case .state: words.sentence("list.state")
    }
  }

  private func cell(_ column: Column, _ summary: SessionSummary) -> String {
    guard let workshop = summary.workshop else {
      return switch column {
      case .name: summary.name
      case .state: word(summary.state)
      case .title, .language, .run, .answered, .changed, .findings, .behind: ""
      }
    }
    return switch column {
    case .name: summary.name
    case .title: workshop.title
    case .language: workshop.language.rawValue
    case .run: workshop.run.rawValue
    case .answered: "\(workshop.answered)/\(workshop.required)"
    case .changed: day(workshop.changed).description
    case .findings: ""
    case .behind: workshop.behind > 0 ? "\(MeasureState.behind.sign) \(workshop.behind)" : ""
    case .state: word(summary.state)
    }
  }

  /// The signs are those of `/check`.
  private func signs(_ workshop: SessionSummary.Workshop) -> String {
    let signs: [(Finding.Severity, String)] = [(.error, "!"), (.warning, "?"), (.note, "·")]
    let found = workshop.countFindings()
    let counts = signs.compactMap { severity, sign in found[severity].map { "\(sign) \($0)" } }
    return counts.isEmpty ? "✓" : counts.joined(separator: "  ")
  }

  private func word(_ state: SessionSummary.State) -> String {
    switch state {
    case .fine: ""
    case .open: words.sentence("list.is-open")
    case .conflicted: words.sentence("list.is-conflicted")
    case .newer: words.sentence("list.is-newer")
    case .damaged: words.sentence("list.is-damaged")
    case .unreadable: words.sentence("list.is-unreadable")
    }
  }
}
