/// The name of one thing of a kind, as it stands in a method file or a journal.
///
/// The subject is only there for the compiler: the name of a question cannot be handed over as the name of a stage.
public struct ID<Subject>: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name as it is stored.
  public let rawValue: String

  /// Wraps a stored name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Wraps a stored name.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// Wraps a name that is written in the source.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// The name itself.
  public var description: String { rawValue }
}

/// The name of a question, such as `post.objectives.smart`.
public typealias QuestionID = ID<Question>
/// The name of a step, such as `post.objectives`.
public typealias StepID = ID<Step>
/// The name of a stage, such as `post`.
public typealias StageID = ID<Stage>
/// The name of a run, such as `half-day`.
public typealias RunID = ID<Run>
/// The name of a column, such as `deadline`; unique within its question.
public typealias ColumnID = ID<Column>
/// The name of an option, such as `build-trust-and-ambassadors`.
public typealias OptionID = ID<Choice>
/// The name of a list of options that several questions share, such as `network`.
public typealias ListID = ID<OptionList>
/// The name of a section of the draft, such as `doc.crisis`.
public typealias SectionID = ID<Section>
/// The name of an answer that a question offers, such as `screenshot`.
public typealias PresetID = ID<Preset>
/// A language by its two-letter code (ISO 639-1), such as `nb`.
public typealias LanguageCode = ID<Language>
