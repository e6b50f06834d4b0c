public import Workshop

/// A small method that works, for one of one's own to begin with.
public enum Starter: String, CaseIterable, Sendable {
  /// A team agrees on how it works.
  case agreement
  /// Goals, and what is done for them.
  case plan
  /// Looking back, and trying something.
  case retrospective
  /// What may happen, and what is done about it.
  case risks
  /// What is open, and which way is taken.
  case decision

  /// Its files by name: the structure, and the words in these languages.
  public func files(in languages: [LanguageCode] = Library.languages) -> [(name: String, bytes: [UInt8])] {
    (["method"] + languages.map(\.rawValue)).compactMap { name in
      Library.embedded("example/\(rawValue)/\(name).yaml").map { ("\(name).yaml", $0) }
    }
  }
}
