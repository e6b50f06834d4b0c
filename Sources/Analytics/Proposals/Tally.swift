/// What the rows of a candidate come to, gathered while they go by.
struct Tally {
  private(set) var sums: ExactTotal = .zero
  private(set) var base: ExactTotal = .zero
  private(set) var products: ExactTotal = .zero
  private(set) var rows = 0
  private(set) var rowsOfOtherDays = 0
  private(set) var values = 0
  private(set) var last: (day: CalendarDay?, value: ExactTotal)?
  /// How many rows there are of the day of the last value.
  private(set) var rowsOfLastDay = 0
  private(set) var range: DayRange?
  private(set) var otherRange: DayRange?
  private(set) var labels: [String] = []
  private(set) var promoters = 0
  private(set) var detractors = 0
  private(set) var missing = 0
  private(set) var missingColumn: Int?
  private(set) var unread: (column: Int, count: Int, line: Int, text: String)?
  private var found: [Bool]
  private let first: CalendarDay

  init(_ period: DayRange) {
    found = [Bool](repeating: false, count: min(period.count, 40_000))
    first = period.first
  }

  /// A row of another day than those of the period.
  mutating func leaveOut(_ days: DayRange) {
    rowsOfOtherDays += 1
    otherRange = otherRange?.united(with: days.first).united(with: days.last) ?? days
  }

  /// A row of the period, or of a table without days.
  mutating func begin(_ days: DayRange?, label: String?) {
    rows += 1
    if let label, labels.count < 20 { labels.append(label) }
    guard let days else { return }
    range = range?.united(with: days.first).united(with: days.last) ?? days
    let start = days.first.number - first.number
    let (begin, end) = (max(0, start), min(found.count, start + days.count))
    if begin < end { for place in begin..<end { found[place] = true } }
  }

  mutating func addMissing(_ column: Int) {
    missing += 1
    if missingColumn == nil { missingColumn = column }
  }

  mutating func addUnread(_ column: Int, line: Int, text: String) {
    unread = (unread?.column ?? column, (unread?.count ?? 0) + 1, unread?.line ?? line, unread?.text ?? text)
  }

  /// The numbers of a row that has them all.
  mutating func add(_ value: ExactTotal, base weight: ExactTotal?, product: ExactTotal?, on day: CalendarDay?) {
    values += 1
    sums.add(value)
    if let weight { base.add(weight) }
    if let product { products.add(product) }
    let isLater = last == nil || (day ?? first) > (last?.day ?? first)
    if isLater || day == last?.day {
      rowsOfLastDay = isLater ? 1 : rowsOfLastDay + 1
      last = (day, value)
    }
    if value.scale == 0 {
      if value.mantissa >= 9, value.mantissa <= 10 { promoters += 1 }
      if value.mantissa >= 0, value.mantissa <= 6 { detractors += 1 }
    }
  }

  var daysFound: Int { found.count { $0 } }

  /// The days of the period without a row, in a row at a time.
  var missingDays: [DayRange] {
    var (ranges, start): ([DayRange], Int?) = ([], nil)
    for place in 0...found.count {
      if place < found.count, !found[place] {
        start = start ?? place
      } else if let begin = start {
        if let range = DayRange(first.later(by: begin), first.later(by: place - 1)) { ranges.append(range) }
        start = nil
      }
    }
    return ranges
  }
}
