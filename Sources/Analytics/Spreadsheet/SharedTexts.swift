/// The texts that the cells of a workbook share, in one piece of memory.
struct SharedTexts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// The bytes of a text; none where there is no such text.
  subscript(index: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(index) else { return [] }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  mutating func append(_ text: some Sequence<UInt8>, limit: Int) throws(Refusal) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    guard bytes.count <= limit, ends.count <= limit / 8 else {
      throw .unpacksTooLarge(member: "sharedStrings", bytes: bytes.count, limit: limit)
    }
  }
}
