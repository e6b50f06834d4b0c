/// What an answer is called wherever it is referred to: `OBJ1`, or `post.people.needs#2`. Never changes, never reused.
public typealias Handle = ID<Answer>

/// The name of an answer: its question and its number there.
public struct AnswerID: Hashable, Sendable {
  /// The question it stands under.
  public var question: QuestionID
  /// The series its number counts in, such as `OBJ`; nil when it counts within the question.
  public var series: String?
  /// Its number, from 1.
  public var number: Int

  /// The answer with that number.
  public init(question: QuestionID, series: String? = nil, number: Int) {
    self.question = question
    self.series = series
    self.number = number
  }

  /// What the room calls it.
  public var handle: Handle {
    Handle((series ?? question.rawValue + "#") + String(number))
  }
}

/// One recorded thing under a question.
public struct Answer: Hashable, Sendable {
  /// Its name.
  public var id: AnswerID
  /// Its cells, one per column of the question; an empty cell is a gap. Stored, not shown: options by id, days as ISO,
  /// numbers with a decimal point, several values parted by `, `.
  public var cells: [String]
  /// The initials of who said it.
  public var speaker: String?
  /// What few answers have: it stands elsewhere, so that there can be many of the others.
  private var further: Further?

  /// An answer with those cells.
  public init(id: AnswerID, place: Place? = nil, cells: [String], speaker: String? = nil, origin: Origin? = nil) {
    self.id = id
    self.cells = cells
    self.speaker = speaker
    if place != nil || origin != nil { further = .holding(Further.Fields(place: place, origin: origin)) }
  }

  /// Where it stands, in a grid.
  public var place: Place? {
    get { further?.fields.place }
    set { change { $0.place = newValue } }
  }

  /// The session that gave it, when it was united with this one.
  public var origin: Origin? {
    get { further?.fields.origin }
    set { change { $0.origin = newValue } }
  }

  /// The name of the file that a group handed in and that it was taken in from.
  public var handedIn: String? {
    get { further?.fields.handedIn }
    set { change { $0.handedIn = newValue } }
  }

  /// The iteration in which it arose; nil for the first.
  var arose: Int? {
    get { further?.fields.arose }
    set { change { $0.arose = newValue } }
  }
  /// The letters of phones that it came of.
  public var letters: [LetterID] {
    get { further?.fields.letters ?? [] }
    set { change { $0.letters = newValue } }
  }

  /// The iteration in which it was last revised or confirmed; nil where that is the one in which it arose.
  var confirmed: Int? {
    get { further?.fields.confirmed }
    set { change { $0.confirmed = newValue } }
  }

  /// What came of a work item that was delivered; nil while it is not.
  public internal(set) var outcome: String? {
    get { further?.fields.outcome }
    set { change { $0.outcome = newValue } }
  }

  private mutating func change(_ body: (inout Further.Fields) -> Void) {
    var fields = further?.fields ?? Further.Fields()
    body(&fields)
    further = fields == Further.Fields() ? nil : .holding(fields)
  }

  private indirect enum Further: Hashable, Sendable {
    case holding(Fields)

    struct Fields: Hashable, Sendable {
      var place: Place?
      var origin: Origin?
      var handedIn: String?
      var arose: Int?
      var confirmed: Int?
      var outcome: String?
      var letters: [LetterID] = []
    }

    var fields: Fields {
      switch self {
      case .holding(let fields): fields
      }
    }
  }

  /// What the room calls it.
  public var handle: Handle { id.handle }

  /// The cell at a place; empty when the answer is older than the column.
  public func cell(at place: Int) -> String {
    cells.indices.contains(place) ? cells[place] : ""
  }

  /// The parts of a cell that holds several values.
  public func values(at place: Int) -> [String] {
    Answer.values(in: cell(at: place))
  }

  /// The parts of a stored cell that holds several values.
  public static func values(in cell: String) -> [String] {
    cell.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
  }
}

/// A place in a grid.
public struct Place: Hashable, Sendable {
  /// The row: the name of a fixed row or option, or a handle.
  public var row: String
  /// The same in the other direction, where the grid has one.
  public var across: String?

  /// A place in a row.
  public init(row: String, across: String? = nil) {
    self.row = row
    self.across = across
  }
}
