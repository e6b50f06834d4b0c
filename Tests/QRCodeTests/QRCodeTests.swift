import Testing

@testable import QRCode

@Suite struct QRCodeTests {
  @Test func `correction is that of the standard's example`() {
    // ISO/IEC 18004, annex I: "01234567" in version 1-M.
    let data: [UInt8] = [
      0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
    ]
    let expected: [UInt8] = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
    #expect(ReedSolomon.correction(of: data, length: 10) == expected)
  }

  @Test(arguments: [
    ("http://1.2.3.4:80/K7QM", 25), ("http://192.168.123.123:8080/K7QM", 25), ("http://192.168.1.23:65535/K7QM", 25),
    ("A", 21),
  ]) func `the address of a room takes little room`(text: String, size: Int) {
    #expect(QRCode(text)?.size == size)
  }

  @Test func `every length up to the last that fits has a code, in the least version`() {
    var last = 0
    for length in stride(from: 0, through: 213, by: 3) {
      let size = QRCode(String(repeating: "å", count: length / 2) + (length.isMultiple(of: 2) ? "" : "x"))?.size ?? 0
      #expect(size >= last)
      last = size
    }
    #expect(last == 57)
    #expect(QRCode(String(repeating: "x", count: 214)) == nil)
  }

  @Test func `half blocks show every module, within four light ones`() throws {
    let code = try #require(QRCode("http://192.168.1.23:8080/K7QM"))
    let lines = code.halfBlocks().map(Array.init)
    #expect(lines.count == 17)
    #expect(lines.allSatisfy { $0.count == 33 })
    for y in 0..<33 {
      for x in 0..<33 {
        let upper = y.isMultiple(of: 2)
        let isInk = lines[y / 2][x] == "█" || lines[y / 2][x] == (upper ? "▀" : "▄")
        #expect(isInk == code.isDark(x: x - 4, y: y - 4))
      }
    }
  }
}
