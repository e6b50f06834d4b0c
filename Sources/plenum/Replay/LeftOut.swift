import Workshop

/// What a script or a journal for another version of a method holds that has no place in this one. Nothing of it is lost:
/// it is a script of its own.
struct LeftOut {
  /// The method it was written for.
  let method: (name: String, version: String)
  private(set) var stumbles: [Stumble] = []

  /// Whether there is none.
  var isEmpty: Bool { stumbles.isEmpty }

  /// A passage that has no place.
  mutating func add(_ stumble: Stumble) { stumbles.append(stumble) }

  /// The file it is kept in, in a session's folder.
  static let fileName = "left-out.plenum"

  /// What is left out, as a script.
  var script: String {
    let head = [ScriptHead.mark, "# method: \(method.name) \(method.version)", ""]
    return (head + stumbles.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  private func lines(_ stumble: Stumble) -> [String] {
    switch stumble.fault {
    case .noSuchQuestion(let answer):
      ["/goto \(answer.id.question)", stumble.passage.source.replacing(/\R/, with: " ")]
    case .hindrance, .flaw, .lost: [stumble.passage.source]
    }
  }
}
