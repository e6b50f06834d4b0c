/// Which of two numbers in a date is the day.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// 31/12/2026
  case dayFirst
  /// 12/31/2026
  case monthFirst

  func day(_ first: Int, _ second: Int, _ year: Int) -> CalendarDay? {
    switch self {
    case .dayFirst: CalendarDay(year: year, month: second, day: first)
    case .monthFirst: CalendarDay(year: year, month: first, day: second)
    }
  }
}

/// What the dates of a column say of themselves, gathered in the order of their rows.
struct DateEvidence: Sendable {
  private(set) var count = 0
  private(set) var twoOrders = 0
  private(set) var yearless = 0
  private(set) var months = 0
  private(set) var isDayFirst = false
  private(set) var isMonthFirst = false
  /// Whether all whole dates are the first of a month.
  private(set) var areFirstsOfMonth = true
  private var dayFirst = Steps()
  private var monthFirst = Steps()
  private var days = Steps()
  private var yearlessSteps = Steps()
  private(set) var range: DayRange?
  private(set) var firstYearless: (month: Int, day: Int)?
  private(set) var lastYearless: (month: Int, day: Int)?

  mutating func add(_ shape: DateShape) {
    switch shape {
    case .day(let day), .compact(let day): add(day)
    case .month(let day):
      months += 1
      add(day)
    case .twoOrders(let first, let second, let year):
      count += 1
      twoOrders += 1
      if first > 12 { isDayFirst = true }
      if second > 12 { isMonthFirst = true }
      if let day = DateOrder.dayFirst.day(first, second, year) { dayFirst.add(day.number, dayOfMonth: first) }
      if let day = DateOrder.monthFirst.day(first, second, year) { monthFirst.add(day.number, dayOfMonth: second) }
    case .yearless(let month, let day):
      count += 1
      yearless += 1
      yearlessSteps.add(month * 32 + day, dayOfMonth: day)
      if firstYearless == nil { firstYearless = (month, day) }
      lastYearless = (month, day)
    case .shortened: break
    }
  }

  private mutating func add(_ day: CalendarDay) {
    count += 1
    // Rows of one day often follow each other.
    guard !days.isLast(day.number) else { return }
    // One other day of a month is enough; the parts of a day cost time.
    if areFirstsOfMonth, day.parts.day != 1 { areFirstsOfMonth = false }
    days.add(day.number, dayOfMonth: areFirstsOfMonth ? 1 : 2)
    if range?.contains(day) != true { range = range?.united(with: day) ?? DayRange(day) }
  }

  /// The order, as far as the dates tell: by a number above 12, or because days follow each other in one order and in
  /// the other do not. nil when they tell nothing, or contradict each other.
  var order: DateOrder? {
    if isDayFirst != isMonthFirst { return isDayFirst ? .dayFirst : .monthFirst }
    guard !isDayFirst, dayFirst.count > 0 || monthFirst.count > 0 else { return nil }
    // The first days of months in one order are days of January in the other.
    if monthFirst.isDaily, !dayFirst.isDaily, !dayFirst.areOnFirst { return .monthFirst }
    if dayFirst.isDaily, !monthFirst.isDaily, !monthFirst.areOnFirst { return .dayFirst }
    return nil
  }

  /// Whether rows go forward in time; nil when they go both ways. A new year is one step back.
  var isYearlessAscending: Bool? { yearlessSteps.isAscending }

  /// How often a year ends between rows without a year.
  var yearEnds: Int { isYearlessAscending == true ? yearlessSteps.backward : yearlessSteps.forward }

  /// The days of all whole dates, in an order.
  func range(in order: DateOrder) -> DayRange? {
    let other = order == .dayFirst ? dayFirst.range : monthFirst.range
    guard let range else { return other }
    guard let other else { return range }
    return range.united(with: other.first).united(with: other.last)
  }

  /// Whether days follow each other, a row a day.
  var isDaily: Bool { days.isDaily || (days.count == 0 && (monthFirst.isDaily || dayFirst.isDaily)) }

  /// Whether each row is a month, dated on its first day.
  func isMonthly(in order: DateOrder) -> Bool {
    if months == count { return count > 0 }
    if twoOrders == count {
      let steps = order == .dayFirst ? dayFirst : monthFirst
      return steps.areOnFirst && steps.count > 1 && steps.isMonthly
    }
    return twoOrders == 0 && yearless == 0 && areFirstsOfMonth && days.count > 1 && days.isMonthly
  }
}

/// How days follow each other.
private struct Steps: Sendable {
  private var last: Int?
  private(set) var count = 0
  private(set) var forward = 0
  private(set) var backward = 0
  private var single = 0
  private var monthLong = 0
  private(set) var areOnFirst = true
  private(set) var range: DayRange?

  func isLast(_ number: Int) -> Bool { last == number }

  mutating func add(_ number: Int, dayOfMonth: Int) {
    if dayOfMonth != 1 { areOnFirst = false }
    let day = CalendarDay(number: number)
    if range?.contains(day) != true { range = range?.united(with: day) ?? DayRange(day) }
    defer { last = number }
    guard let last, last != number else {
      if last == nil { count = 1 }
      return
    }
    count += 1
    let step = number - last
    if step > 0 { forward += 1 } else { backward += 1 }
    if abs(step) == 1 { single += 1 }
    if (28...31).contains(abs(step)) { monthLong += 1 }
  }

  /// Whether every step is one day.
  var isDaily: Bool { count > 1 && single == count - 1 }

  var isMonthly: Bool { count > 1 && monthLong == count - 1 }

  var isAscending: Bool? {
    if count < 2 { return true }
    // A course of years turns once a year; one without any order turns everywhere.
    if backward * 20 <= count { return true }
    if forward * 20 <= count { return false }
    if count < 20, backward <= 1, forward > 1 { return true }
    if count < 20, forward <= 1, backward > 1 { return false }
    return nil
  }
}
