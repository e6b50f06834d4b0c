/// A way to make the value of a KPI from one table; it is tried, and may turn out to give none.
struct Candidate {
  /// A column, and whether it is taken off.
  struct Term {
    let column: Int
    let isSubtracted: Bool
  }

  /// Which rows count.
  enum Rows {
    /// All of the period, or all there are.
    case all
    /// The row of totals.
    case total
  }

  let kpi: WantedKPI
  let table: Int
  let way: Way
  let terms: [Term]
  let base: [Term]
  let rows: Rows
  /// A word that the label of a row holds.
  let rowWord: String?
  /// The network that a row names.
  let rowNetwork: String?
  let unit: ValueUnit?
  /// Whether each row is a thing of its own, so that days without one are no gap.
  let isOverItems: Bool
  /// How shares become hundredths: 100 for fractions.
  let factor: Int
  let days: DayReading?
  let marks: [Int: DecimalMark]
  let stated: DayRange?
  let choice: Choice
  let notes: [Note]
  let incomplete: [Incompleteness]

  /// All columns it needs.
  var columns: [Int] { (terms + base).map(\.column) }
}

/// What is known of a candidate before its rows are read.
enum Prospect {
  case candidate(Candidate)
  case question(Question)
  case refusal(ValueRefusal)
}
