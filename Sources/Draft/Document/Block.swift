public import Workshop

extension Document {
  /// One thing that a writer knows how to set.
  public enum Block: Hashable, Sendable {
    /// A heading below that of the part.
    case heading(Text)
    /// A sentence or several.
    case paragraph(Text)
    /// A sentence to be remembered, in a box.
    case boxed(Text)
    /// A list, numbered or not.
    case list([Text], isNumbered: Bool)
    /// Options, those that were chosen ticked.
    case ticks([Tick])
    /// A table.
    case table(Table)
    /// Fields side by side, two by two.
    case cross([Field])
    /// Cards.
    case cards([Card])
    /// Quotations, each with what it belongs to.
    case quotes([Quote])
    /// Lines under lines.
    case tree([Branch])
    /// A drawing.
    case figure(Figure)
    /// What happens when, month by month.
    case timeline([Month])
    /// The days of some weeks, and what is on them.
    case calendar([Week])
  }

  /// An option that may be chosen.
  public struct Tick: Hashable, Sendable {
    /// The option.
    public var text: Text
    /// Whether it was chosen.
    public var isChosen: Bool
  }

  /// A table; every row has as many cells as there are headers.
  public struct Table: Hashable, Sendable {
    /// The headers of the columns.
    public var headers: [String]
    /// Which columns hold numbers.
    public var numeric: [Bool]
    /// The rows.
    public var rows: [[Text]]
    /// The last row, with the sums; none when nothing is added up.
    public var sums: [Text]
    /// Whether the first cell of each row names it.
    public var hasRowHeaders = false
  }

  /// One field of a cross.
  public struct Field: Hashable, Sendable {
    /// Its heading.
    public var title: String
    /// What stands in it.
    public var items: [Text]
  }

  /// A label and a text.
  public struct Term: Hashable, Sendable {
    /// What the text is about.
    public var label: String
    /// The text.
    public var text: Text
  }

  /// A heading, terms with what they say, and lists.
  public struct Card: Hashable, Sendable {
    /// What the card is about.
    public var title: Text
    /// Labels and texts.
    public var terms: [Term]
    /// Headed lists below the terms.
    public var lists: [Field]
  }

  /// Words to be used as they are.
  public struct Quote: Hashable, Sendable {
    /// The words.
    public var text: Text
    /// What they are for, where and by whom.
    public var attribution: String
  }

  /// A line and the lines that hang on it.
  public struct Branch: Hashable, Sendable {
    /// The line.
    public var text: Text
    /// What hangs on it.
    public var branches: [Branch]
  }

  /// A month and what happens in it.
  public struct Month: Hashable, Sendable {
    /// Its name and year.
    public var title: String
    /// What begins or is due in it, in the order of days.
    public var events: [Event]
  }

  /// Something with a day.
  public struct Event: Hashable, Sendable {
    /// The day, or the first and the last.
    public var first: Day
    /// The last day, where it lasts.
    public var last: Day?
    /// The days as they are read.
    public var days: Text
    /// What happens.
    public var what: Text
    /// Which kind of date it is: a deadline, a start.
    public var kind: String
  }

  /// Seven days, Monday first.
  public struct Week: Hashable, Sendable {
    /// The days.
    public var days: [WeekDay]
  }

  /// A day and what is on it.
  public struct WeekDay: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// The day with its day of the week, as it is read.
    public var name: String
    /// The day without it, where the day of the week stands above.
    public var label: String
    /// What is on it.
    public var items: [Text]

    /// Its place in the week, Monday being 0.
    public var place: Int { day.weekday }
  }
}
