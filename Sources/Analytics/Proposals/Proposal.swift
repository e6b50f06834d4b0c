/// One number for a KPI, with its working. It decides nothing: somebody takes it or leaves it.
public struct Proposal: Hashable, Sendable {
  /// The number.
  public let value: ExactNumber
  /// What it is counted in; nil for a column that is not known.
  public let unit: ValueUnit?
  /// How it came about.
  public let working: Working
  /// Why it is not the whole of what was asked for; empty when it is.
  public let incomplete: [Incompleteness]
  /// What is to be said beside it.
  public let notes: [Note]
  /// What to remember when it is taken.
  public let mapping: Mapping
  /// The other columns of the table with numbers.
  public let others: [ColumnChoice]
}

/// How a number came about.
public struct Working: Hashable, Sendable {
  /// The member of an archive; empty for a file on its own.
  public let member: String
  /// The sheet of a workbook; empty for a text.
  public let sheet: String
  /// The title over the table; empty without one.
  public let title: String
  /// How the number is made.
  public let way: Way
  /// The headers that are added up or measured, as they stand; one that is taken off has a minus before it.
  public let columns: [String]
  /// The headers that are divided by, or weigh.
  public let base: [String]
  /// The rows that were used.
  public let rows: Int
  /// The rows that were left out, being of other days.
  public let rowsOfOtherDays: Int
  /// The days that the numbers are of; nil when the file does not say.
  public let days: DayRange?
  /// The days of the period with a row.
  public let daysFound: Int
  /// The days of the period.
  public let daysExpected: Int
}

/// What is said to one KPI.
public enum Outcome: Hashable, Sendable {
  /// A number to take.
  case proposal(Proposal)
  /// Something to answer first.
  case question(Question)
  /// Why there is no number.
  case refusal(ValueRefusal)
}
