import Draft
import Method
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// Typing, resuming and replaying are one path: they add up to the same session and the same draft.
struct OnePathTests {
  @Test(arguments: 0..<12) func liveIsResumedIsReplayed(seed: Int) throws {
    let rooms = try Rooms()
    var random = Seeded(seed)
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
    #expect(replayed.session == live?.session)
    #expect(try draft(read, rooms) == draft(replayed.session, rooms))
  }

  private func draft(_ session: Session, _ rooms: Rooms) throws -> String {
    MarkdownWriter().text(of: Document(draftOf: session, in: try rooms.source.localization(session.language)))
  }

  /// A line that a facilitator might type: mostly a good answer, often a command, sometimes a mistake.
  private func randomLine(in room: Interpreter, _ random: inout Seeded) -> String {
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
