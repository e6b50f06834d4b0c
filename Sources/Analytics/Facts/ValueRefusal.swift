/// Why no value of a KPI is proposed from a file that could be read.
public enum ValueRefusal: Hashable, Sendable {
  /// Nothing in the file measures it.
  case notInFile
  /// People counted once each; added up, they would be counted again each day, or in each row.
  case peopleAddedUp(column: String)
  /// The mean of means or shares needs a weight, and no column has one.
  case noWeight(column: String)
  /// What is called a total is what came on each day.
  case newNotTotal(column: String)
  /// The file says what came and went, not how many there are.
  case onlyChanges(columns: [String])
  /// The rows of a breakdown do not add up to the total.
  case breakdownNotTotal(column: String, dimension: String)
  /// The rows are only a part; another file of the same download has all.
  case partialBreakdown(dimension: String, use: [String])
  /// Numbers of posts, each counted up to today, are no numbers of days.
  case itemsNotDays(column: String)
  /// The numbers are of another network.
  case otherNetwork(found: String)
  /// The file has nothing of the period.
  case outsidePeriod(found: DayRange)
  /// The file adds up more days than the period has.
  case longerThanPeriod(found: DayRange)
  /// A header without rows.
  case noRows(table: String)
  /// All cells are without a value.
  case noValues(column: String)
  /// A number of so many days back from each day is none of this period.
  case otherWindow(column: String, days: Int)
  /// A table that is cut off cannot be added up.
  case cutOff(text: String)
  /// A spreadsheet has rounded numbers, as 1.2E+09.
  case rounded(column: String, line: Int)
  /// Points and commas are both decimal marks.
  case mixedMarks(column: String)
  /// Dates that fit no one order.
  case mixedDates(column: String)
  /// Numbers beyond what is counted exactly.
  case tooLarge(column: String)
  /// Nothing to divide by.
  case dividedByZero(column: String)
  /// Nothing says which rows are meant.
  case noSuchRows(word: String)
}

/// What is asked of whoever imports, because the file does not say.
public enum Question: Hashable, Sendable {
  /// Which column holds it.
  case whichColumn([ColumnChoice])
  /// Whether a column is added up, or its last number counts.
  case sumOrLast(column: String)
  /// Whether the day or the month comes first in a date, which is given as it is written.
  case dayOrMonthFirst(column: String, example: String)
  /// Whether a point or a comma is the decimal mark of a number, which is given as it is written.
  case pointOrComma(column: String, example: String)
  /// In which year the last row is.
  case whichYear(column: String, example: String)
  /// Which network the numbers are of.
  case whichNetwork(title: String)
  /// Whether shares are fractions or hundredths.
  case fractionOrPercent(column: String, example: String)
  /// The headers are not those of the last time: which column is it now. Both are as they are compared.
  case headersChanged(added: [String], gone: [String], columns: [ColumnChoice])
}

/// A column that may be meant.
public struct ColumnChoice: Hashable, Sendable {
  /// The member, sheet or title that it is in; empty when there is only one table.
  public let table: String
  /// The header as it stands.
  public let column: String
  /// Its first value, as written.
  public let first: String
  /// Its last value, as written.
  public let last: String
}
