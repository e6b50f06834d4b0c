/// One part of an answer: its name, what may stand in it, and whether it may be left out.
public struct Column: Hashable, Sendable {
  /// Its name within the question.
  public var id: ColumnID
  /// What may stand in it.
  public var type: CellType
  /// Whether an answer without it has a gap.
  public var isRequired: Bool
  /// The only runs that ask for it; nil when all do.
  public var runs: [RunID]?
  /// What its day is asked for: it says which day of a month, a quarter or a week is meant.
  public var dayRole = DayRole.end

  /// A column of that type.
  public init(id: ColumnID, type: CellType, isRequired: Bool = false, runs: [RunID]? = nil) {
    self.id = id
    self.type = type
    self.isRequired = isRequired
    self.runs = runs
  }

  /// Whether a run asks for it.
  public func isAsked(in run: RunID) -> Bool {
    runs?.contains(run) ?? true
  }
}

/// What may stand in a cell.
public enum CellType: Hashable, Sendable {
  /// Any text of at most so many characters.
  case text(limit: Int)
  /// Several short texts in one cell, parted by semicolons.
  case texts(ClosedRange<Int>)
  /// A number.
  case number(NumberRule)
  /// A day.
  case date
  /// A length of time: minutes, hours or days.
  case duration
  /// A participant.
  case person
  /// One or more participants.
  case persons
  /// One of the options.
  case choice(Options)
  /// One or more of the options.
  case multi(Options)
  /// Any text, with the options of a list as suggestions.
  case suggestion(ListID)
  /// A measure of the catalogue, or one of the room's own.
  case kpi
  /// How often something is done.
  case frequency
  /// When something comes back.
  case repeats
  /// The handle of an answer of one of these series.
  case reference([String])
  /// One or more handles of answers of these series.
  case references([String])
  /// Yes or no.
  case yesNo
  /// A whole number on a scale.
  case scale(ClosedRange<Int>)

  /// The most characters a text has when the method does not say.
  public static let defaultLimit = 400
  /// The most bytes any cell has.
  public static let mostBytes = 8192
}

/// Where the options of a column come from.
public enum Options: Hashable, Sendable {
  /// The column names them itself.
  case own([OptionID])
  /// A list that several questions share.
  case list(ListID)
}

/// Which numbers a column takes.
public enum NumberRule: Hashable, Sendable {
  /// Any number.
  case any
  /// A whole number.
  case whole
  /// An amount of money.
  case money
  /// A percentage of at most so many.
  case percent(most: Int)
  /// A number within a range.
  case between(ClosedRange<Int>)
}
