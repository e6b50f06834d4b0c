import ArgumentParser
import Journal

/// Names of sessions, for a shell that completes what is typed: bash, zsh and fish ask the program itself.
enum SessionCompletion {
  /// The names of sessions, as an argument is completed by them.
  static let kind = CompletionKind.custom { words, _, typed in names(words, typed) }

  /// The names of the sessions in the folder that a command line names, or that the environment does, the latest first.
  ///
  /// - Parameters:
  ///   - words: The command line so far.
  ///   - typed: The beginning of a name.
  /// - Returns: At most as many names as a screen holds; whoever has more types more of it.
  private static func names(_ words: [String], _ typed: String) -> [String] {
    let system = System.real()
    let option = "--sessions"
    let named = words.firstIndex(of: option).flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    let joined = words.first { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
    let folder =
      named ?? joined ?? system.environment["PLENUM_SESSIONS"].flatMap { $0.isEmpty ? nil : $0 } ?? "Sessions"
    let all = (try? SessionsFolder(folder, storage: system.storage).list()) ?? []
    return Array(all.reversed().filter { $0.hasPrefix(typed) }.prefix(100))
  }
}
