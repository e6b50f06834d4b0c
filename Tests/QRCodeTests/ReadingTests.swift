import Foundation
import QRCode
import Testing

/// Reads codes with another program: zbarimg, where it is installed.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zbarimg"), "zbarimg is not installed"))
struct ReadingTests {
  /// Addresses of every length, codes with every letter, and what joins a Wi-Fi.
  static let texts: [String] = {
    var texts: [String] = []
    for address in ["1.2.3.4", "10.4.0.17", "172.16.254.1", "192.168.1.23", "192.168.177.123", "255.255.255.255"] {
      for port in ["8080", "80"] {
        for code in ["BCDF", "GHJK", "MNPQ", "RSTV", "WXYZ", "2345", "6789", "K7QM"] {
          texts.append("http://\(address):\(port)/\(code)")
        }
      }
    }
    for length in stride(from: 1, through: 57, by: 8) {
      texts.append("WIFI:T:WPA;S:Kringla-gjest;P:\(String(repeating: "p\\;", count: length));;")
    }
    return texts
  }()

  @Test func `another program reads every code`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for (number, text) in ReadingTests.texts.enumerated() {
      let file = folder.appending(path: "\(number).pbm")
      try bitmap(of: try #require(QRCode(text))).write(to: file, atomically: false, encoding: .ascii)
      files.append(file.path)
    }
    let reader = Process()
    reader.executableURL = URL(filePath: "/usr/bin/zbarimg")
    reader.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"] + files
    let output = Pipe()
    reader.standardOutput = output
    try reader.run()
    // What it says ends when it does. Its end is not waited for: Foundation can miss it beside other programs that end.
    let read = output.fileHandleForReading.readDataToEndOfFile()
    #expect(String(decoding: read, as: UTF8.self).split(separator: "\n").map(String.init) == ReadingTests.texts)
  }

  /// A portable bitmap, four dots for a module.
  private func bitmap(of code: QRCode) -> String {
    let side = (code.size + 8) * 4
    var bits = "P1\n\(side) \(side)\n"
    for y in 0..<side {
      bits += (0..<side).map { x in code.isDark(x: x / 4 - 4, y: y / 4 - 4) ? "1" : "0" }.joined(separator: " ") + "\n"
    }
    return bits
  }
}
