/// Looks for one KPI in a file: first as it was taken the last time or as somebody chose, then by what is known of it.
struct Search {
  let file: AnalyticsFile
  let kpi: WantedKPI
  /// What can be tried, the best first; a question or refusal stands where one was found on the way.
  private var prospects: [Prospect] = []
  private var facts: [Outcome] = []

  init(_ file: AnalyticsFile, _ kpi: WantedKPI, mappings: [Mapping], choice: Choice?) {
    self.file = file
    self.kpi = kpi
    let choice = choice ?? Choice()
    if !choice.columns.isEmpty {
      prospects = chosen(choice, in: file.tables.indices.filter { has(choice, $0) })
      if prospects.isEmpty { prospects = [.refusal(.notInFile)] }
      return
    }
    for mapping in mappings {
      let tables = file.tables.indices.filter { file.tables[$0].found.fingerprint == mapping.fingerprint }
      let known = mapping.choice.completed(by: choice)
      if known.columns.isEmpty {
        prospects += tables.flatMap { recipes(known, in: [$0]) }
      } else {
        prospects += chosen(known, in: tables.filter { has(known, $0) })
      }
    }
    guard prospects.isEmpty else { return }
    if let changed = changedHeaders(mappings) {
      prospects = [changed]
      return
    }
    prospects = recipes(choice, in: Array(file.tables.indices))
    facts = FactSearch(file, kpi, recipe: recipe).outcomes
    if prospects.isEmpty, facts.isEmpty { prospects = [nothingKnown()] }
  }

  var candidates: [Candidate] {
    prospects.compactMap { if case .candidate(let candidate) = $0 { candidate } else { nil } }
  }

  /// What is known of the KPI.
  var recipe: Recipe? {
    if let catalogue = kpi.catalogue, let recipe = file.vocabulary.recipes.first(where: { $0.kpis.contains(catalogue) })
    {
      return recipe
    }
    let keys = kpi.names.map(HeaderName.key)
    for key in keys {
      if let recipe = file.vocabulary.recipes.first(where: { $0.names.contains(key) }) { return recipe }
    }
    for key in keys {
      guard let metric = file.vocabulary.metrics[key] else { continue }
      // A metric of that name, in whatever language, is made by the recipe that measures nothing else.
      if let recipe = file.vocabulary.recipes.first(where: {
        $0.goal == metric || $0.formulas.contains { $0.measures(metric) }
      }) {
        return recipe
      }
      if let kind = file.vocabulary.kinds[metric] { return Recipe(of: metric, kind: kind) }
    }
    return nil
  }

  private func has(_ choice: Choice, _ table: Int) -> Bool {
    let keys = file.tables[table].found.names.map(\.key)
    return (choice.columns + choice.base).allSatisfy(keys.contains)
  }

  /// What somebody chose by the headers.
  private func chosen(_ choice: Choice, in tables: [Int]) -> [Prospect] {
    tables.map { table in
      let keys = file.tables[table].found.names.map(\.key)
      func terms(_ headers: [String]) -> [Candidate.Term] {
        headers.compactMap { header in
          keys.firstIndex(of: header).map { Candidate.Term(column: $0, isSubtracted: false) }
        }
      }
      let (terms, base) = (terms(choice.columns), terms(choice.base))
      let isOfShares = terms.first.map { file.tables[table].found.columns[$0.column].percentages > 0 } ?? false
      // A single row with a label is a thing of that day: a letter, a post.
      let isOneThing = file.tables[table].found.rowCount == 1 && file.tables[table].dimension != nil
      let isOfDays = !isOneThing && (file.tables[table].kind == .days || file.tables[table].kind == .months)
      return Prospecting(file, kpi, table, choice).prospect(
        way: choice.way ?? wayOfRecipe, terms, base: base, unit: isOfShares ? .percent : recipe?.unit,
        isOverItems: !isOfDays || recipe?.isOverItems == true)
    }
  }

  /// What is done with a column that is not known, where all that is known of the KPI needs one column.
  private var wayOfRecipe: Way? {
    guard let formula = recipe?.formulas.first, formula.base.isEmpty, formula.terms.count == 1 else { return nil }
    return formula.way.way
  }

  /// What the recipe of the KPI finds, a course of days before a total, and that before a breakdown.
  private func recipes(_ choice: Choice, in tables: [Int]) -> [Prospect] {
    guard let recipe else { return [] }
    var found: [(rank: Int, prospect: Prospect)] = []
    for table in tables {
      for (order, formula) in recipe.formulas.enumerated() {
        let columns = FormulaColumns(formula, in: file.tables[table], file.vocabulary)
        guard let resolved = columns.resolve() else { continue }
        let prospect: Prospect
        switch resolved {
        case .ambiguous(let choices):
          // Where neither would do, nobody is asked which.
          let isOfItems = file.tables[table].rank == Table.rankOfItems && !recipe.isOverItems
          prospect =
            isOfItems
            ? .refusal(.itemsNotDays(column: file.tables[table].found.names[choices[0]].text))
            : .question(.whichColumn(choices.map { choiceOf(column: $0, table) }))
        case .columns(let terms, let base):
          prospect = Prospecting(file, kpi, table, choice).prospect(
            way: formula.way.way, terms, base: base, unit: recipe.unit, isOverItems: recipe.isOverItems,
            rows: formula.rows)
        }
        found.append((file.tables[table].rank * 16 + order, prospect))
        break
      }
      if let refusal = FormulaColumns.trap(recipe, in: file.tables[table], file.vocabulary) {
        found.append((file.tables[table].rank * 16 + 15, .refusal(refusal)))
      }
    }
    return found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
      \.element.prospect)
  }

  private func choiceOf(column: Int, _ table: Int) -> ColumnChoice {
    ColumnChoice(table: file.label(of: file.tables[table]), file.tables[table].found, column)
  }

  /// What to choose from when no header says it: the columns of a language that is not known, or all of them for a KPI
  /// of which nothing is known. Where the headers are known and it is not among them, it is not in the file.
  private func nothingKnown() -> Prospect {
    var choices: [ColumnChoice] = []
    for (index, table) in file.tables.enumerated() {
      let numbers = table.roles.indices.filter { table.roles[$0] == .numbers }
      let unknown = numbers.filter { table.metrics[$0] == nil }
      let offered: [Int]
      if let recipe {
        let isScale = recipe.formulas.first?.way == .nps
        let isUnknown = unknown.count * 2 >= numbers.count && (table.kind == .days || table.kind == .months)
        offered = isScale ? unknown.filter { isScaleOfTen(table.found.columns[$0]) } : isUnknown ? unknown : []
      } else {
        offered = numbers
      }
      choices += offered.map { choiceOf(column: $0, index) }
    }
    return choices.isEmpty ? .refusal(.notInFile) : .question(.whichColumn(Array(choices.prefix(200))))
  }

  private func isScaleOfTen(_ column: ColumnProfile) -> Bool {
    column.numbers > 0 && column.least >= 0 && column.greatest <= 10 && column.greatest > 1
  }

  /// A table that has at least half of the headers of the last time, and not all of them.
  private func changedHeaders(_ mappings: [Mapping]) -> Prospect? {
    for mapping in mappings {
      for (index, table) in file.tables.enumerated() {
        let now = table.found.fingerprint
        let gone = now.added(in: mapping.fingerprint)
        let added = mapping.fingerprint.added(in: now)
        guard !(gone.isEmpty && added.isEmpty), gone.count * 2 <= mapping.fingerprint.headers.count else { continue }
        let choices = table.roles.indices.filter { table.roles[$0] == .numbers }.map { choiceOf(column: $0, index) }
        return .question(.headersChanged(added: added, gone: gone, columns: choices))
      }
    }
    return nil
  }

  /// The best of what was tried: a whole value, then one that is not whole, then a question, then why not.
  func outcome(_ evaluation: Evaluation) -> Outcome {
    var (proposals, networks): ([(Proposal, String)], [String]) = ([], [])
    var (question, refusal): (Question?, ValueRefusal?) = (nil, nil)
    var next = evaluation.firstIndex(of: kpi)
    func take(_ outcome: Outcome, from table: String) {
      switch outcome {
      case .proposal(let proposal): proposals.append((proposal, table))
      case .question(let asked): question = question ?? asked
      case .refusal(let reason): refusal = refusal.map { $0.isOfNoUse ? reason : $0 } ?? reason
      }
    }
    for prospect in prospects {
      switch prospect {
      case .question(let asked): take(.question(asked), from: "")
      case .refusal(let reason): take(.refusal(reason), from: "")
      case .candidate(let candidate):
        let table = file.tables[candidate.table]
        // Blocks of two networks in one file are alike but for their titles.
        if let network = file.network(of: candidate.table), !networks.contains(network) { networks.append(network) }
        take(Judging(file, candidate, evaluation.tallies[next]).outcome, from: file.label(of: table))
        next += 1
      }
    }
    for fact in facts { take(fact, from: "") }
    let best = proposals.first { $0.0.incomplete.isEmpty } ?? proposals.first
    if kpi.network == nil, networks.count > 1, let best {
      return .question(.whichNetwork(title: best.0.working.title))
    }
    guard let best else { return question.map { .question($0) } ?? .refusal(refusal ?? .notInFile) }
    let differing = proposals.first { $0.0.value != best.0.value && $0.0.unit == best.0.unit && $0.1 != best.1 }
    guard let differing else { return .proposal(best.0) }
    return .proposal(best.0.with(.othersDiffer(table: differing.1, value: differing.0.value)))
  }
}

extension ValueRefusal {
  /// Whether another reason says more.
  fileprivate var isOfNoUse: Bool {
    switch self {
    case .notInFile, .noRows, .outsidePeriod: true
    case _: false
    }
  }
}

extension ColumnChoice {
  init(table: String, _ found: FoundTable, _ column: Int) {
    func cell(_ texts: [String]) -> String { column < texts.count ? String(texts[column].prefix(40)) : "" }
    self.init(
      table: table, column: found.names[column].text, first: cell(found.firstTexts), last: cell(found.lastTexts))
  }
}

extension Choice {
  /// This choice, and what another says where this says nothing.
  func completed(by other: Choice) -> Choice {
    var choice = self
    choice.way = way ?? other.way
    choice.rows = rows ?? other.rows
    choice.order = order ?? other.order
    choice.mark = mark ?? other.mark
    choice.network = network ?? other.network
    choice.year = other.year
    choice.areFractions = areFractions ?? other.areFractions
    return choice
  }
}
