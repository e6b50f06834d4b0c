import Workshop

/// What a script or a journal for another version of a method holds that has no place in this one. Nothing of it is lost:
/// it is a script of its own.
package struct UnplacedLines {
  /// The form of the script.
  let form: Int
  /// The method it was written for.
  package let method: (name: String, version: String)
  package private(set) var failures: [ReplayFailure] = []

  /// Whether there is none.
  package var isEmpty: Bool { failures.isEmpty }

  /// A step that has no place.
  package mutating func add(_ failure: ReplayFailure) { failures.append(failure) }

  /// The file it is kept in, in a session's folder.
  package static let fileName = "left-out.plenum"

  /// What is left out, as a script.
  package var script: String {
    let head = [ScriptHead.mark(form), "# method: \(method.name) \(method.version)", ""]
    return (head + failures.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  private func lines(_ failure: ReplayFailure) -> [String] {
    switch failure.fault {
    case .noSuchQuestion(let answer):
      ["/goto \(answer.id.question)", failure.step.source.replacing(/\R/, with: " ")]
    case .lineError, .flaw, .lost: [failure.step.source]
    }
  }
}
