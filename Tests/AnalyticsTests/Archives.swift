/// A zip archive as a test needs it: what its directory says may differ from what is in it.
struct Archive {
  struct Member {
    var name: String
    var packed: [UInt8]
    var bytes: Int
    var checksum: UInt32
    var method = 0
    var flags = 0x0808
    /// Stands over the bytes of the member before it.
    var isOverlapping = false

    /// A member that is stored as it is.
    init(_ name: String, _ content: [UInt8]) {
      (self.name, packed, bytes, checksum) = (name, content, content.count, Archive.checksum(content))
    }

    /// A member that is deflated, in blocks that are stored (RFC 1951, 3.2.4).
    static func deflated(_ name: String, _ content: [UInt8]) -> Member {
      var member = Member(name, content)
      let (low, high) = (UInt8(content.count & 0xFF), UInt8(content.count >> 8 & 0xFF))
      member.packed = [1, low, high, ~low, ~high] + content
      member.method = 8
      return member
    }

    func with(_ change: (inout Member) -> Void) -> Member {
      var member = self
      change(&member)
      return member
    }
  }

  /// The archive, its members with their sizes behind their data.
  static func bytes(_ members: [Member]) -> [UInt8] {
    var (file, directory, last): ([UInt8], [UInt8], Int) = ([], [], 0)
    for member in members {
      let offset = member.isOverlapping ? last : file.count
      last = offset
      if !member.isOverlapping {
        file += number(0x0403_4B50, 4) + number(20, 2) + number(member.flags, 2) + number(member.method, 2)
        file += number(0, 16) + number(member.name.utf8.count, 2) + number(0, 2) + Array(member.name.utf8)
        file += member.packed + number(0x0807_4B50, 4) + number(Int(member.checksum), 4)
        file += number(member.packed.count, 4) + number(member.bytes, 4)
      }
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(member.flags, 2)
      directory += number(member.method, 2) + number(0, 4) + number(Int(member.checksum), 4)
      directory += number(member.packed.count, 4) + number(member.bytes, 4) + number(member.name.utf8.count, 2)
      directory += number(0, 12) + number(offset, 4) + Array(member.name.utf8)
    }
    let end = number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
    return file + directory + end + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
  }

  /// A workbook with one sheet, of which the XML is given.
  static func workbook(sheet: String, shared: String? = nil, styles: String? = nil) -> [UInt8] {
    var members = [
      Member("[Content_Types].xml", Array("<Types/>".utf8)),
      Member(
        "xl/workbook.xml",
        Array(#"<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>"#.utf8)),
      Member(
        "xl/_rels/workbook.xml.rels",
        Array(#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#.utf8)),
      Member.deflated("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
    ]
    if let shared { members.append(Member("xl/sharedStrings.xml", Array(shared.utf8))) }
    if let styles { members.append(Member("xl/styles.xml", Array(styles.utf8))) }
    return bytes(members)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
