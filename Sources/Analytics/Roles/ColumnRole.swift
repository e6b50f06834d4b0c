/// What a column is for, by what it holds.
enum ColumnRole: Equatable {
  /// Days; each row is a day or a month, or a thing that has a day.
  case days
  /// Days counted from the beginning of the period: 0000, 0001.
  case dayNumbers
  /// Numbers that can be measured.
  case numbers
  /// What a row is about.
  case labels
  /// What tells one thing from another: a link, a long number.
  case identity
  /// Nothing at all.
  case blank
}

extension ColumnProfile {
  /// What the column is for.
  ///
  /// - Parameters:
  ///   - rows: How many rows the table has.
  ///   - apart: How many of them may be totals.
  /// - Returns: The role.
  func role(rows: Int, apart: Int) -> ColumnRole {
    let dateCount = dates.count
    if numbers + dateCount + texts + shortened + tooNarrow == 0 { return missing > 0 ? .numbers : .blank }
    if compactDays > 0, compactDays == numbers, compactDays + apart >= rows - blanks { return .days }
    if countsFromZero > 1, countsFromZero == numbers, texts <= apart { return .dayNumbers }
    let realDates = dateCount - compactDays
    if realDates > 0, numbers <= apart, texts + missing <= max(apart, realDates / 50) { return .days }
    if links > 0, links * 2 > texts { return .identity }
    if longNumbers > 0, longNumbers * 2 > numbers { return .identity }
    if numbers > 0, texts + realDates + shortened <= max(apart, numbers / 4) { return .numbers }
    return .labels
  }

  /// Numbers among which a spreadsheet has put dates.
  var numbersChangedIntoDates: (line: Int, text: String)? {
    // A workbook's cell is a number or a day; a column of numbers has no days but by mistake.
    if dayCells > 0, numbers > 0, dayCells == dates.count { return firstDayCell }
    guard let first = firstShortened, (shortened + numbers) * 10 >= (filled) * 8 else { return nil }
    return first
  }
}
