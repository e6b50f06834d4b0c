import MethodTree

extension Tree {
  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  /// - Throws: What stands in the way, with its line.
  init(_ bytes: some Collection<UInt8>, file: String) throws(MethodError) {
    do throws(TreeError) {
      try self.init(bytes)
    } catch {
      throw MethodError(file: file, line: error.line, fault: MethodError.Fault(error.fault))
    }
  }
}

extension MethodError.Fault {
  fileprivate init(_ fault: TreeError.Fault) {
    self =
      switch fault {
      case .tooLarge(let bytes, let limit): .tooLarge(bytes: bytes, limit: limit)
      case .tooManyNodes(let limit): .tooManyNodes(limit: limit)
      case .notUTF8: .notUTF8
      case .notYAML(let problem): .notYAML(problem: problem)
      case .empty: .empty
      case .anchor: .anchor
      case .keyIsNoText: .keyIsNoText
      case .duplicate(let key): .duplicate(key)
      }
  }
}
