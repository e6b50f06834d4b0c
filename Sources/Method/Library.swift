import BuiltInFiles
import MethodTree
public import Workshop

/// The methods and languages that are at hand: the ones built into the program, and method files of somebody's own.
/// The built-in method is read once, however many sessions walk it.
public final class Library {
  /// Reads a file; a value handed in, so that nothing here touches the disk.
  public typealias ReadFile = @Sendable (_ path: String) -> [UInt8]?

  private let readFile: ReadFile
  private var builtIn: (method: Workshop.Method, source: Source)?

  /// A library that reads method files of somebody's own by that function.
  public init(readFile: @escaping ReadFile) {
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
  /// - Returns: The method and its source, from which words are read.
  /// - Throws: ``MethodError`` with the file and line of what is wrong.
  public func method(
    _ name: String, knowing language: Language? = nil
  ) throws(MethodError) -> (method: Workshop.Method, source: Source) {
    if name == Library.builtIn, let builtIn { return builtIn }
    let source = Source(name: name, readFile: readFile, language: language)
    let files = source.methodFiles
    let tree = try files.tree(of: files.structure)
    let languages = files.languages
    guard !languages.isEmpty else { throw MethodError(file: files.words("en"), line: 1, fault: .unreadable) }
    let method = try MethodReading(file: files.structure).method(tree, languages: languages)
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
      // The words of a part that could not be read are not needed by anything yet.
      let isWhole = problems.found.isEmpty
      for code in languages {
        let file = files.words(code)
        _ = try problems.attempt { () throws(MethodError) in
          let tree = try files.tree(of: file)
          let differences = isWhole ? try WordsChecking(file: file, method: method).problems(tree) : []
          for error in differences { try problems.report(error) }
          if differences.isEmpty { _ = try WordsReading(file: file).texts(tree) }
        }
      }
      return (method, Library.inOrder(problems.found))
    } catch {
      return (nil, Library.inOrder(problems.found + [error]))
    }
  }

  private static func inOrder(_ errors: [MethodError]) -> [MethodError] {
    var files: [String] = []
    for error in errors where !files.contains(error.file) { files.append(error.file) }
    return errors.enumerated().sorted { left, right in
      let places = (files.firstIndex(of: left.element.file) ?? 0, files.firstIndex(of: right.element.file) ?? 0)
      return (places.0, left.element.line, left.offset) < (places.1, right.element.line, right.offset)
    }.map(\.element)
  }

  /// The files of the example that a method of one's own begins with, by name.
  public static var example: [(name: String, bytes: [UInt8])] {
    (["method"] + languages.map(\.rawValue)).compactMap { name in
      embedded("example/\(name).yaml").map { ("\(name).yaml", $0) }
    }
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
