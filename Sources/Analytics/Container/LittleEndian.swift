/// Whole numbers out of bytes, the lowest byte first; 0 where there are no bytes.
extension [UInt8] {
  func byte(at offset: Int) -> Int { indices.contains(offset) ? Int(self[offset]) : 0 }

  func number16(at offset: Int) -> Int { byte(at: offset) | byte(at: offset + 1) << 8 }

  func number32(at offset: Int) -> Int { number16(at: offset) | number16(at: offset + 2) << 16 }

  /// A number of 64 bits; nil when it is larger than any size here can be.
  func number64(at offset: Int) -> Int? {
    let (low, high) = (number32(at: offset), number32(at: offset + 4))
    return high < 1 << 30 ? low | high << 32 : nil
  }
}
