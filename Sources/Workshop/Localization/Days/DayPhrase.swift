/// A day, or a period of which a day is asked for.
enum DaySpan: Hashable {
  case day(Day)
  case period(Day, Day)

  /// A month of a year.
  init(month: Int, of year: Int) throws(DayFault) {
    guard let first = Day(year: year, month: month, day: 1) else { throw .unreadable }
    self = .period(first, first.lastOfMonth)
  }
}

/// The day a phrase is read on, and which way it looks.
struct DaySearch {
  let today: Day
  let role: DayRole

  var isPast: Bool { role == .past }

  /// The next such day, or the last one where it has been.
  func day(_ day: Int, month: Int) -> Day? {
    // Eight years hold a 29 February, whatever the century.
    (0...8).lazy.compactMap { Day(year: today.year + (isPast ? -$0 : $0), month: month, day: day) }
      .first { isPast ? $0 <= today : $0 >= today }
  }

  /// The first of some spans, given the year, that has not ended; where it has been, the last that has begun.
  func nearest(_ span: (Int) throws(DayFault) -> DaySpan) throws(DayFault) -> DaySpan {
    for offset in 0...1 {
      let found = try span(today.year + (isPast ? -offset : offset))
      guard case .period(let first, let last) = found else { return found }
      if isPast ? first <= today : last >= today { return found }
    }
    throw .unreadable
  }
}

/// What the words of a phrase say about a day, part by part.
struct DayPhrase {
  /// The parts a phrase has; each may be said once.
  private struct Parts: OptionSet {
    let rawValue: Int
    static let relative = Parts(rawValue: 1)
    static let day = Parts(rawValue: 2)
    static let month = Parts(rawValue: 4)
    static let year = Parts(rawValue: 8)
    static let weekday = Parts(rawValue: 16)
    static let which = Parts(rawValue: 32)
    static let edge = Parts(rawValue: 64)
    static let unit = Parts(rawValue: 128)
    static let number = Parts(rawValue: 256)
    static let distance = Parts(rawValue: 512)
  }

  private var parts: Parts = []
  private var relative = 0
  private var day = 0
  private var month = 0
  private var year = 0
  private var weekday = 0
  private var which = DayToken.Which.this
  private var edge = DayToken.Edge.end
  private var unit = DayToken.Unit.day
  /// Which week or quarter of the year.
  private var number = 0
  /// How many units from today; negative for the past.
  private var distance = 0

  /// - Throws: That a word has no place.
  init(_ tokens: [DayToken], monthFirst: Bool) throws(DayFault) {
    var place = 0
    func token(_ offset: Int) -> DayToken? {
      tokens.indices.contains(place + offset) ? tokens[place + offset] : nil
    }
    while let current = token(0) {
      switch current {
      case .number(let value, let digits):
        if case .unit(let unit)? = token(1), let sign = DayPhrase.direction(tokens, at: place) {
          try set(.distance)
          try set(.unit)
          (distance, self.unit) = (sign * value, unit)
          place += 1
        } else if case .month? = token(1), digits <= 2 {
          try set(.day)
          day = value
        } else if case .unit(.quarter)? = token(1) {
          try set(.number)
          number = value
        } else if digits == 4 {
          try set(.year)
          year = value
        } else if digits == 2, parts.isSuperset(of: [.day, .month]) {
          try set(.year)
          year = 2000 + value
        } else if parts.contains(.unit), [.week, .quarter, .halfYear].contains(unit) {
          try set(.number)
          number = value
        } else {
          guard monthFirst, parts.contains(.month) else { throw .unreadable }
          try set(.day)
          day = value
        }
      case .ordinal(let value):
        if case .unit(let unit)? = token(1), unit != .day, unit != .month, unit != .year {
          try set(.number)
          number = value
        } else {
          guard monthFirst || !parts.contains(.month) else { throw .unreadable }
          try set(.day)
          day = value
        }
      case .month(let value):
        try set(.month)
        month = value
      case .weekday(let value):
        try set(.weekday)
        weekday = value
      case .relative(let value):
        try set(.relative)
        relative = value
      case .which(let value):
        try set(.which)
        which = value
      case .edge(let value):
        try set(.edge)
        edge = value
      case .unit(let value):
        // `the year 2026` is the number alone.
        if value == .year, case .number(_, digits: 4)? = token(1) { break }
        try set(.unit)
        unit = value
      // These count where a number follows or goes before; `in October` is October.
      case .within: break
      case .fromNow, .ago: guard tokens.contains(where: \.isNumber) else { throw .unreadable }
      case .filler: break
      }
      place += 1
    }
    if tokens.contains(.ago) || tokens.contains(.fromNow) { guard parts.contains(.distance) else { throw .unreadable } }
  }

  private mutating func set(_ part: Parts) throws(DayFault) {
    guard parts.insert(part).inserted else { throw .unreadable }
  }

  /// Whether a number before a unit is a distance from today: ahead, back, or not at all.
  private static func direction(_ tokens: [DayToken], at place: Int) -> Int? {
    let around = [place - 1, place + 2].filter(tokens.indices.contains).map { tokens[$0] }
    if around.contains(.ago) { return -1 }
    return around.contains(.fromNow) || (place > 0 && tokens[place - 1] == .within) ? 1 : nil
  }

  // MARK: Which day that is

  /// The day or the period that is said.
  ///
  /// - Throws: That it is none, or may be either of two.
  func span(_ search: DaySearch) throws(DayFault) -> DaySpan {
    let today = search.today
    switch parts {
    case [.relative]: return .day(Day(daysSinceEpoch: today.daysSinceEpoch + relative))
    case [.distance, .unit]: return .day(try today.moved(by: distance, unit))
    case [.day], [.day, .weekday]: return try checked(nextDay(search))
    case [.day, .month], [.day, .month, .weekday]: return try checked(search.day(day, month: month))
    case [.day, .month, .year], [.day, .month, .year, .weekday]:
      return try checked(Day(year: year, month: month, day: day))
    case [.weekday]: return .day(search.isPast ? today.before(weekday) : today.after(weekday))
    case [.weekday, .which]: return .day(try weekday(search))
    case [.month], [.month, .edge]:
      return try edged(try search.nearest { (year) throws(DayFault) in try DaySpan(month: month, of: year) })
    case [.month, .year], [.month, .year, .edge]: return try edged(try DaySpan(month: month, of: year))
    case [.year], [.year, .edge]: return try edged(try Day.period(.year, of: year, number: 1))
    case [.unit, .number], [.unit, .number, .edge], [.unit, .number, .weekday]:
      return try edged(
        try search.nearest { (year) throws(DayFault) in try Day.period(unit, of: year, number: number) })
    case [.unit, .number, .year], [.unit, .number, .year, .edge], [.unit, .number, .year, .weekday]:
      return try edged(try Day.period(unit, of: year, number: number))
    case [.unit, .which], [.unit, .which, .edge], [.unit, .which, .weekday], [.unit, .edge]:
      let steps = parts.contains(.which) ? which.steps : 0
      return try edged(try today.period(unit, steps))
    case _: throw .unreadable
    }
  }

  /// A date that may be said with its day of the week, which must be the right one.
  private func checked(_ day: Day?) throws(DayFault) -> DaySpan {
    guard let day else { throw .unreadable }
    guard !parts.contains(.weekday) || day.weekday == weekday else { throw .otherWeekday(day) }
    return .day(day)
  }

  /// `the 15th`: the next one, or the last one.
  private func nextDay(_ search: DaySearch) -> Day? {
    (0...62).lazy.map { Day(daysSinceEpoch: search.today.daysSinceEpoch + (search.isPast ? -$0 : $0)) }
      .first { $0.day == day }
  }

  /// `next Friday` is the coming one for some and the one after it for others, unless the coming one is next week's.
  private func weekday(_ search: DaySearch) throws(DayFault) -> Day {
    let today = search.today
    switch which {
    case .this, .coming: return today.after(weekday)
    case .last: return today.before(weekday)
    case .next:
      let coming = today.after(weekday)
      guard coming.monday == today.monday else { return coming }
      throw .either(coming, Day(daysSinceEpoch: coming.daysSinceEpoch + 7))
    }
  }

  /// The part of a period that is said: its start, its middle, its end, or a day of the week in it.
  private func edged(_ span: DaySpan) throws(DayFault) -> DaySpan {
    guard case .period(let first, let last) = span else { return span }
    if parts.contains(.weekday) {
      guard unit == .week else { throw .unreadable }
      return .day(Day(daysSinceEpoch: first.daysSinceEpoch + weekday))
    }
    guard parts.contains(.edge) else { return span }
    switch edge {
    case .start: return .day(first)
    case .end: return .day(last)
    case .middle:
      guard last == first.lastOfMonth, let middle = Day(year: first.year, month: first.month, day: 15) else {
        throw .unreadable
      }
      return .day(middle)
    }
  }
}

extension DayToken {
  fileprivate var isNumber: Bool {
    switch self {
    case .number: true
    case .ordinal, .month, .weekday, .relative, .which, .within, .fromNow, .ago, .edge, .unit, .filler: false
    }
  }
}

extension DayToken.Which {
  fileprivate var steps: Int {
    switch self {
    case .this: 0
    case .next, .coming: 1
    case .last: -1
    }
  }
}
