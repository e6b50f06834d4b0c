internal import NIOCore

/// An IPv4 network: those whose first bits are the same (RFC 4632).
struct Subnet: Hashable, Sendable {
  let address: UInt32
  let prefix: Int

  /// The network of an address, written as four numbers; nil when it is no address.
  init?(_ address: String, prefix: Int) {
    guard let number = Subnet.number(address), (1...32).contains(prefix) else { return nil }
    (self.address, self.prefix) = (number, prefix)
  }

  /// Whether that address is in it.
  func contains(_ address: String) -> Bool {
    guard let other = Subnet.number(address) else { return false }
    return (other ^ self.address) >> UInt32(32 - prefix) == 0
  }

  /// The number that an address is, its first part the highest.
  static func number(_ address: String) -> UInt32? {
    let parts = address.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var number: UInt32 = 0
    for part in parts {
      guard part.count <= 3, part.allSatisfy(\.isNumber), let byte = UInt8(part) else { return nil }
      number = number << 8 | UInt32(byte)
    }
    return number
  }
}
