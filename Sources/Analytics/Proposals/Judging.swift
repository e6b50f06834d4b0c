/// Turns what the rows of a candidate came to into a proposal, or into the reason why there is none.
struct Judging {
  private let file: AnalyticsFile
  private let candidate: Candidate
  private let tally: Tally
  private var table: Table { file.tables[candidate.table] }

  /// The places behind the mark of a quotient.
  private static let places = 4
  /// How many days numbers still come in where nothing is known of the network.
  private static let usualDelay = 3

  init(_ file: AnalyticsFile, _ candidate: Candidate, _ tally: Tally) {
    self.file = file
    self.candidate = candidate
    self.tally = tally
  }

  var outcome: Outcome {
    let name = table.found.names[candidate.terms[0].column].text
    guard tally.rows > 0 else {
      if let days = tally.otherRange { return .refusal(.outsidePeriod(found: days)) }
      if let word = candidate.rowWord ?? candidate.rowNetwork { return .refusal(.noSuchRows(word: word)) }
      return .refusal(.noRows(table: table.found.title))
    }
    guard tally.values > 0 else { return .refusal(.noValues(column: name)) }
    if hasLastOnly, tally.last?.day != candidate.kpi.period.last {
      return .refusal(.otherWindow(column: name, days: candidate.kpi.period.count))
    }
    if candidate.way == .weightedMean, candidate.base.isEmpty, tally.values > 1 {
      return .refusal(.noWeight(column: name))
    }
    if candidate.way == .last, tally.rowsOfLastDay > 1 {
      let dimension = table.dimension.map { table.found.names[$0].text } ?? ""
      return .refusal(.breakdownNotTotal(column: name, dimension: dimension))
    }
    if let column = peopleOfManyRows { return .refusal(.peopleAddedUp(column: column)) }
    guard let value else {
      let isZero = !candidate.base.isEmpty && tally.base.isZero
      return .refusal(isZero ? .dividedByZero(column: name) : .tooLarge(column: name))
    }
    return .proposal(proposal(value))
  }

  /// A column that counts people, where its numbers are not the one number of the whole period.
  private var peopleOfManyRows: String? {
    guard !hasLastOnly, candidate.rows == .all else { return nil }
    let isWhole = tally.rows == 1 && (table.dayColumn == nil || tally.range == candidate.kpi.period)
    guard !isWhole else { return nil }
    for term in candidate.terms + candidate.base {
      let isOfPeople = table.metrics[term.column].flatMap { file.vocabulary.kinds[$0] } == .people
      // Opens of different letters are different things, though each counts people.
      guard isOfPeople || candidate.way == .single, !(candidate.isOverItems && candidate.way == .ratio) else {
        continue
      }
      return table.found.names[term.column].text
    }
    return nil
  }

  /// Whether each number is one of as many days as the period, counted back: then the last is that of the period.
  private var hasLastOnly: Bool {
    TableMetrics.window(of: table.found.names[candidate.terms[0].column].key, file.vocabulary)
      == candidate.kpi.period.count
  }

  private var value: ExactNumber? {
    switch candidate.way {
    case .sum, .count: return tally.sums.number()
    case .last: return tally.last?.value.number()
    case .single: return scaled(tally.last?.value)?.number()
    case .ratio:
      if candidate.rows == .total || !candidate.base.isEmpty {
        var upper = tally.sums
        if candidate.unit == .percent || candidate.unit == nil { upper.multiply(by: 100) }
        return upper.divided(by: tally.base, places: Judging.places)
      }
      return nil
    case .weightedMean:
      // A row of totals is a mean already.
      if candidate.rows == .total || tally.values == 1 { return scaled(tally.last?.value)?.number() }
      return scaled(tally.products)?.divided(by: tally.base, places: Judging.places)
    case .mean:
      return scaled(tally.sums)?.divided(
        by: ExactTotal(mantissa: Int128(tally.values), scale: 0), places: Judging.places)
    case .netPromoterScore:
      let difference = ExactTotal(mantissa: Int128(100 * (tally.promoters - tally.detractors)), scale: 0)
      return difference.divided(by: ExactTotal(mantissa: Int128(tally.values), scale: 0), places: 1)
    }
  }

  private func scaled(_ total: ExactTotal?) -> ExactTotal? {
    var total = total
    total?.multiply(by: Int128(candidate.factor))
    return total
  }

  private func proposal(_ value: ExactNumber) -> Proposal {
    let sheet = file.sheets[table.sheet]
    func headers(_ terms: [Candidate.Term]) -> [String] {
      terms.map { ($0.isSubtracted ? "−" : "") + table.found.names[$0.column].text }
    }
    let isOfDays = candidate.rows == .all && table.dayColumn != nil
    let working = Working(
      member: sheet.member, sheet: sheet.name, title: table.found.title, way: way, columns: headers(candidate.terms),
      base: way == .single ? [] : headers(candidate.base), rows: tally.rows, rowsOfOtherDays: tally.rowsOfOtherDays,
      days: isOfDays ? tally.range : candidate.stated, daysFound: isOfDays ? tally.daysFound : 0,
      daysExpected: candidate.kpi.period.count)
    let others = table.roles.indices.filter { column in
      table.roles[column] == .numbers && !candidate.columns.contains(column)
    }
    return Proposal(
      value: value, unit: unit, working: working, incomplete: incomplete, notes: notes, mapping: mapping,
      others: others.prefix(50).map { ColumnChoice(table: "", table.found, $0) })
  }

  /// One cell is one cell, whatever would have been done with several.
  private var way: Way {
    switch candidate.way {
    case .weightedMean where candidate.rows == .total || tally.values == 1: .single
    case .sum where candidate.rows == .total: .single
    case .sum, .last, .single, .ratio, .weightedMean, .mean, .netPromoterScore, .count: candidate.way
    }
  }

  private var unit: ValueUnit? {
    let isDuration = table.found.columns[candidate.terms[0].column].durations > 0 && candidate.base.isEmpty
    return isDuration ? .seconds : candidate.unit
  }

  private var mapping: Mapping {
    var choice = candidate.choice
    let names = table.found.names
    if candidate.terms.allSatisfy({ !$0.isSubtracted }), !choice.columns.isEmpty {
      choice.columns = candidate.terms.map { names[$0.column].key }
      choice.base = candidate.base.map { names[$0.column].key }
      choice.way = candidate.way
    }
    // The title and the headers are the same for every network, and the last row is of another year the next time.
    (choice.year, choice.network) = (nil, nil)
    return Mapping(kpi: candidate.kpi.id, fingerprint: table.found.fingerprint, choice: choice)
  }

  private var notes: [Note] {
    var notes = candidate.notes
    if candidate.rowWord != nil || candidate.rowNetwork != nil { notes.append(.rowsTaken(labels: tally.labels)) }
    if let column = tally.missingColumn {
      notes.append(.missingCells(column: table.found.names[column].text, count: tally.missing))
    }
    if let (column, count, line, text) = tally.unread {
      notes.append(.cellsNotNumbers(column: table.found.names[column].text, count: count, line: line, text: text))
    }
    if candidate.rows == .all, candidate.rowWord == nil, table.kind == .days, tally.rows > tally.daysFound,
      let dimension = table.dimension
    {
      notes.append(.sumOverBreakdown(dimension: table.found.names[dimension].text))
    }
    if let text = table.cutOff { notes.append(.cutOff(text: text)) }
    if candidate.way == .netPromoterScore, tally.values < 30 { notes.append(.fewAnswers(count: tally.values)) }
    if candidate.way == .last, table.dayColumn == nil { notes.append(.dayNotStated) }
    return notes
  }

  private var incomplete: [Incompleteness] {
    var incomplete = candidate.incomplete
    let period = candidate.kpi.period
    if candidate.way != .count, candidate.way != .netPromoterScore, tally.missing > 0, candidate.way != .last,
      table.kind == .days || table.kind == .breakdown
    {
      incomplete.append(.missingCells(count: tally.missing))
    }
    if let unread = tally.unread { incomplete.append(.missingCells(count: unread.count)) }
    guard candidate.rows == .all, table.dayColumn != nil, !candidate.isOverItems, table.kind != .items else {
      return incomplete
    }
    if candidate.way == .last || hasLastOnly {
      if let day = tally.last?.day, day < period.last { incomplete.append(.endsEarly(day)) }
    } else {
      let missing = tally.missingDays
      let count = period.count - tally.daysFound
      if count > 0 { incomplete.append(.missingDays(count: count, ranges: Array(missing.prefix(10)))) }
      let repeated = tally.rows - tally.daysFound
      if repeated > 0, table.kind == .days, table.dimension == nil { incomplete.append(.repeatedDays(count: repeated)) }
    }
    if let first = firstDayStillComing { incomplete.append(.mayStillChange(from: first)) }
    return incomplete
  }

  /// The first day of the period whose numbers still come in.
  private var firstDayStillComing: CalendarDay? {
    guard let downloaded = file.downloaded else { return nil }
    let network = file.network(of: candidate.table) ?? candidate.kpi.network ?? ""
    let delay = file.vocabulary.words("delay", meaning: network).first.flatMap { Int($0) } ?? Judging.usualDelay
    let first = max(downloaded.later(by: 1 - delay), candidate.kpi.period.first)
    guard let last = tally.range?.last, last >= first else { return nil }
    return first
  }
}

extension Proposal {
  /// The same, with something more to say.
  func with(_ note: Note) -> Proposal {
    Proposal(
      value: value, unit: unit, working: working, incomplete: incomplete, notes: notes + [note], mapping: mapping,
      others: others)
  }
}

extension Evaluation {
  /// The place of the first candidate of a KPI; behind all when it has none.
  func firstIndex(of kpi: WantedKPI) -> Int { candidates.firstIndex { $0.kpi == kpi } ?? candidates.count }
}
