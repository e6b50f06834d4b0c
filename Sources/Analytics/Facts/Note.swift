/// What is said beside a proposal.
public enum Note: Hashable, Sendable {
  /// Nothing said how the bytes stand for characters; Windows-1252 was taken.
  case encodingAssumed
  /// Cells parted by semicolons: the file went through a spreadsheet.
  case savedBySpreadsheet
  /// The rows of a breakdown were added up.
  case sumOverBreakdown(dimension: String)
  /// The row of totals was taken.
  case totalTaken(label: String)
  /// The row of totals was left out.
  case totalLeftOut(label: String)
  /// The dates have no year; it was counted back from the day of the download.
  case yearCounted(downloaded: CalendarDay)
  /// The days are those of the network's clock.
  case daysOfNetwork(network: String, clock: String)
  /// Shares without a sign were read as fractions: 0.02 as 2 %.
  case readAsFraction(column: String)
  /// Shares without a sign were read as hundredths: 2 as 2 %.
  case readAsPercent(column: String)
  /// Cells without a value, which do not count as 0.
  case missingCells(column: String, count: Int)
  /// Cells that should hold a number and hold something else, and the first of them.
  case cellsNotNumbers(column: String, count: Int, line: Int, text: String)
  /// Another table of the same file says something else.
  case othersDiffer(table: String, value: ExactNumber)
  /// A line says that the table is cut off; what it says.
  case cutOff(text: String)
  /// Nothing says of which day the number is.
  case dayNotStated
  /// Nothing says of which network the numbers are.
  case networkNotStated
  /// The last day that a name gives may not belong to the period.
  case lastDayMayNotBelong(CalendarDay)
  /// Fewer than 30 answers.
  case fewAnswers(count: Int)
  /// Only rows with these labels were taken.
  case rowsTaken(labels: [String])
  /// Rows with more or fewer cells than the header, and the line of the first.
  case unevenRows(count: Int, line: Int)
  /// What the file says it was filtered by.
  case filter(name: String, value: String)
}

/// Why a value is not the whole of what was asked for.
public enum Incompleteness: Hashable, Sendable {
  /// Days of the period without a row.
  case missingDays(count: Int, ranges: [DayRange])
  /// The last number is of an earlier day than the period's last.
  case endsEarly(CalendarDay)
  /// Numbers of these days still come in.
  case mayStillChange(from: CalendarDay)
  /// The numbers are of other days than the period.
  case partlyCovered(DayRange)
  /// Nothing says which days the numbers are of.
  case periodNotStated
  /// Cells without a value.
  case missingCells(count: Int)
  /// Days that have more than one row, though nothing tells the rows apart.
  case repeatedDays(count: Int)
}
