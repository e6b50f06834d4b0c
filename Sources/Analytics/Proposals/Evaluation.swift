/// Reads the rows of a file once more, for all candidates at a time.
struct Evaluation {
  private let file: AnalyticsFile
  private(set) var candidates: [Candidate] = []
  private(set) var tallies: [Tally] = []

  init(_ file: AnalyticsFile) { self.file = file }

  mutating func add(_ candidate: Candidate) {
    candidates.append(candidate)
    tallies.append(Tally(candidate.kpi.period))
  }

  /// Reads what the candidates need, and nothing else.
  mutating func run() throws(Refusal) {
    for (index, sheet) in file.sheets.enumerated() {
      let tables = file.tables.indices.filter { file.tables[$0].sheet == index }
      var readings = tables.compactMap { table -> TableRows? in
        let jobs = candidates.indices.filter { candidates[$0].table == table }
        return jobs.isEmpty ? nil : TableRows(file.tables[table], jobs, candidates, file.vocabulary)
      }
      guard !readings.isEmpty else { continue }
      try read(sheet, &readings)
    }
  }

  private mutating func read(_ sheet: Sheet, _ readings: inout [TableRows]) throws(Refusal) {
    let (rows, end) = (try sheet.open(), readings.map(\.endRow).max() ?? 0)
    var (records, place, current) = (Records(), 0, 0)
    while place < end, try rows.next(&records) {
      let bytes = records.bytes.span
      for row in records.rows {
        defer { place += 1 }
        while current < readings.count, place >= readings[current].endRow { current += 1 }
        guard current < readings.count else { break }
        guard place >= readings[current].firstRow else { continue }
        readings[current].take(row, place, bytes, records, candidates, &tallies)
      }
    }
  }
}

/// The rows of one table, as its candidates need them.
private struct TableRows {
  private let table: Table
  private let jobs: [Int]
  private let vocabulary: Vocabulary
  private let isMonthly: Bool
  private let needsLabels: Bool
  /// The columns whose numbers are needed, and how they are written.
  private let columns: [(column: Int, mark: DecimalMark)]
  private var numbers: [CellNumber]
  private var yearlessYear: Int
  private var lastYearless: (month: Int, day: Int)?
  private let days: DayReading?

  let firstRow: Int
  let endRow: Int

  init(_ table: Table, _ jobs: [Int], _ candidates: [Candidate], _ vocabulary: Vocabulary) {
    self.table = table
    self.jobs = jobs
    self.vocabulary = vocabulary
    isMonthly = table.kind == .months
    needsLabels = jobs.contains { candidates[$0].rowWord != nil || candidates[$0].rowNetwork != nil }
    var marks: [Int: DecimalMark] = [:]
    for job in jobs { marks.merge(candidates[job].marks) { first, _ in first } }
    columns = marks.keys.sorted().map { ($0, marks[$0] ?? .point) }
    numbers = [CellNumber](repeating: .missing, count: table.roles.count)
    days = jobs.compactMap { candidates[$0].days }.first
    if case .yearless(let firstYear, _)? = days { yearlessYear = firstYear } else { yearlessYear = 0 }
    (firstRow, endRow) = (table.found.firstRow, table.found.endRow)
  }

  mutating func take(
    _ row: Row, _ place: Int, _ bytes: borrowing Span<UInt8>, _ records: borrowing Records, _ candidates: [Candidate],
    _ tallies: inout [Tally]
  ) {
    let isTotal = place == table.total?.place
    var range: DayRange?
    if !isTotal, let column = table.dayColumn {
      guard column < row.count else { return }
      range = day(bytes, records.cells[row.firstCell + column], place: place)
        .map { isMonthly ? DayRange($0, $0.endOfMonth) ?? DayRange($0) : DayRange($0) }
    } else if row.count == 0 {
      return
    }
    for (column, mark) in columns {
      numbers[column] =
        column < row.count ? CellNumber(bytes, records.cells[row.firstCell + column], mark: mark, vocabulary) : .missing
    }
    let labels = needsLabels ? labels(row, records) : []
    for job in jobs where (candidates[job].rows == .total) == isTotal {
      take(row, range, bytes, records, labels, candidates[job], &tallies[job])
    }
  }

  private func take(
    _ row: Row, _ range: DayRange?, _ bytes: borrowing Span<UInt8>, _ records: borrowing Records, _ labels: [String],
    _ candidate: Candidate, _ tally: inout Tally
  ) {
    if candidate.rows == .all, table.dayColumn != nil {
      guard let range else { return }
      guard candidate.kpi.period.contains(range) else { return tally.leaveOut(range) }
    }
    var label: String?
    for word in [candidate.rowWord, candidate.rowNetwork].compactMap({ $0 }) {
      guard let found = labels.first(where: { HeaderName.key($0).contains(word) }) else { return }
      label = found
    }
    tally.begin(range, label: label)
    guard candidate.way != .count else {
      return tally.add(ExactTotal(mantissa: 1, scale: 0), base: nil, product: nil, on: range?.last)
    }
    var isWhole = true
    for column in candidate.columns {
      switch numbers[column] {
      case .number: break
      case .missing:
        tally.addMissing(column)
        isWhole = false
      case .unread:
        let cell = records.cells[row.firstCell + column]
        tally.addUnread(column, line: row.line, text: String(ColumnProfile.text(bytes, cell.range).prefix(80)))
        isWhole = false
      }
    }
    guard isWhole else { return }
    let (value, weight) = (total(candidate.terms), candidate.base.isEmpty ? nil : total(candidate.base))
    tally.add(value, base: weight, product: product(candidate), on: range?.last)
  }

  private func total(_ terms: [Candidate.Term]) -> ExactTotal {
    var total = ExactTotal.zero
    for term in terms {
      guard case .number(let number) = numbers[term.column] else { continue }
      if term.isSubtracted { total.subtract(ExactTotal(number)) } else { total.add(number) }
    }
    return total
  }

  private func product(_ candidate: Candidate) -> ExactTotal? {
    guard candidate.way == .weightedMean, let term = candidate.terms.first, let weight = candidate.base.first,
      case .number(let value) = numbers[term.column], case .number(let factor) = numbers[weight.column]
    else { return nil }
    return .product(value, factor)
  }

  private func labels(_ row: Row, _ records: borrowing Records) -> [String] {
    table.roles.indices.compactMap { column in
      table.roles[column] == .labels && column < row.count ? records.text(records.cells[row.firstCell + column]) : nil
    }
  }

  private mutating func day(_ bytes: borrowing Span<UInt8>, _ cell: Cell, place: Int) -> CalendarDay? {
    let range = cell.range
    switch days {
    case nil: return nil
    case .counted(let first)?: return NumberShape.plainDigits(bytes, range).map { first.later(by: min($0, 100_000)) }
    case .dates(let order)?:
      if let day = DateShape.iso(bytes, range) { return day }
      switch DateShape(bytes, range, months: vocabulary.months) {
      case .day(let day)?, .compact(let day)?, .month(let day)?: return day
      case .twoOrders(let first, let second, let year)?: return order.day(first, second, year)
      case .yearless?, .shortened?, nil: return nil
      }
    case .yearless(_, let isAscending)?:
      guard case .yearless(let month, let day)? = DateShape(bytes, range, months: vocabulary.months) else { return nil }
      if let last = lastYearless {
        if isAscending, (month, day) < last { yearlessYear += 1 }
        if !isAscending, (month, day) > last { yearlessYear -= 1 }
      }
      lastYearless = (month, day)
      return CalendarDay(year: yearlessYear, month: month, day: day)
    }
  }
}

/// The number of a cell.
enum CellNumber {
  case number(ExactNumber)
  case missing
  /// Something else than a number.
  case unread

  init(_ bytes: borrowing Span<UInt8>, _ cell: Cell, mark: DecimalMark, _ vocabulary: borrowing Vocabulary) {
    let range = cell.range
    if range.isEmpty {
      self = .missing
    } else if let whole = NumberShape.plainDigits(bytes, range), cell.kind != .percentage {
      self = .number(ExactNumber(mantissa: whole))
    } else if let shape = NumberShape(bytes, range),
      let number = ExactNumber(shape, mark: cell.kind == .number || cell.kind == .percentage ? .point : mark) {
      guard cell.kind == .percentage else {
        self = .number(number)
        return
      }
      let (hundred, isOver) = number.mantissa.multipliedReportingOverflow(by: 100)
      self = isOver ? .unread : .number(ExactNumber(mantissa: hundred, scale: number.scale))
    } else if range.count <= 20, MissingValue.isWritten(ColumnProfile.text(bytes, range), vocabulary) {
      self = .missing
    } else {
      self = .unread
    }
  }
}
