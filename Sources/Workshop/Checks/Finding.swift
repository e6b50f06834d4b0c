/// Something that a check found missing or inconsistent. Facts only: each language has its own words for them.
public struct Finding: Hashable, Sendable {
  /// The check that found it.
  public var check: CheckID
  /// Which of the check's sentences says it.
  public var message: MessageID
  /// How grave it is.
  public var severity: Severity
  /// The question to go to.
  public var question: QuestionID
  /// The answer it is about, when it is about one.
  public var answer: Handle?
  /// What the sentence needs, by the names of its variables.
  public var facts: [String: Fact]
  /// Who let it stand, and why; nil while nobody has.
  public var acceptance: Acceptance?

  /// What a check found.
  public init(
    check: CheckID, message: MessageID, severity: Severity, question: QuestionID, answer: Handle? = nil,
    facts: [String: Fact] = [:]
  ) {
    self.check = check
    self.message = message
    self.severity = severity
    self.question = question
    self.answer = answer
    self.facts = facts
  }

  /// How grave a finding is. An error keeps a session from being ready, never from being saved or exported.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Something that must be there is not.
    case error
    /// Something that is likely to go wrong.
    case warning
    /// A raised eyebrow.
    case note

    /// Whether one is graver than another.
    public static func < (left: Severity, right: Severity) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// Part of what a finding says.
  public enum Fact: Hashable, Sendable {
    /// A text as somebody wrote it.
    case text(String)
    /// A number as it is stored.
    case number(String)
    /// A day.
    case day(Day)
    /// An answer, named by its handle and text.
    case answer(Handle)
    /// A cell, shown as its column is.
    case cell(AnswerID, ColumnID)
    /// Columns of a question, by their labels.
    case columns([ColumnID], QuestionID)
    /// Options, by their labels.
    case options([OptionID], Options, QuestionID)
    /// Rows of a grid, by their labels.
    case rows([OptionID], QuestionID)
    /// Questions, by their labels.
    case questions([QuestionID])
  }

  /// A finding that was let stand.
  public struct Acceptance: Hashable, Sendable {
    /// The initials of who let it stand, when they are known.
    public var person: String?
    /// Why.
    public var reason: String

    /// Let stand for that reason.
    public init(person: String?, reason: String) {
      self.person = person
      self.reason = reason
    }
  }

  /// What a finding is known by when it is let stand: its sentence and what it is about.
  public struct Key: Hashable, Sendable {
    /// The sentence.
    public var message: MessageID
    /// The answer, or the question where it is about no answer.
    public var subject: String

    /// The key of a finding with that sentence about that subject.
    public init(message: MessageID, subject: String) {
      self.message = message
      self.subject = subject
    }
  }

  /// What it is known by.
  public var key: Key {
    guard answer == nil, case .text(let person)? = facts["person"] else {
      return Key(message: message, subject: answer?.rawValue ?? question.rawValue)
    }
    // What is said of two people about one question are two findings.
    return Key(message: message, subject: "\(question) \(person)")
  }
}

/// The name of a check, such as `objective-without-kpi`.
public typealias CheckID = ID<Check>
/// The name of a sentence that a check may say.
public typealias MessageID = ID<Finding>
