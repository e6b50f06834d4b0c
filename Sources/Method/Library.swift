import BuiltInFiles
import MethodTree
public import Workshop

/// The methods and languages that are at hand: the ones built into the program, and method files of somebody's own.
/// The built-in method is read once, however many sessions walk it.
public final class Library {
  /// Reads a file; a value handed in, so that nothing here touches the disk.
  public typealias ReadFile = @Sendable (_ path: String) -> [UInt8]?

  /// The names of the files in a folder; a value handed in like the other.
  public typealias ListFolder = @Sendable (_ path: String) -> [String]

  private let readFile: ReadFile
  private let listFolder: ListFolder
  private var builtIn: (method: Workshop.Method, source: Source)?

  /// A library that reads method files of somebody's own by that function.
  ///
  /// - Parameters:
  ///   - listFolder: What lies beside a method, for a check of it.
  ///   - readFile: What stands in a file.
  public init(listFolder: @escaping ListFolder = { _ in [] }, readFile: @escaping ReadFile) {
    self.listFolder = listFolder
    self.readFile = readFile
  }

  /// The name of the built-in method.
  public static let builtIn = "social-media-plan"

  /// The languages the program speaks: those whose files are built in, in the order the files name.
  public static let languages: [LanguageCode] = BuiltInFile.all.compactMap { file in
    guard file.path.hasPrefix("languages/"), file.path.hasSuffix(".yaml") else { return nil }
    return LanguageCode(String(file.path.dropFirst("languages/".count).dropLast(".yaml".count)))
  }

  /// The program's words in a language.
  ///
  /// - Throws: ``MethodError`` when there is no such language.
  public static func language(_ code: LanguageCode) throws(MethodError) -> Language {
    let path = "languages/\(code).yaml"
    return try LanguageReading(file: path).language(try tree(builtIn: path))
  }

  /// A method by its name, or by the path of its structure file; the words stand beside it, one file per language.
  ///
  /// - Parameters:
  ///   - name: The name or the path.
  ///   - language: A language whose words for the program have been read already.
  ///   - isKept: Whether it is the copy that a session keeps: that opens for ever, whatever is asked of a method today.
  /// - Returns: The method and its source, from which words are read.
  /// - Throws: ``MethodError`` with the file and line of what is wrong.
  public func method(
    _ name: String, knowing language: Language? = nil, isKept: Bool = false
  ) throws(MethodError) -> (method: Workshop.Method, source: Source) {
    if name == Library.builtIn, let builtIn { return builtIn }
    let source = Source(name: name, readFile: readFile, language: language)
    let files = source.methodFiles
    let tree = try files.tree(of: files.structure)
    let languages = files.languages
    guard !languages.isEmpty else { throw MethodError(file: files.words("en"), line: 1, fault: .unreadable) }
    let method = try MethodReading(file: files.structure, isKept: isKept).method(tree, languages: languages)
    if name == Library.builtIn { builtIn = (method, source) }
    return (method, source)
  }

  /// Everything that is wrong in the files of a method, in the order of the files and their lines.
  ///
  /// - Parameter path: The path of the structure file, or the name of the built-in method.
  /// - Returns: The method as far as it can be read, and the mistakes; none when it can be used.
  public func problems(of path: String) -> (method: Workshop.Method?, problems: [MethodError]) {
    let files = MethodFiles(name: path, readFile: readFile)
    let languages = files.languages
    let problems = Problems(gathers: true)
    do throws(MethodError) {
      let reading = MethodReading(file: files.structure, problems: problems)
      let method = try reading.method(try files.tree(of: files.structure), languages: languages)
      if languages.isEmpty {
        try problems.report(MethodError(file: files.words("en"), line: 1, fault: .unreadable))
      }
      for error in files.unspoken(among: listFolder(files.folder)) { try problems.report(error) }
      for code in languages {
        _ = try problems.attempt { () throws(MethodError) in
          try check(files, code, of: method, problems)
        }
      }
      return (method, Library.inOrder(problems.found))
    } catch {
      return (nil, Library.inOrder(problems.found + [error]))
    }
  }

  /// Checks the words in one language: against the structure, and the examples by typing them.
  private func check(
    _ files: MethodFiles, _ code: LanguageCode, of method: Workshop.Method, _ problems: Problems
  ) throws(MethodError) {
    let file = files.words(code)
    let tree = try files.tree(of: file)
    let isWhole = problems.found.allSatisfy { $0.file != files.structure }
    let checking = WordsChecking(file: file, method: method, lost: problems.lost)
    for error in try checking.problems(tree) { try problems.report(error) }
    let reading = Problems(gathers: true)
    let texts = try reading.attempt { () throws(MethodError) in
      try WordsReading(file: file, problems: reading).texts(tree)
    }
    for error in reading.found where !error.fault.isMissing { try problems.report(error) }
    // What is asked by a question that cannot be read, its examples cannot answer.
    guard isWhole, let texts, reading.found.isEmpty else { return }
    let localization = Localization(language: try Library.language(code), texts: texts)
    let examples = ExampleChecking(file: file, method: method, localization: localization)
    for error in try examples.problems(tree) { try problems.report(error) }
  }

  private static func inOrder(_ errors: [MethodError]) -> [MethodError] {
    var files: [String] = []
    for error in errors where !files.contains(error.file) { files.append(error.file) }
    return errors.enumerated().sorted { left, right in
      let places = (files.firstIndex(of: left.element.file) ?? 0, files.firstIndex(of: right.element.file) ?? 0)
      return (places.0, left.element.line, left.offset) < (places.1, right.element.line, right.offset)
    }.map(\.element)
  }

  /// Where the files of one method come from, and the words that were read from them: each language once.
  public final class Source {
    fileprivate let methodFiles: MethodFiles
    private let language: Language?
    private var localizations: [LanguageCode: Localization] = [:]

    fileprivate init(name: String, readFile: @escaping ReadFile, language: Language?) {
      methodFiles = MethodFiles(name: name, readFile: readFile)
      self.language = language
    }

    /// The path of the structure file.
    var structure: String { methodFiles.structure }

    /// The files of a method of somebody's own, by name, so that a session can keep them; none for the built-in one.
    public var files: [(name: String, bytes: [UInt8])] { methodFiles.own }

    /// A mark of the structure's content, for telling versions apart: 64 bits of FNV-1a in hexadecimal.
    public var digest: String {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in methodFiles.bytes(of: structure) ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The words of the method and of the program in one language.
    ///
    /// - Throws: ``MethodError`` when the method has no words in that language, or they cannot be read.
    public func localization(_ code: LanguageCode) throws(MethodError) -> Localization {
      if let localization = localizations[code] { return localization }
      let path = methodFiles.words(code)
      let texts = try WordsReading(file: path).texts(try methodFiles.tree(of: path))
      let localization = Localization(language: try spoken(code), texts: texts)
      localizations[code] = localization
      return localization
    }

    private func spoken(_ code: LanguageCode) throws(MethodError) -> Language {
      if let language, language.code == code { return language }
      return try Library.language(code)
    }
  }

  /// A file that is built into the program, as a tree: read where it stands, without a copy.
  static func tree(builtIn path: String) throws(MethodError) -> Tree {
    guard let file = builtInFile(path),
      let tree = file.content.withUTF8Buffer({ bytes in unsafe Tree(compiled: Span(_unsafeElements: bytes)) })
    else { throw MethodError(file: path, line: 1, fault: .unreadable) }
    return tree
  }

  /// A file that is built into the program.
  static func embedded(_ path: String) -> [UInt8]? {
    builtInFile(path)?.content.withUTF8Buffer { unsafe Array($0) }
  }

  /// Whether a file is built into the program.
  static func isBuiltIn(_ path: String) -> Bool { builtInFile(path) != nil }

  private static func builtInFile(_ path: String) -> BuiltInFile? { BuiltInFile.all.first { $0.path == path } }
}

extension MethodError.Fault {
  /// Whether a key is missing: the comparison of words with the structure has said so.
  fileprivate var isMissing: Bool { if case .missing = self { true } else { false } }
}
