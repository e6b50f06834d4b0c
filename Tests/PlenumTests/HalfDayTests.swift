import FacilitationFixtures
import Journal
import Method
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// A half day with eight people, typed as a script that uses every command.
struct HalfDayTests {
  private static let script = "harbour-museum.en.plenum"

  /// What only somebody at the keyboard has a use for, or who comes back when values are there, or whose room has phones;
  /// each has its own tests.
  private static let elsewhere: Set<CommandName> = [.mend, .gaps, .measure, .measures, .phones, .inbox]

  @Test func everyCommandIsUsed() throws {
    let languages = try ["en", "nb", "nl"].map { try Library.language(LanguageCode($0)) }
    var used = HalfDayTests.elsewhere
    // A half day has no second iteration: the project has.
    let lines = try scriptLines(HalfDayTests.script) + scriptLines("gemeente-waterlo.nl.plenum")
    for line in lines where line.hasPrefix("/") {
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
      "★ 2  Exhibition of six boats", "Guided tours of the harbour and the old boats  – harbour-museum-group-2", "= 4",
      "SO1  SO | S1, O1",
    ] {
      #expect(shown.output.contains(text), "\(text) in \(shown.output)")
    }
    try await checkTranscript(in: folder)
    let staged = try await Program.run(["stage", "museum"], in: folder)
    #expect(staged.status == 0)
    #expect(!staged.output.contains("David looks at his watch"))
  }

  /// A stranger reads who said what, what was decided, what the votes were, what was off the record, how the time went.
  private func checkTranscript(in folder: TemporaryFolder) async throws {
    let account = try await Program.run(["transcript", "museum"], in: folder)
    let lines = account.output.split(separator: "\n").map(String.init)
    let place = lines.firstIndex(of: "## Summary") ?? 0
    let summary = lines[place...].dropFirst().prefix { !$0.hasPrefix("#") }
    #expect(
      Array(summary.prefix(6)) == [
        "- Decision: DEC1 We tell about the boats, the school visits and nothing else this year",
        "- Decision: DEC2 Greta Sand: The café answers on Saturdays",
        "- Task: TASK1 Ask the town for the interviews – Bo Kirk, 15 October 2026",
        "- Task: TASK2 Print the sheet for the desk – Clara Moe, 1 October 2026 (closed: done on the spot)",
        "- Parked: PARK1 Greta Sand: Do we want to sell tickets online at all? (closed: The board decides in November)",
        "- What we offer: ★ Chosen: Exhibition of six boats, School visits on board",
      ])
    #expect(summary.contains("- One break: 2 of 15 min"))
    #expect(summary.contains { $0.hasPrefix("- The workshop took ") })
    for text in [
      "  Anna Lee: A plan that we can afford", "  P1: Nobody tells me to dance on camera",
      "  Hana Berg is in the room.",
      "  Second round. Vote: 7 people raise one hand each – School visits on board: 4; Café on the quay: 3",
      "  OBJ1  More families on weekdays", "  off the record, 1 minute", "  Skipped: Bo finds out by October",
      "  (removed)",
      "  Undone: deleting “Answer schools within a day”", "  SO1: accepted: The board looks at it in November",
      "  Check-out: David Nash: 3",
    ] {
      #expect(lines.contains { $0.contains(text) }, "\(text)")
    }
    for secret in ["David looks at his watch", "Ask Greta", "NOTE", "Nobody picks up the phone", "Finn", "~"] {
      #expect(!account.output.contains(secret), "\(secret)")
    }
  }

  @Test func itAddsUp() throws {
    let rooms = try Rooms()
    var room = try rooms.open("museum", language: "en")
    room.reads = { path in Storage.system.bytes(of: repository + "/Sessions/" + path, limit: 1 << 20) }
    let start = room.clock.now()
    var held: Session?
    for (place, line) in try scriptLines(HalfDayTests.script).enumerated() {
      room.clock = .still(at: start.later(by: place * 60))
      _ = try room.hear(line)
      if line.hasPrefix("/people --counts") { held = room.session }
    }
    let session = try #require(held)
    #expect(session.people.facilitator == "IR")
    #expect(session.voters.count == 8)
    #expect(session.sideItems(.decision).count == 2)
    #expect(session.sideItems(.parked).map(\.outcome) == ["The board decides in November"])
    #expect(session.sideItems(.task).map(\.owner) == ["BK", "CM"])
    #expect(session.sideItems(.note).count == 2)
    #expect(session.closedVotes.count == 5)
    #expect(session.votes.rounds.count == 6)
    #expect(session.groups.rounds.count == 2)
    #expect(session.checkIns(.checkIn).count == 7)
    #expect(session.time.breaks.count == 1)
    #expect(session.time.hasBell)
    // Whoever has said nothing comes first.
    #expect(session.contributions.first?.count == 0)
    let walk = session.walk
    let used = walk.reduce(0) { $0 + session.usedSeconds($1, now: start) }
    #expect(used > 60 * 60)
    #expect(room.session.progress.isClosed)
    #expect(try rooms.read("museum") == room.session)
  }
}
