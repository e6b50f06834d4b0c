import FacilitationFixtures
import Foundation
import PseudoTerminal
import Testing

/// The README and the articles do what they say.
struct ReadmeTests {
  private let readme: String

  init() throws { readme = try ReadmeTests.text("README.md") }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: repository + "/" + path, encoding: .utf8)
  }

  /// The fenced blocks of a kind, as lines.
  private static func blocks(_ kind: String, of text: String) -> [[String]] {
    text.components(separatedBy: "```\(kind)\n").dropFirst().map { block in
      block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
    }
  }

  /// What is to be typed, by the document it stands in: at least so many commands.
  private static let documents = [
    "README.md": 8, "Sources/plenum/Plenum.docc/Scripts.md": 7, "Sources/plenum/Plenum.docc/InTheRoom.md": 2,
    "Sources/plenum/Plenum.docc/Exports.md": 4,
  ]

  @Test("Every command of a document runs", arguments: documents.keys.sorted())
  func everyCommandRuns(document: String) async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/scripts", withDestinationPath: repository + "/Sessions")
    let commands = ReadmeTests.blocks("sh", of: try ReadmeTests.text(document)).joined()
      .map { $0.replacing("Sessions/", with: "scripts/") }
    #expect(commands.count >= ReadmeTests.documents[document] ?? 1)
    for command in commands {
      let line = command.replacing("Scripts/start", with: "plenum")
      guard !line.contains("--pace step"), !line.contains("--pace typed") else {
        try watch(line, in: folder)
        continue
      }
      guard line == "plenum" || line.hasPrefix("plenum start") || line.hasPrefix("plenum resume") else {
        let outcome = try await Program.shell(
          line.replacing("plenum ", with: "\"$PLENUM\" ", maxReplacements: 1), in: folder)
        #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        continue
      }
      let terminal = try Program.open(arguments(line), in: folder)
      try terminal.wait(for: "›")
      // Whatever is asked before the first question, Enter and a title answer it.
      if line == "plenum" {
        try terminal.type("Kringla\r\r\r")
      }
      try terminal.wait(for: "Plenum · ")
      try terminal.type("/quit\r")
      #expect(try terminal.waitForExit() == .code(0), "\(command)")
    }
  }

  @Test("The part for those who hold a workshop is read in five minutes") func theFirstPartIsShort() throws {
    let part = try #require(readme.components(separatedBy: "# For programmers").first)
    #expect(part.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
  }

  /// Begins to watch a replay, and leaves.
  private func watch(_ line: String, in folder: TemporaryFolder) throws {
    let terminal = try Program.open(arguments(line), in: folder)
    // In the language of the room.
    try terminal.wait(until: "it says that it is a replay") { $0.contains("REPLAY") || $0.contains("AVSPILLING") }
    try terminal.type("q")
    #expect(try terminal.waitForExit() == .code(0), "\(line)")
  }

  @Test func theScriptsItNamesAreThere() {
    for name in ["start", "test", "install", "package", "bench"] {
      #expect(readme.contains("Scripts/\(name)"))
      #expect(FileManager.default.isExecutableFile(atPath: repository + "/Scripts/\(name)"))
    }
  }

  @Test func theScreenIsTheRealOne() throws {
    let folder = try TemporaryFolder()
    let screen = try #require(ReadmeTests.blocks("text", of: readme).first)
    let terminal = try Program.open(["start", "Kringla & Korn", "--language", "nb", "--run", "core"], in: folder)
    try terminal.wait(for: "1 av 27")
    try terminal.type("/folk ny KH | Kari Hauge | driftssjef | drift\r/gå situation.internal.history\r")
    try terminal.type("Kari: Julebrødkampanje | Facebook | begge deler | +14 % salg i uke 51\r")
    try terminal.type("Konkurranse om gavekort | Facebook")
    try terminal.wait(for: "› Konkurranse om gavekort | Facebook")
    let lines = terminal.screen.lines.map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
    #expect(lines.filter { !$0.isEmpty }.map(masked) == screen.map(masked))
  }

  /// A line with its clock stopped.
  private func masked(_ line: String) -> String {
    line.replacing(/\d\d:\d\d( igjen)?$/, with: "00:00")
  }

  /// The words of a command, without the program's name and the quotation marks.
  private func arguments(_ line: String) -> [String] {
    var words: [String] = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted: words.append("")
      case _: words[words.count - 1].append(character)
      }
    }
    return Array(words.dropFirst())
  }
}
