import Workshop

/// Mistakes in the files of a method: the first one ends the reading, or all of them are gathered.
final class Problems {
  /// What was gathered.
  private(set) var found: [MethodError] = []
  let gathers: Bool

  /// - Parameter gathers: Whether the reading goes on behind a mistake.
  init(gathers: Bool) {
    self.gathers = gathers
  }

  /// What belongs to a part that could not be read: questions, sentences. Nothing more is said about these names.
  var lost: Set<String> = []

  /// Reads a part that the rest can do without.
  ///
  /// - Returns: What was read; nil when it is wrong and that was gathered.
  func attempt<Result>(_ body: () throws(MethodError) -> Result) throws(MethodError) -> Result? {
    do throws(MethodError) { return try body() } catch {
      try report(error)
      return nil
    }
  }

  /// Reads a part all of whose mistakes are said, but none that only follows from a misspelt key.
  ///
  /// - Returns: What was read; nil when anything in it is wrong.
  func part<Result>(_ body: () throws(MethodError) -> Result?) throws(MethodError) -> Result? {
    let before = found.count
    let result = try attempt(body)
    guard found.count > before else { return result ?? nil }
    let misspelt = found[before...].flatMap(\.fault.keysNearby)
    let rest = found[before...].filter { error in error.fault.missingKeys.allSatisfy { !misspelt.contains($0) } }
    found.removeSubrange(before...)
    for error in rest { try report(error) }
    return nil
  }

  /// Reports every key that may not stand there.
  func check(_ fields: Fields, keys: [String]) throws(MethodError) {
    for error in fields.unknownKeys(besides: keys) { try report(error) }
  }

  /// A mistake that was found by looking.
  func report(_ error: MethodError) throws(MethodError) {
    guard gathers else { throw error }
    if !found.contains(error) { found.append(error) }
  }

  /// Takes back what only follows from another mistake.
  func forget(where isFollowing: (MethodError) -> Bool) {
    found.removeAll(where: isFollowing)
  }
}

extension MethodError.Fault {
  /// The keys that may have been meant by one that nothing is known about.
  fileprivate var keysNearby: [String] {
    switch self {
    case .unknownKey(_, let nearest): nearest
    case .unknownWord(let word, let known): nearest(to: word, among: known)
    case _: []
    }
  }

  /// The keys one of which is missing.
  fileprivate var missingKeys: [String] {
    switch self {
    case .missing(let key): key.split(separator: ",").map(\.trimmed)
    case .senseless(.noOptions): ["options"]
    case .senseless(.noColumns): ["columns"]
    case .senseless(.neverAsked): ["minutes"]
    case _: []
    }
  }
}
