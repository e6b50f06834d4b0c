/// How the cells of a column of dates become days.
enum DayReading: Sendable {
  /// Whole dates; the order where it matters.
  case dates(DateOrder)
  /// Dates without a year, rows going forward in time or backward, the first row in that year.
  case yearless(firstYear: Int, isAscending: Bool)
  /// Days counted from a first one.
  case counted(from: CalendarDay)
}

/// A table, and what its columns are for.
struct Table: Sendable {
  enum Kind: Sendable {
    /// A row a day, or a day and something else.
    case days
    /// A row a month.
    case months
    /// A row a thing: a post, a campaign, an answer.
    case items
    /// A row a part, without days.
    case breakdown
  }

  /// A row that adds the others up.
  struct Total: Sendable {
    let place: Int
    let label: String
  }

  let sheet: Int
  let found: FoundTable
  let roles: [ColumnRole]
  /// What the columns measure, by the vocabulary.
  var metrics: [String?]
  let dayColumn: Int?
  let total: Total?
  let kind: Kind
  /// The word that says the table is cut off.
  let cutOff: String?
  /// The column of labels.
  let dimension: Int?
  /// A column that tells the networks of rows.
  let networkColumn: Int?

  init(_ found: FoundTable, sheet: Int, _ vocabulary: Vocabulary) {
    self.sheet = sheet
    self.found = found
    let roles = found.columns.map { $0.role(rows: found.rowCount, apart: found.rowCount > 1 ? 1 : 0) }
    self.roles = roles
    metrics = TableMetrics.metrics(of: found, roles, vocabulary)
    let total = TotalRow.find(in: found, roles, vocabulary)
    self.total = total
    cutOff = found.footers.first { vocabulary.meaning(ofStart: HeaderName.key($0), "footer") != nil }
    dimension = roles.firstIndex { $0 == .labels } ?? roles.firstIndex(of: .identity)
    networkColumn = roles.indices.first { index in
      guard roles[index] == .labels, index < found.firstTexts.count, index < found.lastTexts.count else { return false }
      return [found.firstTexts[index], found.lastTexts[index]].allSatisfy {
        vocabulary.isWord(HeaderName.key($0), "network")
      }
    }
    let days = roles.firstIndex { $0 == .days || $0 == .dayNumbers }
    let rows = found.rowCount - (total == nil ? 0 : 1)
    // Where a row a day has a remark, the remarks differ, too; what has a link or a long number is a thing of its own.
    let isDaily = days.map { found.columns[$0].dates.isDaily && rows > 1 } ?? false
    let isOfThings = roles.indices.contains { index in
      let isLabel = roles[index] == .labels && rows > 1 && !isDaily && found.columns[index].blanks * 2 < rows
      return (roles[index] == .identity || isLabel) && found.columns[index].isMostlyDistinct
    }
    if let days {
      dayColumn = days
      kind = isOfThings ? .items : found.columns[days].dates.isMonthly(in: .dayFirst) ? .months : .days
    } else {
      dayColumn = nil
      kind = .breakdown
    }
  }

  /// How its days are read; a question when its dates do not say.
  func dayReading(
    _ choice: Choice, downloaded: CalendarDay?, stated: DayRange?, evidence: DateOrder?
  ) -> Answer<DayReading> {
    guard let dayColumn else { return .answer(.dates(.dayFirst)) }
    let (column, name) = (found.columns[dayColumn].dates, found.names[dayColumn].text)
    let example = dayColumn < found.firstTexts.count ? found.firstTexts[dayColumn] : ""
    if roles[dayColumn] == .dayNumbers {
      guard let stated else { return .question(.whichYear(column: name, example: example)) }
      return .answer(.counted(from: stated.first))
    }
    if column.yearless > 0 {
      guard column.yearless == column.count, let isAscending = column.isYearlessAscending else {
        return .refusal(.mixedDates(column: name))
      }
      guard let newest = isAscending ? column.lastYearless : column.firstYearless,
        let year = choice.year ?? downloaded.map({ Table.year(of: newest, notAfter: $0) })
      else { return .question(.whichYear(column: name, example: example)) }
      return .answer(.yearless(firstYear: isAscending ? year - column.yearEnds : year, isAscending: isAscending))
    }
    guard column.twoOrders > 0 else { return .answer(.dates(.dayFirst)) }
    if column.isDayFirst, column.isMonthFirst { return .refusal(.mixedDates(column: name)) }
    guard let order = column.order ?? choice.order ?? evidence else {
      return .question(.dayOrMonthFirst(column: name, example: example))
    }
    return .answer(.dates(order))
  }

  /// The latest year in which a day is not in the future.
  private static func year(of newest: (month: Int, day: Int), notAfter downloaded: CalendarDay) -> Int {
    let (year, month, day) = downloaded.parts
    return (newest.month, newest.day) <= (month, day) ? year : year - 1
  }

  /// How the numbers of a column are written; a question when they do not say.
  func mark(of column: Int, _ choice: Choice, delimiter: UInt8?) -> Answer<DecimalMark> {
    let marks = found.columns[column].marks
    if marks.isContradictory { return .refusal(.mixedMarks(column: found.names[column].text)) }
    if let mark = marks.mark { return .answer(mark) }
    // The columns of a table are written alike.
    let all = found.columns.reduce(into: MarkEvidence()) { $0.formUnion($1.marks) }
    if !all.isContradictory, all.contains(.pointIsDecimal) { return .answer(.point) }
    if !all.isContradictory, all.contains(.commaIsDecimal) { return .answer(.comma) }
    if let mark = choice.mark { return .answer(mark) }
    // Networks part cells by commas and write a decimal point; who parts by semicolons may write either.
    if delimiter == UInt8(ascii: ",") { return .answer(.point) }
    let example = [found.firstTexts, found.lastTexts].compactMap { column < $0.count ? $0[column] : nil }
      .first { $0.contains(".") || $0.contains(",") }
    return .question(.pointOrComma(column: found.names[column].text, example: example ?? ""))
  }
}

/// What was found out, or what is to be asked first, or why it cannot be known.
enum Answer<Value: Sendable>: Sendable {
  case answer(Value)
  case question(Question)
  case refusal(ValueRefusal)
}
