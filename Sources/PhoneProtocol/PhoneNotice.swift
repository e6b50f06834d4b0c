/// All that phones are shown: it is replaced as a whole, and nothing else of a session is ever handed on.
public struct PhoneNotice: Hashable, Sendable {
  /// Its number, which grows with each.
  public var version: Int
  /// The name of the form. As long as it stays, what is half written stays on the phones.
  public var formID: String
  /// The workshop's title.
  public var title: String
  /// What is to be seen.
  public var standing: Standing
  /// What is asked; shown only while ``standing`` is ``Standing/asking``.
  public var form: PhoneForm?
  /// Whether there is a field for a name, which may stay empty.
  public var asksName: Bool
  /// The words for the form, one for each language, the room's own first.
  public var wordings: [PhoneWording]

  /// A notice.
  public init(
    version: Int, formID: String, title: String, standing: Standing, form: PhoneForm?, asksName: Bool,
    wordings: [PhoneWording]
  ) {
    self.version = version
    self.formID = formID
    self.title = title
    self.standing = standing
    self.form = form
    self.asksName = asksName
    self.wordings = wordings
  }

  /// What phones are to see.
  public enum Standing: String, CaseIterable, Hashable, Sendable {
    /// The form.
    case asking
    /// There is nothing to write or vote on at this place.
    case nothing
    /// The vote has just been closed.
    case voteClosed = "vote-closed"
    /// The room's screen is covered.
    case covered
    /// The room has a break.
    case pause
    /// Nothing is recorded.
    case offRecord = "off-record"
  }
}

/// What a form says in one language.
public struct PhoneWording: Hashable, Sendable {
  /// The language's code, such as `nb`.
  public var language: String
  /// Where the room stands, such as `Situation › Internal`.
  public var trail: String
  /// What is asked.
  public var text: String
  /// A label for each of an idea's fields, in their order.
  public var labels: [String]
  /// For each field the words of its options, in their order; none for a field without options.
  public var options: [[String]]

  /// The words of a form.
  public init(language: String, trail: String, text: String, labels: [String] = [], options: [[String]] = []) {
    self.language = language
    self.trail = trail
    self.text = text
    self.labels = labels
    self.options = options
  }
}
