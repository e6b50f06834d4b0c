/// The program's words and forms in one language: messages by key, names of commands, numbers, days. Nothing of it
/// changes, so that everybody can hold the same one.
public final class Language: Sendable {
  /// Its code, such as `nb`.
  public let code: LanguageCode
  /// Its own name for itself.
  public let name: String
  /// How numbers are written.
  public let numbers: NumberFormat
  /// How days are written.
  public let days: DayFormat
  /// How a time of day is written: `{H}` `{HH}` `{mm}` stand for the parts.
  public let times: Template
  /// How lengths of time are written.
  public let durations: DurationFormat
  /// How it is said how often something is done.
  public let frequencies: FrequencyFormat
  /// The words for yes; the first is shown.
  public let yes: [String]
  /// The words for no; the first is shown.
  public let no: [String]
  /// The language's own names of commands, by the canonical name.
  public let commands: [String: [String]]
  /// The sentences, by key.
  public let messages: [String: Template]

  /// A language made of its parts.
  public init(
    code: LanguageCode, name: String, numbers: NumberFormat, days: DayFormat, times: Template,
    durations: DurationFormat, frequencies: FrequencyFormat, yes: [String], no: [String],
    commands: [String: [String]], messages: [String: Template]
  ) {
    self.code = code
    self.name = name
    self.numbers = numbers
    self.days = days
    self.times = times
    self.durations = durations
    self.frequencies = frequencies
    self.yes = yes
    self.no = no
    self.commands = commands
    self.messages = messages
  }

  /// A language with other numbers.
  convenience init(_ language: Language, numbers: NumberFormat) {
    self.init(
      code: language.code, name: language.name, numbers: numbers, days: language.days, times: language.times,
      durations: language.durations, frequencies: language.frequencies, yes: language.yes, no: language.no,
      commands: language.commands, messages: language.messages)
  }

  /// A time of day as the language writes it: `09:05`, `9.05`.
  ///
  /// - Parameters:
  ///   - hour: The hour, 0 to 23.
  ///   - minute: The minute, 0 to 59.
  /// - Returns: The time as text.
  public func time(_ hour: Int, _ minute: Int) -> String {
    times.filled { name in
      switch name {
      case "H": String(hour)
      case "HH": Day.padded(hour, to: 2)
      case "mm": Day.padded(minute, to: 2)
      case _: nil
      }
    }
  }

  /// The sentence of a key, its variables filled. A key without a sentence gives the key, so that a hole is seen.
  ///
  /// - Parameters:
  ///   - key: The key of the sentence.
  ///   - values: The texts for its variables.
  ///   - count: The number that chooses between the forms for one and many.
  /// - Returns: The whole sentence.
  public func sentence(_ key: String, _ values: KeyValuePairs<String, String> = [:], count: Int? = nil) -> String {
    messages[key]?.filled(values, count: count) ?? key
  }
}

/// A method's words in one language.
public struct MethodTexts: Hashable, Sendable {
  /// The method's title.
  public var title: String
  /// The names of the runs.
  public var runs: [RunID: String] = [:]
  /// The names of the stages.
  public var stages: [StageID: String] = [:]
  /// The names of the steps.
  public var steps: [StepID: String] = [:]
  /// The words of the questions.
  public var questions: [QuestionID: QuestionTexts] = [:]
  /// The labels of the options of shared lists.
  public var lists: [ListID: [OptionID: String]] = [:]
  /// The headings of the draft.
  public var sections: [SectionID: String] = [:]
  /// The titles of documents and the names of their files.
  public var documents: [DocumentID: DocumentTexts] = [:]
  /// The sentences of the draft.
  public var sentences: [SentenceID: Template] = [:]
  /// The words of the catalogue of measures.
  public var kpis: [KPIID: KPITexts] = [:]
  /// The sentences of the checks.
  public var checks: [MessageID: Template] = [:]
  /// Lists whose options this language offers in an order of its own: these first.
  public var orders: [ListID: [OptionID]] = [:]

  /// Texts with nothing but a title.
  public init(title: String) {
    self.title = title
  }

  /// The label of a question, or its name when it has none.
  public func label(of question: QuestionID) -> String {
    questions[question]?.label ?? question.rawValue
  }

  /// The label of a column of a question, or its name when it has none.
  public func label(of column: ColumnID, in question: QuestionID) -> String {
    questions[question]?.columns[column] ?? column.rawValue
  }

  /// The label of an option where it is offered, or its name when it has none.
  public func label(of option: OptionID, from options: Options, in question: QuestionID) -> String {
    switch options {
    case .own: questions[question]?.options[option] ?? option.rawValue
    case .list(let list): lists[list]?[option] ?? option.rawValue
    }
  }

  /// The label of a fixed row of a grid, or its name when it has none.
  public func label(ofRow row: OptionID, in question: QuestionID) -> String {
    questions[question]?.rows[row] ?? row.rawValue
  }
}

/// The words of one document in one language.
public struct DocumentTexts: Hashable, Sendable {
  /// What stands on its cover.
  public var title: String
  /// What its file is called, after the name of the session.
  public var file: String

  /// The words of a document.
  public init(title: String, file: String) {
    self.title = title
    self.file = file
  }
}

/// The words of one question in one language.
public struct QuestionTexts: Hashable, Sendable {
  /// A short name, for maps and headings.
  public var label: String
  /// The question itself.
  public var ask: String
  /// One line of help.
  public var help: String
  /// Answers as somebody might give them.
  public var examples: [String]
  /// How to run the question with a group.
  public var tip: String?
  /// The labels of its columns.
  public var columns: [ColumnID: String] = [:]
  /// The labels of its options.
  public var options: [OptionID: String] = [:]
  /// The labels of its rows.
  public var rows: [OptionID: String] = [:]
  /// The answers it offers for changing.
  public var presets: [PresetID: String] = [:]

  /// The words of a question.
  public init(label: String, ask: String, help: String, examples: [String], tip: String?) {
    self.label = label
    self.ask = ask
    self.help = help
    self.examples = examples
    self.tip = tip
  }
}

/// Everything that is needed to read and show answers in one language.
public final class Localization: Sendable {
  /// The program's words.
  public let language: Language
  /// The method's words.
  public let texts: MethodTexts

  /// The words of a program and a method in the same language.
  public init(language: Language, texts: MethodTexts) {
    self.language = language
    self.texts = texts
  }
}
