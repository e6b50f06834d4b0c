/// Looks for a KPI among labels with their value, such as `Total followers on 9/30/2026:` and 1544.
struct FactSearch {
  private let file: AnalyticsFile
  private let kpi: WantedKPI
  private let recipe: Recipe?

  init(_ file: AnalyticsFile, _ kpi: WantedKPI, recipe: Recipe?) {
    self.file = file
    self.kpi = kpi
    self.recipe = recipe
  }

  var outcomes: [Outcome] {
    guard let recipe else { return [] }
    var outcomes: [Outcome] = []
    for (sheet, found) in file.found.enumerated() {
      for fact in found.facts {
        let metric = file.vocabulary.metrics[FactSearch.key(fact.label)]
        guard let metric, recipe.formulas.contains(where: { $0.measures(metric) }), let value = value(fact) else {
          continue
        }
        outcomes.append(outcome(fact, value, sheet))
      }
    }
    return outcomes
  }

  /// The label without the day in it and the colon behind it.
  private static func key(_ label: String) -> String {
    let words = HeaderName.key(label).split(separator: " ")
    return words.filter { !$0.contains { $0.isNumber } }.joined(separator: " ").trimmingColon
  }

  private func value(_ fact: FoundFact) -> ExactNumber? {
    let bytes = Array(fact.value.utf8)
    guard let shape = NumberShape(bytes.span, 0..<bytes.count), let evidence = MarkEvidence(shape) else { return nil }
    return ExactNumber(shape, mark: evidence.mark ?? .point)
  }

  private func outcome(_ fact: FoundFact, _ value: ExactNumber, _ sheet: Int) -> Outcome {
    let network = file.vocabulary.meaning(in: HeaderName.key(file.name), "network")
    if let network, let wanted = kpi.network, network != wanted { return .refusal(.otherNetwork(found: network)) }
    let day = StatedPeriod.dates(in: fact.label, file.vocabulary).compactMap(day).first
    var (notes, incomplete): ([Note], [Incompleteness]) = ([], [])
    if let day {
      if day > kpi.period.last || day < kpi.period.first { return .refusal(.outsidePeriod(found: DayRange(day))) }
      if day < kpi.period.last { incomplete.append(.endsEarly(day)) }
    } else {
      notes.append(.dayNotStated)
    }
    if kpi.network != nil, network == nil { notes.append(.networkNotStated) }
    let working = Working(
      member: file.sheets[sheet].member, sheet: file.sheets[sheet].name, title: "", way: .single, columns: [fact.label],
      base: [], rows: 1, rowsOfOtherDays: 0, days: day.map { DayRange($0) }, daysFound: day == nil ? 0 : 1,
      daysExpected: 1)
    let fingerprint = HeaderFingerprint(headers: [FactSearch.key(fact.label)], title: "")
    return .proposal(
      Proposal(
        value: value, unit: recipe?.unit, working: working, incomplete: incomplete, notes: notes,
        mapping: Mapping(kpi: kpi.id, fingerprint: fingerprint, choice: Choice()), others: []))
  }

  private func day(_ shape: DateShape) -> CalendarDay? {
    switch shape {
    case .day(let day), .compact(let day): day
    case .twoOrders(let first, let second, let year):
      // Only one order can be meant where only one is in the period.
      if let day = DateOrder.monthFirst.day(first, second, year), kpi.period.contains(day) || second > 12 {
        day
      } else {
        (file.dateOrder ?? .dayFirst).day(first, second, year)
      }
    case .month, .yearless, .shortened: nil
    }
  }
}

extension String {
  fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
