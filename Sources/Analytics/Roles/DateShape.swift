/// A date as it is written, before it is known what all of it means.
enum DateShape: Equatable {
  /// A day.
  case day(CalendarDay)
  /// Eight digits, which may also be a number.
  case compact(CalendarDay)
  /// Two numbers and a year, in either order: 03/04/2026.
  case twoOrders(first: Int, second: Int, year: Int)
  /// A day without a year: April 12.
  case yearless(month: Int, day: Int)
  /// A month: 2026-04.
  case month(CalendarDay)
  /// What a spreadsheet makes of 3.4: 3.apr, 3-Apr.
  case shortened

  /// Reads a cell; nil when it is no date. A time of day is cut off.
  init?(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, months: [UInt64: Int]) {
    guard range.count >= 4, range.count <= 60 else { return nil }
    if let day = DateShape.iso(bytes, range) {
      self = .day(day)
      return
    }
    var tokens = DateTokens()
    guard tokens.read(bytes, range, months: months), let shape = DateShape.shape(of: tokens, length: range.count) else {
      return nil
    }
    self = shape
  }

  /// `2026-09-01`, and whatever time follows: most cells.
  static func iso(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> CalendarDay? {
    let start = range.lowerBound
    guard range.count >= 10, bytes[start + 4] == bytes[start + 7],
      bytes[start + 4] == UInt8(ascii: "-") || bytes[start + 4] == UInt8(ascii: "/")
    else { return nil }
    var (number, isOfDigits) = (0, true)
    for place in 0..<10 where place != 4 && place != 7 {
      let digit = Int(bytes[start + place]) &- 0x30
      isOfDigits = isOfDigits && digit >= 0 && digit <= 9
      number = number &* 10 &+ digit
    }
    guard isOfDigits else { return nil }
    if range.count > 10 {
      let next = bytes[start + 10]
      guard next == UInt8(ascii: "T") || next == UInt8(ascii: " ") else { return nil }
      guard range.count > 12, bytes[start + 11] >= 0x30, bytes[start + 11] <= 0x39 else { return nil }
    }
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private static func shape(of tokens: DateTokens, length: Int) -> DateShape? {
    switch (tokens.part(0), tokens.part(1), tokens.part(2)) {
    case (.number(let number, digits: 8)?, nil, nil) where length == 8 && (19_700_101...21_991_231).contains(number):
      CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100).map { .compact($0) }
    case (.number(let year, digits: 4)?, .number(let month, digits: 1...2)?, nil) where tokens.isJoined:
      CalendarDay(year: year, month: month, day: 1).map { .month($0) }
    case (.number(let year, digits: 4)?, .number(let month, digits: 1...2)?, .number(let day, digits: 1...2)?):
      CalendarDay(year: year, month: month, day: day).map { .day($0) }
    case (.number(let first, digits: 1...2)?, .number(let second, digits: 1...2)?, .number(let year, let digits)?)
    where digits == 4 || digits == 2:
      tokens.hasPoints
        ? CalendarDay(year: digits == 2 ? 2000 + year : year, month: second, day: first).map { .day($0) }
        : twoOrders(first, second, digits == 2 ? 2000 + year : year)
    case (.number(let day, digits: 1...2)?, .month(let month, _)?, .number(let year, digits: 4)?),
      (.month(let month, _)?, .number(let day, digits: 1...2)?, .number(let year, digits: 4)?):
      CalendarDay(year: year, month: month, day: day).map { .day($0) }
    case (.month(let month, _)?, .number(let year, digits: 4)?, nil):
      CalendarDay(year: year, month: month, day: 1).map { .month($0) }
    case (.month(let month, let letters)?, .number(let day, digits: 1...2)?, nil),
      (.number(let day, digits: 1...2)?, .month(let month, let letters)?, nil):
      yearless(month, day, isShort: letters <= 5 && tokens.isJoined)
    case _: nil
    }
  }

  /// 31/12/2026 has one order only, and 31/31/2026 none.
  private static func twoOrders(_ first: Int, _ second: Int, _ year: Int) -> DateShape? {
    let isDayFirst = CalendarDay(year: year, month: second, day: first) != nil
    let isMonthFirst = CalendarDay(year: year, month: first, day: second) != nil
    return isDayFirst || isMonthFirst ? .twoOrders(first: first, second: second, year: year) : nil
  }

  private static func yearless(_ month: Int, _ day: Int, isShort: Bool) -> DateShape? {
    guard day >= 1, day <= CalendarDay.length(ofMonth: month, year: 2024) else { return isShort ? .shortened : nil }
    return isShort ? .shortened : .yearless(month: month, day: day)
  }
}

/// The numbers and names of months in a cell; the name of a weekday before them and a time behind them are left out.
private struct DateTokens {
  enum Part: Equatable {
    case number(Int, digits: Int)
    case month(Int, letters: Int)
  }

  private var parts: [Part] = []
  /// Whether nothing but a point, a stroke or a hyphen stands between the parts, as in 3.apr.
  private(set) var isJoined = true
  /// Whether points stand between the parts: who writes so puts the day first.
  private(set) var hasPoints = false

  func part(_ index: Int) -> Part? { index < parts.count ? parts[index] : nil }

  /// False when anything else is in it.
  mutating func read(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, months: [UInt64: Int]) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if DateTokens.isDigit(byte) {
        let start = place
        while place < range.upperBound, DateTokens.isDigit(bytes[place]) { place += 1 }
        // A time of day begins: what stands before it is the date.
        if place < range.upperBound, bytes[place] == UInt8(ascii: ":") { return !parts.isEmpty }
        guard place - start <= 8, parts.count < 3, let number = NumberShape.plainDigits(bytes, start..<place) else {
          return false
        }
        parts.append(.number(number, digits: place - start))
      } else if DateTokens.isLetter(byte) {
        let start = place
        while place < range.upperBound, DateTokens.isLetter(bytes[place]) { place += 1 }
        guard take(bytes, start..<place, months) else { return false }
      } else {
        if byte == UInt8(ascii: ".") { hasPoints = true }
        if !parts.isEmpty, byte == 0x20 || byte == UInt8(ascii: ",") { isJoined = false }
        guard
          byte == 0x20 || [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(byte)
        else { return false }
        place += 1
      }
    }
    return true
  }

  /// A word: the name of a month, that of a weekday before all else, or the "de" of Spanish and Portuguese dates.
  private mutating func take(_ bytes: borrowing Span<UInt8>, _ word: Range<Int>, _ months: [UInt64: Int]) -> Bool {
    if let month = months[WordHash.of(bytes, word)] {
      guard parts.count < 3 else { return false }
      parts.append(.month(month, letters: word.count))
      return true
    }
    if parts.isEmpty {
      defer { hasWeekday = true }
      return !hasWeekday && word.count <= 12
    }
    return word.count == 2 && bytes[word.lowerBound] == UInt8(ascii: "d")
      && bytes[word.lowerBound + 1] == UInt8(ascii: "e")
  }

  private var hasWeekday = false

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) }
}
