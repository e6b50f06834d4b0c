import Yams

extension MethodError {
  /// What Yams found, as a fact with a line.
  init(yaml error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, fault: .notYAML(problem: problem))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(file: file, line: context.mark.line, fault: .duplicate(keys.joined(separator: ", ")))
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      self.init(file: file, line: 1, fault: .notYAML(problem: "\(error)"))
    }
  }
}
