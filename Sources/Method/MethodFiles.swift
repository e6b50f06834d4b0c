import MethodTree
import Workshop

/// Where the files of one method are: those built in, or those that stand beside a structure file of somebody's own.
struct MethodFiles: Sendable {
  /// The path of the structure file.
  let structure: String
  private let isBuiltIn: Bool
  private let readFile: Library.ReadFile

  init(name: String, readFile: @escaping Library.ReadFile) {
    isBuiltIn = name == Library.builtIn
    structure = isBuiltIn ? "\(name)/method.yaml" : name
    self.readFile = readFile
  }

  /// The folder the files stand in.
  var folder: String { structure.lastIndex(of: "/").map { String(structure[..<$0]) } ?? "." }

  /// The path of the words in a language.
  func words(_ code: LanguageCode) -> String { path(of: "\(code).yaml") }

  private func path(of name: String) -> String {
    let folder = structure.lastIndex(of: "/").map { structure[...$0] } ?? ""
    return folder + name
  }

  /// The files that look like words in a language, and that nothing reads: the program does not speak it, or they are
  /// called otherwise.
  func unspoken(among names: [String]) -> [MethodError] {
    guard !isBuiltIn else { return [] }
    let known = Library.languages.map(\.rawValue)
    let read = known.map { "\($0).yaml" }
    return names.sorted().compactMap { name in
      guard !read.contains(name), path(of: name) != structure,
        let code = name.wholeMatch(of: /([A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*)\.ya?ml/)?.1
      else { return nil }
      return MethodError(file: path(of: name), line: 1, fault: .unspokenLanguage(String(code), known: read))
    }
  }

  /// The languages there are words in.
  var languages: [LanguageCode] {
    Library.languages.filter { isBuiltIn ? Library.isBuiltIn(words($0)) : readFile(words($0)) != nil }
  }

  /// A file as a tree: those built in come compiled.
  func tree(of path: String) throws(MethodError) -> Tree {
    if isBuiltIn { return try Library.tree(builtIn: path) }
    guard let bytes = readFile(path) else { throw MethodError(file: path, line: 1, fault: .unreadable) }
    return try Tree(bytes, file: path)
  }

  func bytes(of path: String) -> [UInt8]? {
    isBuiltIn ? Library.embedded(path) : readFile(path)
  }

  /// The files of a method of somebody's own, by name; none for the built-in one.
  var own: [(name: String, bytes: [UInt8])] {
    guard !isBuiltIn else { return [] }
    let paths = Library.languages.map { ("\($0).yaml", words($0)) }
    return ([("method.yaml", structure)] + paths).compactMap { name, path in bytes(of: path).map { (name, $0) } }
  }
}
