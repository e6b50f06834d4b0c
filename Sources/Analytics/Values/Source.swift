/// The bytes of a file, read where and when they are needed, so that a large file is never held whole.
public struct Source: Sendable {
  /// How many bytes there are.
  public let size: Int
  /// The bytes from an offset on, as many as asked for; fewer mean that the file ends there, or cannot be read on.
  public let read: @Sendable (_ offset: Int, _ count: Int) -> [UInt8]

  /// A file.
  ///
  /// - Parameters:
  ///   - size: How many bytes it has.
  ///   - read: Reads from an offset on.
  public init(size: Int, read: @escaping @Sendable (_ offset: Int, _ count: Int) -> [UInt8]) {
    self.size = size
    self.read = read
  }

  /// Bytes that are in memory already.
  public init(_ bytes: [UInt8]) {
    self.init(size: bytes.count) { offset, count in
      let start = min(max(0, offset), bytes.count)
      return Array(bytes[start..<min(bytes.count, start + max(0, count))])
    }
  }

  /// As many bytes as asked for.
  func bytes(at offset: Int, count: Int) throws(Refusal) -> [UInt8] {
    guard offset >= 0, count >= 0, count <= size, offset <= size - count else { throw .cutShort }
    let bytes = read(offset, count)
    guard bytes.count == count else { throw .cutShort }
    return bytes
  }
}
