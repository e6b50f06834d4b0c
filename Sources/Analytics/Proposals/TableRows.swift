/// The rows of one table, as its candidates need them: a row's numbers are read once for all of them.
struct TableRows {
  private let roles: [ColumnRole]
  private let dayColumn: Int?
  private let totalPlace: Int
  private(set) var jobs: [TableJob]
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

  init(_ table: Table, _ places: [Int], _ candidates: [Candidate], _ vocabulary: Vocabulary) {
    roles = table.roles
    dayColumn = table.dayColumn
    totalPlace = table.total?.place ?? -1
    jobs = places.map { TableJob(candidates[$0], at: $0, hasDays: table.dayColumn != nil) }
    self.vocabulary = vocabulary
    isMonthly = table.kind == .months
    needsLabels = jobs.contains { !$0.words.isEmpty }
    var marks: [Int: DecimalMark] = [:]
    for place in places { marks.merge(candidates[place].marks) { first, _ in first } }
    columns = marks.keys.sorted().map { ($0, marks[$0] ?? .point) }
    numbers = [CellNumber](repeating: .missing, count: table.roles.count)
    days = places.compactMap { candidates[$0].days }.first
    if case .yearless(let firstYear, _)? = days { yearlessYear = firstYear } else { yearlessYear = 0 }
    (firstRow, endRow) = (table.found.firstRow, table.found.endRow)
  }

  mutating func take(_ row: Row, _ place: Int, _ bytes: borrowing Span<UInt8>, _ records: borrowing Records) {
    let isTotal = place == totalPlace
    if !isTotal, isFurtherTotal(row, place, records) { return }
    var range: DayRange?
    if !isTotal, let column = dayColumn {
      guard column < row.count else { return }
      range = day(bytes, records.cells[row.firstCell + column])
        .map { isMonthly ? DayRange($0, $0.endOfMonth) ?? DayRange($0) : DayRange($0) }
    } else if row.count == 0 {
      return
    }
    for (column, mark) in columns {
      numbers[column] =
        column < row.count ? CellNumber(bytes, records.cells[row.firstCell + column], mark: mark, vocabulary) : .missing
    }
    let labels = needsLabels ? labels(row, records) : []
    for index in jobs.indices where jobs[index].isOfTotal == isTotal {
      jobs[index].take(row, range, numbers, labels, bytes, records)
    }
  }

  /// Whether it is one of several totals: one of the campaigns, one of the account.
  private func isFurtherTotal(_ row: Row, _ place: Int, _ records: borrowing Records) -> Bool {
    guard totalPlace >= 0, place < firstRow + 3 || place >= endRow - 10 else { return false }
    return TotalRow.label(records.texts(row), vocabulary) != nil
  }

  private func labels(_ row: Row, _ records: borrowing Records) -> [String] {
    roles.indices.compactMap { column in
      roles[column] == .labels && column < row.count ? records.text(records.cells[row.firstCell + column]) : nil
    }
  }

  private mutating func day(_ bytes: borrowing Span<UInt8>, _ cell: Cell) -> CalendarDay? {
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
