/// Judges, before any row is read, whether some columns of a table can give a value, and what has to be asked first.
struct Prospecting {
  private let file: AnalyticsFile
  private let kpi: WantedKPI
  private let index: Int
  private let choice: Choice
  private var table: Table { file.tables[index] }
  private var vocabulary: Vocabulary { file.vocabulary }

  init(_ file: AnalyticsFile, _ kpi: WantedKPI, _ table: Int, _ choice: Choice) {
    self.file = file
    self.kpi = kpi
    index = table
    self.choice = choice
  }

  func prospect(
    way: Way?, _ terms: [Candidate.Term], base: [Candidate.Term], unit: ValueUnit?, isOverItems: Bool,
    rows word: String? = nil
  ) -> Prospect {
    guard let first = terms.first else { return .refusal(.notInFile) }
    let name = table.found.names[first.column].text
    guard table.found.rowCount > 0 else {
      return .refusal(.noRows(table: table.found.title.isEmpty ? name : table.found.title))
    }
    guard let way = way ?? defaultWay(of: first.column, hasBase: !base.isEmpty) else {
      return .question(.sumOrLast(column: name))
    }
    var notes: [Note] = fileNotes
    let stated = file.statedPeriod(of: table)
    var incomplete: [Incompleteness] = []
    let rows: Candidate.Rows
    switch chooseRows(way, first.column, isOverItems: isOverItems, stated: stated, &notes, &incomplete) {
    case .answer(let chosen): rows = chosen
    case .question(let question): return .question(question)
    case .refusal(let refusal): return .refusal(refusal)
    }
    if let refusal = refusal(of: way, terms, base, rows) { return .refusal(refusal) }
    let network: (String?, Prospect?) = checkNetwork(&notes)
    if let prospect = network.1 { return prospect }
    return candidate(
      way, terms, base, rows, word: choice.rows ?? word, network: network.0, unit: unit, isOverItems: isOverItems,
      stated: stated?.days, notes, incomplete)
  }

  private func candidate(
    _ way: Way, _ terms: [Candidate.Term], _ base: [Candidate.Term], _ rows: Candidate.Rows, word: String?,
    network: String?, unit: ValueUnit?, isOverItems: Bool, stated: DayRange?, _ notes: [Note],
    _ incomplete: [Incompleteness]
  ) -> Prospect {
    var notes = notes
    var marks: [Int: DecimalMark] = [:]
    for column in (terms + base).map(\.column) where way != .count {
      switch table.mark(of: column, choice, delimiter: file.sheets[table.sheet].delimiter) {
      case .answer(let mark): marks[column] = mark
      case .question(let question): return .question(question)
      case .refusal(let refusal): return .refusal(refusal)
      }
    }
    var days: DayReading?
    if rows == .all, table.dayColumn != nil {
      switch table.dayReading(choice, downloaded: file.downloaded, stated: stated, evidence: file.dateOrder) {
      case .answer(let reading): days = reading
      case .question(let question): return .question(question)
      case .refusal(let refusal): return .refusal(refusal)
      }
      if case .yearless? = days, choice.year == nil, let downloaded = file.downloaded {
        notes.append(.yearCounted(downloaded: downloaded))
      }
    }
    var factor = 1
    if unit == .percent, way == .weightedMean || way == .mean || way == .single || rows == .total,
      base.isEmpty || way != .ratio
    {
      switch self.factor(terms[0].column, &notes) {
      case .answer(let found): factor = found
      case .question(let question): return .question(question)
      case .refusal(let refusal): return .refusal(refusal)
      }
    }
    return .candidate(
      Candidate(
        kpi: kpi, table: index, way: way, terms: terms, base: base, rows: rows, rowWord: word.map(HeaderName.key),
        rowNetwork: network, unit: unit, isOverItems: isOverItems, factor: factor, days: days, marks: marks,
        stated: stated, choice: choice,
        notes: notes, incomplete: incomplete))
  }

  /// What is done with a column that somebody chose, by what it measures.
  private func defaultWay(of column: Int, hasBase: Bool) -> Way? {
    guard let kind = table.metrics[column].flatMap({ vocabulary.kinds[$0] }) else { return hasBase ? .ratio : nil }
    switch kind {
    case .sum, .change: return hasBase ? .ratio : .sum
    case .people: return .single
    case .level: return .last
    case .rate, .mean: return .weightedMean
    case .scale: return .netPromoterScore
    case .label: return .count
    }
  }

  private var fileNotes: [Note] {
    var notes: [Note] = []
    let sheet = file.sheets[table.sheet]
    if sheet.encoding == .windows1252 { notes.append(.encodingAssumed) }
    if sheet.delimiter == UInt8(ascii: ";") { notes.append(.savedBySpreadsheet) }
    if table.found.unevenRows > 0 {
      notes.append(.unevenRows(count: table.found.unevenRows, line: table.found.firstUnevenLine))
    }
    // What a file says of its own filters stands in a table of names and texts.
    for fact in file.found.flatMap(\.facts).prefix(20) {
      let isHeader = fact.line == 1
      let bytes = Array(fact.value.utf8)
      if !isHeader, NumberShape(bytes.span, 0..<bytes.count) == nil {
        notes.append(.filter(name: fact.label, value: fact.value))
      }
    }
    return notes
  }

  /// The network that rows must name; or what keeps the table from being used.
  private func checkNetwork(_ notes: inout [Note]) -> (rows: String?, Prospect?) {
    if let column = table.networkColumn {
      let found = Set([table.found.firstTexts, table.found.lastTexts].map { HeaderName.key($0[column]) })
      guard let wanted = kpi.network ?? choice.network else {
        return found.count == 1 && table.found.columns[column].isConstant
          ? (nil, nil) : (nil, .question(.whichNetwork(title: table.found.names[column].text)))
      }
      return (vocabulary.words("network", meaning: wanted).first { found.contains($0) } ?? wanted, nil)
    }
    let own = file.network(of: index) ?? (kpi.network == nil ? nil : choice.network)
    if let own, let clock = vocabulary.words("clock", meaning: own).first {
      notes.append(.daysOfNetwork(network: own, clock: clock))
    }
    guard let wanted = kpi.network ?? choice.network else { return (nil, nil) }
    if let own { return (nil, own == wanted ? nil : .refusal(.otherNetwork(found: own))) }
    // A title of one word is the same for every network.
    if !table.found.title.isEmpty, TableMetrics.metric(inTitle: table.found.title, vocabulary) != nil {
      return (nil, .question(.whichNetwork(title: table.found.title)))
    }
    notes.append(.networkNotStated)
    return (nil, nil)
  }

  /// Which rows give the value: those of the period, the one of totals, or all of a breakdown.
  private func chooseRows(
    _ way: Way, _ column: Int, isOverItems: Bool, stated: (days: DayRange, isOfName: Bool)?, _ notes: inout [Note],
    _ incomplete: inout [Incompleteness]
  ) -> Answer<Candidate.Rows> {
    let name = table.found.names[column].text
    switch table.kind {
    case .days, .months:
      if let total = table.total { notes.append(.totalLeftOut(label: total.label)) }
      return .answer(.all)
    case .items:
      if isOverItems { return .answer(.all) }
      guard let total = table.total else { return .refusal(.itemsNotDays(column: name)) }
      notes.append(.totalTaken(label: total.label))
      return checkPeriod(stated, &notes, &incomplete).map { .refusal($0) } ?? .answer(.total)
    case .breakdown:
      if let refusal = checkPeriod(stated, &notes, &incomplete) { return .refusal(refusal) }
      if let total = table.total {
        notes.append(.totalTaken(label: total.label))
        return .answer(.total)
      }
      return checkBreakdown(way, column, &notes).map { .refusal($0) } ?? .answer(.all)
    }
  }

  /// Whether the rows of a breakdown may be put together.
  private func checkBreakdown(_ way: Way, _ column: Int, _ notes: inout [Note]) -> ValueRefusal? {
    let dimension = table.dimension.map { table.found.names[$0].text } ?? ""
    if let partial = partialUse { return .partialBreakdown(dimension: dimension, use: partial) }
    let kind = table.metrics[column].flatMap { vocabulary.kinds[$0] }
    // One row of a breakdown is a part, too, unless it was chosen.
    if choice.rows != nil { return nil }
    if table.dimension != nil, way == .last || kind == .level {
      return .breakdownNotTotal(column: table.found.names[column].text, dimension: dimension)
    }
    guard table.found.rowCount > 1 else { return nil }
    if kind == .people { return .peopleAddedUp(column: table.found.names[column].text) }
    if let text = table.cutOff { return .cutOff(text: text) }
    notes.append(.sumOverBreakdown(dimension: dimension))
    return nil
  }

  private var partialUse: [String]? {
    for meaning in vocabulary.meanings("partial") {
      let needed = meaning.split(separator: ",").map { String($0.drop { $0 == " " }) }
      if needed.allSatisfy({ table.metrics.contains($0) }) { return vocabulary.words("partial", meaning: meaning) }
    }
    return nil
  }

  /// Compares the days that words give with those asked for.
  private func checkPeriod(
    _ stated: (days: DayRange, isOfName: Bool)?, _ notes: inout [Note], _ incomplete: inout [Incompleteness]
  ) -> ValueRefusal? {
    guard let (days, isOfName) = stated else {
      incomplete.append(.periodNotStated)
      return nil
    }
    if days == kpi.period { return nil }
    if isOfName, days.first == kpi.period.first, days.last == kpi.period.last.later(by: 1) {
      notes.append(.lastDayMayNotBelong(days.last))
      return nil
    }
    guard days.overlaps(kpi.period) else { return .outsidePeriod(found: days) }
    if !kpi.period.contains(days) { return .longerThanPeriod(found: days) }
    incomplete.append(.partlyCovered(days))
    return nil
  }

  /// Why the columns may not be put together so, whatever is in them.
  private func refusal(
    of way: Way, _ terms: [Candidate.Term], _ base: [Candidate.Term], _ rows: Candidate.Rows
  ) -> ValueRefusal? {
    for term in terms + base {
      let (column, name) = (table.found.columns[term.column], table.found.names[term.column])
      let kind = table.metrics[term.column].flatMap { vocabulary.kinds[$0] }
      if let line = column.firstExponent { return .rounded(column: name.text, line: line) }
      if way != .count, column.numbers == 0 { return .noValues(column: name.text) }
      if let window = TableMetrics.window(of: name.key, vocabulary), window != kpi.period.count {
        return .otherWindow(column: name.text, days: window)
      }
      if way == .last, kind == .level, rows == .all, table.dayColumn != nil, column.least <= 0 {
        return .newNotTotal(column: name.text)
      }
      if choice.rows != nil { continue }
      if way == .sum, kind == .people, rows == .all, table.found.rowCount > 1 {
        return .peopleAddedUp(column: name.text)
      }
      if way == .sum, kind == .level, rows == .all, table.found.rowCount > 1 {
        return .breakdownNotTotal(
          column: name.text, dimension: table.dimension.map { table.found.names[$0].text } ?? "")
      }
      if way == .sum, kind == .rate || kind == .mean, rows == .all, table.found.rowCount > 1 {
        return .noWeight(column: name.text)
      }
    }
    if way == .weightedMean, base.isEmpty, rows == .all, table.found.rowCount > 1, choice.rows == nil {
      return .noWeight(column: table.found.names[terms[0].column].text)
    }
    return nil
  }

  /// What shares without a sign are multiplied with to be hundredths.
  private func factor(_ index: Int, _ notes: inout [Note]) -> Answer<Int> {
    let (column, name) = (table.found.columns[index], table.found.names[index])
    if column.percentages > 0 || name.key.contains("%") { return .answer(1) }
    if let areFractions = choice.areFractions { return .answer(areFractions ? 100 : 1) }
    if column.greatest <= 1 {
      notes.append(.readAsFraction(column: name.text))
      return .answer(100)
    }
    if column.greatest > 2 {
      notes.append(.readAsPercent(column: name.text))
      return .answer(1)
    }
    let example = index < table.found.firstTexts.count ? table.found.firstTexts[index] : ""
    return .question(.fractionOrPercent(column: name.text, example: example))
  }
}
