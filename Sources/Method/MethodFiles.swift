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

  /// The path of the words in a language.
  func words(_ code: LanguageCode) -> String {
    let folder = structure.lastIndex(of: "/").map { structure[...$0] } ?? ""
    return "\(folder)\(code).yaml"
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
