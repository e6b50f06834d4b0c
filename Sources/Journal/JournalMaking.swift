internal import Text
public import Workshop

extension Journal {
  /// The bytes of a journal whose names depend on nothing but what it holds: made twice of the same, it is the same file.
  ///
  /// - Parameters:
  ///   - header: Its first line; the name of the session is made here.
  ///   - entries: The events of each entry.
  ///   - moment: When.
  /// - Returns: The file, as ``saveSafely(_:to:storage:isLasting:)`` writes it.
  public static func made(_ header: Header, of entries: [[Event]], at moment: Moment) -> [UInt8] {
    var writer = JSONWriter()
    for event in entries.joined() { writer.event(event) }
    let digest = Digest(writer.bytes + header.line(epoch: "0"))
    var header = header
    header.session = digest.text(length: 10)
    let epoch = digest.text(length: 5)
    var bytes = header.line(epoch: epoch) + [0x0A]
    for (index, events) in entries.enumerated() {
      bytes += Entry(id: EntryID(epoch: epoch, number: index + 1), at: moment, events: events).line + [0x0A]
    }
    return bytes
  }
}

/// A number for what some bytes hold (FNV-1a, 64 bits): for names, not against forgers.
private struct Digest {
  private var sum: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ bytes: [UInt8]) {
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  func text(length: Int) -> String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    return String(decoding: (0..<length).map { letters[Int(sum >> (UInt64($0) * 5) & 31)] }, as: UTF8.self)
  }
}
