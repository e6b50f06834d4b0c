import Testing

@testable import LineEditor

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("The history file")
struct HistoryFileTests {
  let folder: Folder
  var path: String { folder.path + "/history" }

  init() throws { folder = try Folder() }

  @Test("is made for its owner alone, when there is something to keep")
  func permissions() throws {
    let history = History(path: path)
    #expect(history.entries == [])
    #expect(folder.text(of: "history") == nil)
    history.append("på norsk")
    #expect(folder.text(of: "history") == "på norsk\n")
    #expect(folder.mode(of: "history") == 0o600)
  }

  @Test("is only ever added to")
  func appending() throws {
    folder.write("en\nto\n", to: "history")
    let number = folder.fileNumber(of: "history")
    let history = History(path: path)
    #expect(history.entries == ["en", "to"])
    history.append("tre")
    history.append("tre")
    history.append("")
    history.append("fire\nfem")
    #expect(folder.text(of: "history") == "en\nto\ntre\n")
    #expect(folder.fileNumber(of: "history") == number)
    #expect(History(path: path).entries == ["en", "to", "tre"])
  }

  @Test("of two programs holds the lines of both")
  func sharing() throws {
    let one = History(path: path)
    let other = History(path: path)
    one.append("en")
    other.append("to")
    one.append("tre")
    #expect(History(path: path).entries == ["en", "to", "tre"])
  }

  @Test("gives the newest 10,000 lines")
  func limit() throws {
    folder.write((1...15_000).map { "linje \($0)\n" }.joined(), to: "history")
    let history = History(path: path)
    #expect(history.entries.count == 10_000)
    #expect(history.entries.first == "linje 5001")
    history.append("ny")
    #expect(history.entries.count == 10_000)
    #expect(history.entries.last == "ny")
    #expect(folder.text(of: "history")?.hasPrefix("linje 1\n") == true)
  }

  @Test("is cut back when it has twice as many")
  func shortening() throws {
    folder.write((1...20_001).map { "linje \($0)\n" }.joined(), to: "history")
    #expect(History(path: path).entries.count == 10_000)
    #expect(folder.text(of: "history")?.hasPrefix("linje 10002\n") == true)
    #expect(folder.mode(of: "history") == 0o600)
    #expect(folder.text(of: "history.new") == nil)
  }

  @Test("is refused behind a symbolic link")
  func links() throws {
    folder.write("hemmelig\n", to: "secret")
    _ = unsafe symlink(folder.path + "/secret", path)
    let history = History(path: path)
    #expect(history.entries == [])
    history.append("en")
    #expect(folder.text(of: "secret") == "hemmelig\n")
    #expect(history.entries == ["en"])
  }

  @Test("may be damaged: what can be read is read")
  func damage() throws {
    folder.write([0x61, 0xFF, 0x0A, 0x0A, 0x62, 0x0A, 0x63], to: "history")
    let history = History(path: path)
    #expect(history.entries == ["a\u{FFFD}", "b", "c"])
    history.append("d")
    #expect(History(path: path).entries == ["a\u{FFFD}", "b", "c", "d"])
  }

  @Test("that cannot be had leaves the history in memory")
  func missing() {
    let history = History(path: folder.path + "/no/such/folder")
    history.append("en")
    #expect(history.entries == ["en"])
    let none = History(path: nil)
    none.append("to")
    #expect(none.entries == ["to"])
  }
}
