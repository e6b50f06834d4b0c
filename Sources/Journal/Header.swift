public import Workshop

/// A journal's first line: which session it holds, and what is needed to read it.
public struct Header: Hashable, Sendable {
  /// The session's name for ever, random, the same in every copy.
  public var session: String
  /// The name of the method that is walked.
  public var method: String
  /// The version of that method.
  public var methodVersion: String
  /// The digest of that method's files.
  public var methodDigest: String
  /// The language the room began in.
  public var language: LanguageCode
  /// The run that was begun.
  public var run: RunID
  /// The time zone of the room by its name, such as `Europe/Oslo`.
  public var timeZone: String
  /// When the session began.
  public var created: Moment
  /// The features without which the journal must not be written; this version knows none.
  public var need: [String]

  /// A header made of its parts.
  public init(
    session: String, method: String, methodVersion: String, methodDigest: String, language: LanguageCode, run: RunID,
    timeZone: String, created: Moment, need: [String] = []
  ) {
    self.session = session
    self.method = method
    self.methodVersion = methodVersion
    self.methodDigest = methodDigest
    self.language = language
    self.run = run
    self.timeZone = timeZone
    self.created = created
    self.need = need
  }

  /// The format that this version writes, and the newest that it reads.
  public static let format = 1
}
