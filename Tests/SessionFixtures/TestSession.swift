public import Method
public import Workshop

/// A session that is held in a test: lines go in as they would be typed, on a day that never ends.
public struct TestSession: Sendable {
  /// The session as it stands.
  public private(set) var session: Session
  /// The words of the room's language.
  public private(set) var localization: Localization
  /// The number of the last entry.
  public private(set) var entries = 0

  private let loaded: Loaded

  /// The two methods most tests are about are read once.
  private static let builtIn = Loaded(.builtIn)
  private static let odd = Loaded(.odd)

  /// The time; it stands still until a test moves it.
  public var now = Moment(millisecondsSince1970: 1_770_710_400_000)

  /// The day it is; it stays the same until a test moves it.
  public var today = TestSession.today

  /// The day it is at first.
  public static let today = Day(daysSinceEpoch: 20_494)

  /// A session of a method that has just been opened.
  ///
  /// - Parameters:
  ///   - files: The method, the built-in one when none is given.
  ///   - language: The language of the room.
  ///   - run: The run; the first of the method when none is given.
  /// - Throws: What is wrong with the method.
  public init(_ files: MethodFiles = .builtIn, language: LanguageCode = "en", run: RunID? = nil) throws {
    let loaded = files.isBuiltIn ? TestSession.builtIn : files == .odd ? TestSession.odd : Loaded(files)
    let method = try loaded.method.get()
    self.loaded = loaded
    localization = try loaded.localization(language)
    session = Session(method: method, language: language, run: run ?? method.runs[0].id)
    record(session.opening(title: "Still", today: TestSession.today))
  }

  /// A session of a method in which some lines have been heard.
  public init(
    _ files: MethodFiles = .builtIn, language: LanguageCode = "en", run: RunID? = nil, hearing lines: [String]
  ) throws {
    try self.init(files, language: language, run: run)
    for line in lines { try hear(line) }
  }

  /// What the checks find.
  public var findings: [Finding] { session.findings(in: localization) }

  /// What a line would make happen.
  public func decide(_ line: String) throws(Refusal) -> [Event] {
    try session.decide(
      try Command(parsing: line, in: localization.language), hearing: localization, today: today, now: now)
  }

  /// Hears a line.
  ///
  /// - Returns: What happened.
  /// - Throws: A refusal, or the mistake in the words of the language that was chosen.
  @discardableResult public mutating func hear(_ line: String) throws -> [Event] {
    let events = try decide(line)
    record(events)
    if session.language != localization.language.code { localization = try loaded.localization(session.language) }
    return events
  }

  /// The words of the method in any of its languages.
  public func localization(_ code: LanguageCode) throws -> Localization {
    try loaded.localization(code)
  }

  /// The cells of an answer, by its handle.
  public func cells(_ handle: Handle) -> [String]? {
    session.answer(handle)?.cells
  }

  /// The first cells of the answers to a question.
  public func texts(_ question: QuestionID) -> [String] {
    session.answers(to: question).map { $0.cell(at: 0) }
  }

  /// Lets events happen that no line asked for.
  public mutating func happen(_ events: [Event]) { record(events) }

  private mutating func record(_ events: [Event]) {
    guard !events.isEmpty else { return }
    entries += 1
    session.apply(events, as: EntryID(epoch: "still", number: entries), at: now)
  }
}

/// The files of a method, as they would stand in a folder.
public struct MethodFiles: Hashable, Sendable {
  /// The name or path the method is asked for by.
  public var name: String
  /// The contents by path.
  public var contents: [String: String]

  /// A method from files.
  public init(name: String, contents: [String: String]) {
    self.name = name
    self.contents = contents
  }

  /// The method that is built in.
  public static let builtIn = MethodFiles(name: Library.builtIn, contents: [:])

  var isBuiltIn: Bool { name == Library.builtIn }

  /// A library that has these files at hand, and no others.
  public var library: Library {
    let contents = contents
    return Library { path in contents[path].map { Array($0.utf8) } }
  }
}

/// A method and its words, read.
private struct Loaded: Sendable {
  let method: Result<Workshop.Method, any Error>
  private let files: MethodFiles
  private let localizations: [LanguageCode: Localization]

  init(_ files: MethodFiles) {
    self.files = files
    do {
      let (method, source) = try files.library.method(files.name)
      self.method = .success(method)
      localizations = Dictionary(
        uniqueKeysWithValues: method.languages.compactMap { code in (try? source.localization(code)).map { (code, $0) }
        })
    } catch {
      method = .failure(error)
      localizations = [:]
    }
  }

  func localization(_ code: LanguageCode) throws -> Localization {
    if let localization = localizations[code] { return localization }
    guard case .success = method else {
      return Localization(language: try Library.language(code), texts: MethodTexts(title: ""))
    }
    return try files.library.method(files.name).source.localization(code)
  }
}
