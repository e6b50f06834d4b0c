/// The checksum CRC-32C (Castagnoli), as RFC 3720, appendix B.4, has it; eight bytes at a time after Intel's
/// slicing-by-8.
struct CRC32C {
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
      tables[byte] = value
    }
    for slice in 1..<8 {
      for byte in 0..<256 {
        let before = tables[(slice - 1) * 256 + byte]
        tables[slice * 256 + byte] = before >> 8 ^ tables[Int(before & 0xFF)]
      }
    }
    return tables
  }()

  /// The checksum of some bytes.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe tables.withUnsafeBufferPointer { tables in
        var value: UInt32 = 0xFFFF_FFFF
        var place = 0
        while place + 8 <= bytes.count {
          var next: UInt32 = 0
          for slice in 0..<4 {
            let byte = unsafe UInt32(bytes[place + slice]) ^ (value >> UInt32(8 * slice) & 0xFF)
            unsafe next ^= tables[(7 - slice) * 256 + Int(byte)]
          }
          for slice in 4..<8 { unsafe next ^= tables[(7 - slice) * 256 + Int(bytes[place + slice])] }
          value = next
          place += 8
        }
        while place < bytes.count {
          unsafe value = value >> 8 ^ tables[Int((value ^ UInt32(bytes[place])) & 0xFF)]
          place += 1
        }
        return value ^ 0xFFFF_FFFF
      }
    }
  }

  /// A checksum as eight hexadecimal digits.
  static func digits(_ checksum: UInt32) -> [UInt8] {
    let alphabet = Array("0123456789abcdef".utf8)
    return (0..<8).map { alphabet[Int(checksum >> UInt32(28 - 4 * $0) & 0xF)] }
  }
}
