/// What is wrong in a file of a method or a language, and on which line.
public struct MethodError: Error, Hashable, Sendable {
  /// The file, as it was named.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var fault: Fault

  /// The ways in which a file can be wrong.
  public enum Fault: Hashable, Sendable {
    /// There is no such file, or it cannot be read.
    case unreadable
    /// More bytes than a method has.
    case tooLarge(bytes: Int, limit: Int)
    /// More nodes than a method has, or nested too deeply.
    case tooManyNodes(limit: Int)
    /// Not UTF-8.
    case notUTF8
    /// Not YAML; the problem in the parser's own words.
    case notYAML(problem: String)
    /// Nothing in it.
    case empty
    /// An anchor, an alias, a tag or a complex key: methods are written without them.
    case anchor
    /// A key that is not a text.
    case keyIsNoText
    /// Something else was expected here.
    case expected(Form, found: String)
    /// A key that belongs here is missing.
    case missing(key: String)
    /// A key that nothing is known about.
    case unknownKey(String, nearest: [String])
    /// A word that is none of those that may stand here.
    case unknownWord(String, known: [String])
    /// A name that is used twice.
    case duplicate(String)
    /// A name that nothing has.
    case unknownName(String)
    /// A question that cannot be asked as it is described.
    case senseless(Senseless)
    /// Words that the structure needs and the language file lacks.
    case missingWords(String)
    /// A column that does not hold what is done with it, and those that would do.
    case unsuitedColumn(String, ColumnForm, known: [String])
    /// An option whose label is the beginning of another's, so that typing it is ambiguous.
    case labelBegins(String, other: String)
    /// An example that the room would be refused.
    case refusedExample(RefusedExample)
    /// A file of words in a language that the program does not speak, and those that it speaks.
    case unspokenLanguage(String, known: [String])
    /// The questions of a run take longer than the run.
    case crowdedRun(String, minutes: Int, limit: Int)
    /// A variable of a sentence that nothing fills, and those that are filled.
    case unknownVariable(String, sentence: String, known: [String])
  }

  /// What a value must be.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A text.
    case text
    /// A list.
    case list
    /// Keys with values.
    case map
    /// A whole number.
    case number
    /// Two whole numbers with two dots between, such as `1..5`.
    case range
    /// The type of a column.
    case columnType
    /// The letters of a handle, such as `OBJ`: capitals alone, since a number follows them.
    case handle
    /// A yes or a no: `true` or `false`.
    case truth
  }

  /// Questions that make no sense.
  public enum Senseless: String, Hashable, Sendable, CaseIterable {
    /// A kind with options has none.
    case noOptions
    /// A table or grid has no columns.
    case noColumns
    /// As many handles as rows are needed.
    case handlesPerRow
    /// No run asks it.
    case neverAsked
    /// Its answers are left with their iteration, and answers that are not refer to them.
    case leftBehind
    /// A condition looks at a column that has no options, and is no day.
    case conditionWithoutOptions
    /// A question takes longer than the run that asks it.
    case longerThanRun
    /// Those who take part are no table of initials, names and what else is known of them.
    case noTableOfPeople
  }

  /// Something wrong on a line of a file.
  public init(file: String, line: Int, fault: Fault) {
    self.file = file
    self.line = line
    self.fault = fault
  }
}
