/// CRC-32C, Castagnoli's polynomial as iSCSI uses it (RFC 3720, appendix B.4): `123456789` gives `e3069283`.
enum Checksum {
  /// The eight digits of the sum of some bytes.
  static func digits(of bytes: some Sequence<UInt8>) -> [UInt8] {
    let sum = ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 255)] }
    let digits = String(sum, radix: 16)
    return Array((String(repeating: "0", count: 8 - digits.utf8.count) + digits).utf8)
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0x82F6_3B78 : sum >> 1 }
  }
}
