internal import PhoneProtocol

/// Why no phone gets through, told from what needs no privilege: who came, and who asked for this machine.
struct Lookout: Sendable {
  /// When it began, in milliseconds of a clock that never goes back.
  private let start: Int
  /// Who was known before.
  private let known: Set<String>
  /// Who has asked for this machine since, and when that was seen first.
  private var knocked: [String: Int] = [:]
  /// Who has come.
  private var came: Set<String> = []

  /// A lookout from now on.
  init(known: Set<String>, at now: Int) {
    self.known = known
    start = now
  }

  /// A connection from that address was taken.
  mutating func arrive(_ address: String) { came.insert(address) }

  /// Looks who is there now.
  ///
  /// - Returns: What that tells, and whether that is all.
  mutating func look(_ neighbours: Set<String>, at now: Int) -> (sign: PorchMessage.Sign?, isOver: Bool) {
    guard came.isEmpty else { return (nil, true) }
    for address in neighbours.subtracting(known).sorted() where knocked[address] == nil { knocked[address] = now }
    // A connection comes within milliseconds of the question for the address.
    if knocked.values.contains(where: { now - $0 >= 3_000 }) { return (.knock, true) }
    return now - start >= 20_000 ? (knocked.isEmpty ? .silence : .knock, true) : (nil, false)
  }
}
