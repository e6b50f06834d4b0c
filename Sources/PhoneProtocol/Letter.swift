/// What a phone wrote; nothing of the session until a typed line takes it.
public struct Letter: Hashable, Sendable {
  /// Its name in the session, such as `7-3f…`: the phone's number, and what the phone itself called it. It is never given
  /// twice, and one that comes again is the same letter.
  public var id: String
  /// The phone's number, from 1.
  public var phone: Int
  /// The name that the phone gave, which nobody has proved.
  public var name: String?
  /// When it came, in milliseconds since 1970.
  public var moment: Int
  /// What it is.
  public var content: Content

  /// A letter.
  public init(id: String, phone: Int, name: String?, moment: Int, content: Content) {
    self.id = id
    self.phone = phone
    self.name = name
    self.moment = moment
    self.content = content
  }

  /// What a letter can be.
  public enum Content: Hashable, Sendable {
    /// An idea under a question: a cell for each of its columns, in their order.
    case idea(question: String, cells: [String])
    /// A word, or a number, at check-in or check-out.
    case mood(moment: String, text: String)
    /// Somebody says who they are.
    case introduction
    /// Something that a later version sends.
    case unknown(JSONValue)
  }

  /// The texts of it, which count against the limits.
  public var texts: [String] {
    let own: [String]
    switch content {
    case .idea(_, let cells): own = cells
    case .mood(_, let text): own = [text]
    case .introduction, .unknown: own = []
    }
    return own + (name.map { [$0] } ?? [])
  }

  /// What it is written under: a question, or the moment of a check-in.
  public var question: String {
    switch content {
    case .idea(let question, _): question
    case .mood(let moment, _): moment
    case .introduction, .unknown: ""
    }
  }
}

/// The votes of one phone: a number for each of the answers, in their order.
public struct PhoneBallot: Hashable, Sendable {
  /// The phone's number, from 1.
  public var phone: Int
  /// The numbers: dots, a hand, scores, or points.
  public var marks: [Int]

  /// The ballot of a phone.
  public init(phone: Int, marks: [Int]) {
    self.phone = phone
    self.marks = marks
  }
}
