import Method
import Testing
import Workshop

@testable import plenum

/// A half day with eight people, typed as a script that uses every command.
struct HalfDayTests {
  private static let script = "harbour-museum.en.plenum"

  @Test func everyCommandIsUsed() throws {
    let languages = try ["en", "nb"].map { try Library.language(LanguageCode($0)) }
    var used: Set<CommandName> = []
    for line in try scriptLines(HalfDayTests.script) where line.hasPrefix("/") {
      let word = String(line.dropFirst().prefix { !$0.isWhitespace })
      if let name = languages.lazy.compactMap({ try? CommandName(typed: word, in: $0) }).first { used.insert(name) }
    }
    #expect(CommandName.allCases.filter { !used.contains($0) } == [])
  }

  @Test func itIsReplayedAndHoldsWhatTheRoomDid() async throws {
    let folder = try TemporaryFolder()
    let replayed = try await Program.run(
      [
        "replay", repository + "/Sessions/" + HalfDayTests.script, "--into", "museum", "--at", "2026-09-15T08:00:00Z",
        "--every", "60",
      ], in: folder)
    #expect(replayed.status == 0, "\(replayed.errors)")
    let shown = try await Program.run(["show", "museum"], in: folder)
    for text in [
      "★ 1  Exhibition of six boats", "Guided tours of the harbour and the old boats  – harbour-museum-group-2", "= 3",
      "SO1  SO | S1, O1",
    ] {
      #expect(shown.output.contains(text), "\(text) in \(shown.output)")
    }
    let staged = try await Program.run(["stage", "museum"], in: folder)
    #expect(staged.status == 0)
    #expect(!staged.output.contains("David looks at his watch"))
  }

  @Test func itAddsUp() throws {
    let rooms = try Rooms()
    var room = try rooms.open("museum", language: "en")
    room.reads = { path in Files.read(repository + "/Sessions/" + path, limit: 1 << 20) }
    let start = room.clock.now()
    var held: Session?
    for (place, line) in try scriptLines(HalfDayTests.script).enumerated() {
      room.clock = .still(at: start.later(by: place * 60))
      _ = try room.hear(line)
      if line.hasPrefix("/people --counts") { held = room.session }
    }
    let session = try #require(held)
    #expect(session.facilitator == "IR")
    #expect(session.voters.count == 8)
    #expect(session.asides(.decision).count == 2)
    #expect(session.asides(.parked).map(\.outcome) == ["The board decides in November"])
    #expect(session.asides(.task).map(\.owner) == ["BK", "CM"])
    #expect(session.asides(.note).count == 2)
    #expect(session.closedVotes.count == 5)
    #expect(session.votes.count == 6)
    #expect(session.groupings.count == 2)
    #expect(session.moods(.checkIn).count == 7)
    #expect(session.timing.breaks.count == 1)
    #expect(session.timing.hasBell)
    // Whoever has said nothing comes first.
    #expect(session.contributions.first?.count == 0)
    let walk = session.walk
    let used = walk.reduce(0) { $0 + session.usedSeconds($1, now: start) }
    #expect(used > 60 * 60)
    #expect(room.session.isClosed)
    #expect(try rooms.read("museum") == room.session)
  }
}
