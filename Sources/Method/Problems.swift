/// Mistakes in the files of a method: the first one ends the reading, or all of them are gathered.
final class Problems {
  /// What was gathered.
  private(set) var found: [MethodError] = []
  private let gathers: Bool

  /// - Parameter gathers: Whether the reading goes on behind a mistake.
  init(gathers: Bool) {
    self.gathers = gathers
  }

  /// Reads a part that the rest can do without.
  ///
  /// - Returns: What was read; nil when it is wrong and that was gathered.
  func attempt<Result>(_ body: () throws(MethodError) -> Result) throws(MethodError) -> Result? {
    do throws(MethodError) { return try body() } catch {
      guard gathers else { throw error }
      found.append(error)
      return nil
    }
  }

  /// A mistake that was found by looking.
  func report(_ error: MethodError) throws(MethodError) {
    guard gathers else { throw error }
    found.append(error)
  }

  /// Takes back what only follows from another mistake.
  func forget(where isFollowing: (MethodError) -> Bool) {
    found.removeAll(where: isFollowing)
  }
}
