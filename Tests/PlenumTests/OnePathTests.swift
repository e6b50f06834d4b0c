import Draft
import FacilitationFixtures
import Foundation
import Method
import PseudoTerminal
import SeededRandom
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// Typing, resuming and replaying are one path: they add up to the same session and the same draft, and the program says the
/// same at a terminal, in a pipe and in a replay.
struct OnePathTests {
  @Test(arguments: 0..<4)
  func `the terminal, the pipe and the replay answer random lines alike`(seed: Int) async throws {
    let folder = try TemporaryFolder()
    let heard = try Heard(seed: seed)
    let options = ["--language", "nb", "--run", "core"]

    let piped = try await Program.run(
      ["start", "Test", "--sessions", "pipe"] + options, in: folder, input: heard.text(expecting: false))
    #expect(heard.isSaid(inOrderIn: piped.output) == nil)

    let terminal = try Program.open(["start", "Test", "--sessions", "terminal", "--plain"] + options, in: folder)
    for line in heard.lines { try terminal.type(line.text + "\r") }
    _ = try terminal.waitForExit()
    #expect(heard.isSaid(inOrderIn: terminal.screen.allLines.joined(separator: "\n")) == nil)

    let script = folder.path + "/script.plenum"
    try heard.text(expecting: true).write(toFile: script, atomically: true, encoding: .utf8)
    let replayed = try await Program.run(
      ["replay", script, "--into", "test", "--sessions", "replay", "--check", "--keep-going"], in: folder)
    #expect(replayed.output == "", "what is answered otherwise than in memory")

    let drafts = try await ["pipe", "terminal", "replay"].asyncMap { name in
      let outcome = try await Program.run(["export", "test", "--sessions", name, "--to", "json"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try folder.text("\(name)/test/test.json").split(separator: "},")
    }
    #expect(drafts[0] == drafts[1])
    #expect(drafts[0] == drafts[2])
  }

  /// Random lines, and what is answered to each of them in memory.
  private struct Heard {
    var lines: [(text: String, answer: [String])] = []

    init(seed: Int) throws {
      var room = try Rooms().remembering()
      var facilitator = Facilitator(seed: UInt64(seed), isDiscreet: true)
      while lines.count < 60 {
        let line = facilitator.line(in: room)
        // What a pipe passes over, what reads a file, what depends on the time, and what a terminal asks about first.
        let isOut =
          line.trimmed.isEmpty || line.hasPrefix("#") || line.contains { $0.isNewline || $0 == "\t" || $0 == "\u{1B}" }
          || ["/take", "/quit", "/time", "/map", "/break", "/off", "/on", "/redact"].contains { line.hasPrefix($0) }
        guard !isOut else { continue }
        if let reply = try? room.hear(line) { lines.append((line, reply.texts)) }
      }
      lines.append(("/quit", []))
    }

    /// A script of them.
    func text(expecting expects: Bool) -> String {
      (expects ? "\(ScriptHead.mark)\n# title: Test\n# language: nb\n# run: core\n" : "")
        + lines.map { line in
          let expected = line.answer.isEmpty ? ["#="] : line.answer.map { $0.isEmpty ? "#=" : "#= " + $0 }
          return ([line.text] + (expects ? expected : [])).joined(separator: "\n") + "\n"
        }.joined()
    }

    /// The first sentence that is not said, or not in its turn; nil when all are.
    func isSaid(inOrderIn output: String) -> String? {
      var rest = Substring(Heard.bare(output))
      for line in lines {
        for text in line.answer where !text.isEmpty {
          guard let range = rest.firstRange(of: Heard.bare(text)) else { return "\(line.text): \(text)" }
          rest = rest[range.upperBound...]
        }
      }
      return nil
    }

    /// A text without white space and escape sequences, which a window decides.
    private static func bare(_ text: String) -> String {
      text.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").filter { !$0.isWhitespace }
    }
  }

  @Test(arguments: UInt64(0)..<12) func liveIsResumedIsReplayed(seed: UInt64) throws {
    let rooms = try Rooms()
    var random = Chance(seed: seed)
    var live: Interpreter? = try rooms.open("live")
    var heard: [String] = []
    for _ in 0..<100 {
      let before = try #require(live?.session)
      if Int.random(in: 0..<20, using: &random) == 0 {
        // The lock goes with the room.
        live = nil
        live = try rooms.reopen("live")
        #expect(live?.session == before)
      }
      let line = randomLine(in: try #require(live), &random)
      do {
        _ = try live?.hear(line)
        heard.append(line)
      } catch {
        #expect(live?.session == before, "a refused line leaves no trace: \(line)")
      }
    }
    var replayed = try rooms.open("replayed")
    for line in heard { _ = try replayed.hear(line) }
    let read = try rooms.read("live")
    #expect(read == live?.session)
    // Entries have other names in every journal.
    #expect(replayed.session.withoutHistory == live?.session.withoutHistory)
    #expect(try draft(read, rooms) == draft(replayed.session, rooms))
  }

  private func draft(_ session: Session, _ rooms: Rooms) throws -> String {
    MarkdownWriter().text(of: Document(draftOf: session, in: try rooms.source.localization(session.language)))
  }

  /// A line that a facilitator might type: mostly a good answer, often a command, sometimes a mistake.
  private func randomLine(in room: Interpreter, _ random: inout Chance) -> String {
    let session = room.session
    let texts = session.position.flatMap { room.localization.texts.questions[$0] }
    let examples = texts?.examples ?? []
    let handles = session.method.questions.flatMap { session.answers(to: $0.id) }.map(\.handle.rawValue)
    let number = String(Int.random(in: 1...6, using: &random))
    let handle = handles.randomElement(using: &random) ?? "OBJ1"
    let question = String(Int.random(in: 1...30, using: &random))
    let commands = [
      "", "", "/next", "/next", "/back", "/skip", "/skip senere", "/goto \(question)", "/goto mål", "/list", "/map",
      "/edit \(number) Noe annet", "/edit \(handle) Rettet | og mer", "/delete \(number)", "/delete \(handle)",
      "/move \(number) 1", "/undo", "/undo", "/redo", "/by KH", "/by", "/people add X\(number) | Navn | rolle | drift",
      "/language en", "/language nb", "/run half-day", "/run core", "/nonsens", "/check", "/export",
    ]
    let mistakes = ["noe helt annet", "a | b | c | d", "1, 2", "~", "31.12.2026", "1 080,5", "// skråstrek", "s nei"]
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: return examples.randomElement(using: &random) ?? "Et svar"
    case 5..<9: return commands.randomElement(using: &random) ?? ""
    case _: return mistakes.randomElement(using: &random) ?? ""
    }
  }
}

extension Sequence {
  /// The results of something that waits, one after the other.
  fileprivate func asyncMap<Result>(_ work: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await work(element)) }
    return results
  }
}
