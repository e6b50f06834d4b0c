/// The name of a letter, for ever: the phone's number and what the phone itself called it. Never given twice.
public typealias LetterID = ID<Letter>

/// What a phone wrote; nothing of the session until a typed line takes it.
public struct Letter: Hashable, Sendable {
  /// Its name.
  public var id: LetterID
  /// The phone's number, from 1.
  public var phone: Int
  /// The name that the phone gave, which nobody has proved.
  public var name: String?
  /// What it is.
  public var content: Content

  /// A letter of a phone.
  public init(id: LetterID, phone: Int, name: String? = nil, content: Content) {
    (self.id, self.phone, self.name, self.content) = (id, phone, name, content)
  }

  /// What a letter can be.
  public enum Content: Hashable, Sendable {
    /// An idea under a question: the place in a grid first, then a cell for each column that is asked for. The cells are
    /// parted by the form, so that nothing in them is a heading, a name of who said it, or a command.
    case idea(QuestionID, cells: [String])
    /// A word, or a number, at check-in or check-out.
    case checkIn(CheckIn.Round, String)
    /// Somebody says who they are.
    case introduction
  }

  /// The same without what must not be read any more; where a redacted text can be read in it, nothing is left of it.
  func redacted(by redactions: Redactions) -> Letter {
    func hidden(_ text: String) -> String {
      let hidden = redactions.text(text)
      return redactions.canBeRead(in: hidden) ? "" : hidden
    }
    var letter = self
    letter.name = name.map(hidden)
    switch content {
    case .idea(let question, let cells): letter.content = .idea(question, cells: cells.map(hidden))
    case .checkIn(let round, let word): letter.content = .checkIn(round, hidden(word))
    case .introduction: break
    }
    return letter
  }
}

/// The votes of one phone.
public struct PhoneBallot: Hashable, Sendable {
  /// The phone's number, from 1.
  public var phone: Int
  /// A number for each of the answers that are voted on, in their order.
  public var marks: [Int]

  /// The ballot of a phone.
  public init(phone: Int, marks: [Int]) { (self.phone, self.marks) = (phone, marks) }
}
