/// Finds the columns of a table for a formula.
struct FormulaColumns {
  enum Found {
    case columns([Candidate.Term], base: [Candidate.Term])
    /// Several columns measure the same.
    case ambiguous([Int])
  }

  private let formula: Formula
  private let table: Table
  private let vocabulary: Vocabulary

  init(_ formula: Formula, in table: Table, _ vocabulary: Vocabulary) {
    self.formula = formula
    self.table = table
    self.vocabulary = vocabulary
  }

  /// The columns; nil when one is missing.
  func resolve() -> Found? {
    var (terms, base): ([Candidate.Term], [Candidate.Term]) = ([], [])
    for (index, term) in (formula.terms + formula.base).enumerated() {
      let columns = columns(term.metric)
      guard let column = columns.first else {
        // A mean without its weight may still be one cell.
        if formula.way == .mean, index >= formula.terms.count { break }
        return nil
      }
      guard columns.count == 1 else { return .ambiguous(columns) }
      let found = Candidate.Term(column: column, isSubtracted: term.isSubtracted)
      if index < formula.terms.count { terms.append(found) } else { base.append(found) }
    }
    return .columns(terms, base: base)
  }

  private func columns(_ metric: String) -> [Int] {
    let isLabel = vocabulary.kinds[metric] == .label
    let all = table.metrics.indices.filter {
      table.metrics[$0] == metric
        && (isLabel || table.roles[$0] == .numbers || (table.found.rowCount == 0 && table.roles[$0] == .blank))
    }
    // Of a whole and its parts, the whole.
    let whole = all.filter { !TableMetrics.isPart(table.found.names[$0].key, vocabulary) }
    return whole.isEmpty ? all : whole
  }

  /// What looks like an answer and is none: new followers for followers, a cell of nothing.
  static func trap(_ recipe: Recipe, in table: Table, _ vocabulary: Vocabulary) -> ValueRefusal? {
    guard recipe.goal == "followers" else { return nil }
    let changes = table.metrics.indices.filter { column in
      guard let metric = table.metrics[column] else { return false }
      return vocabulary.kinds[metric] == .change || ["follows", "unfollows"].contains(metric)
    }
    guard !changes.isEmpty, !table.metrics.contains("followers") else { return nil }
    let names = changes.map { table.found.names[$0] }
    if let total = names.first(where: { vocabulary.metrics[$0.key] == "followers" }) {
      return .newNotTotal(column: total.text)
    }
    return .onlyChanges(columns: names.map(\.text))
  }
}

extension Table {
  /// What is tried first: a course of days, then one total, then parts, then things.
  var rank: Int {
    switch kind {
    case .days: dimension == nil ? 0 : 3
    case .months: 1
    case .breakdown: total == nil ? 4 : 2
    case .items: total == nil ? Table.rankOfItems : 2
    }
  }

  /// The rank of things without a total.
  static var rankOfItems: Int { 5 }
}

extension Formula {
  /// Whether it measures that alone.
  func measures(_ metric: String) -> Bool {
    terms == [Term(metric: metric, isSubtracted: false)] && base.isEmpty && rows == nil
  }
}

extension Formula.Way {
  var way: Way {
    switch self {
    case .sum: .sum
    case .last: .last
    case .people: .single
    case .ratio: .ratio
    case .mean: .weightedMean
    case .average: .mean
    case .nps: .netPromoterScore
    case .count: .count
    }
  }
}
