import SeededRandom
import SessionFixtures
import Testing

@testable import Workshop

/// Sessions of several groups become one, whoever hands theirs in first and however often.
@Suite("Gathering what several groups have said")
struct GatheringTests {
  /// Some of what a group says about the odd method.
  private static let lines = [
    "/goto birds.seen.list", "/goto birds.seen.short", "/goto birds.seen.pairs", "/goto sightings", "/goto compass",
    "/goto birds.grids.cross",
    "/goto birds.grids.homes", "/goto walk.plan.notes", "/goto walk.start.language",
    "Jay", "Owl", "Hawk", "Egg | BIRD1 | fine | lake", "Egg | BIRD2", "1", "Nest | ~ | BIRD2", "~", "n Fen", "s: Moor",
    "BIRD1 x map: to fly", "Kari: Jay", "/edit 1 Finch", "/edit BIRD1 Kite", "/delete 1", "/delete BIRD2", "/undo",
    "/people add KH | Kari Hauge", "/people add KH | Knut Holm", "/people add OL | Ola Lie", "/by KH", "/skip why",
    "/redact 1", "/redact BIRD1",
  ]

  private static func group(_ number: Int, _ chance: inout Chance) throws -> SessionMerge {
    var room = try TestSession(.odd)
    for _ in 0..<30 { _ = try? room.hear(chance.one(of: lines) ?? "") }
    return SessionMerge(room.session, named: "s\(number)", created: number % 3)
  }

  private static func session(of gathering: SessionMerge) throws -> Session {
    let still = try TestSession(.odd).session
    var session = Session(method: still.method, language: "en", run: still.run)
    for (index, events) in gathering.events(title: "All", method: still.method).enumerated() {
      session.apply(events, as: EntryID(epoch: "all", number: index + 1), at: Moment(millisecondsSince1970: 0))
    }
    return session
  }

  private static func shown(_ answers: some Sequence<Answer>) -> [String] {
    answers.map { "\($0.handle) \($0.place?.row ?? "") \($0.cells) \($0.speaker ?? "") \($0.origin?.session ?? "")" }
  }

  @Test("Commutative, associative, idempotent", arguments: 1...40 as ClosedRange<UInt64>)
  func laws(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let method = try TestSession(.odd).session.method
    let (a, b, c) = (
      try GatheringTests.group(1, &chance), try GatheringTests.group(2, &chance), try GatheringTests.group(3, &chance)
    )
    #expect(a.united(with: b) == b.united(with: a))
    #expect(a.united(with: b).united(with: c) == a.united(with: b.united(with: c)))
    #expect(a.united(with: a) == a)
    let all = a.united(with: b).united(with: c)
    let expected = all.events(title: "All", method: method)
    #expect(c.united(with: a).united(with: b).united(with: a).events(title: "All", method: method) == expected)
    // A session that was made of two is united with the third as the two would have been, and again with one of the two.
    let made = try GatheringTests.session(of: a.united(with: b))
    let again = SessionMerge(made, named: "made", created: 1)
    let three = try GatheringTests.session(of: again.united(with: c)).answers.byPlace.joined()
    let direct = try GatheringTests.session(of: all).answers.byPlace.joined()
    #expect(GatheringTests.shown(three) == GatheringTests.shown(direct))
    let twice = try GatheringTests.session(of: again.united(with: b)).answers.byPlace.joined()
    #expect(GatheringTests.shown(twice) == GatheringTests.shown(made.answers.byPlace.joined()))
    // Nothing is lost and no handle stands there twice.
    let answers = try GatheringTests.session(of: all).answers.byPlace.joined()
    #expect(Set(answers.map(\.id)).count == answers.count)
  }

  @Test("Handles that collide get new numbers, and references follow")
  func handlesFollow() throws {
    let first = try TestSession(.odd, hearing: ["/people add KH | Kari Hauge", "/goto birds.seen.list", "Jay", "Owl"])
    let second = try TestSession(
      .odd,
      hearing: [
        "/people add KH | Knut Holm", "/people add OL | Ola Lie", "/goto birds.seen.list", "/by KH", "Hawk",
      ])
    let handles = second.session.answers.byPlace.joined().filter { $0.cells == ["Hawk"] }.map(\.handle)
    #expect(handles == ["BIRD1"])
    let all = SessionMerge(second.session, named: "s2", created: 2).united(
      with: SessionMerge(first.session, named: "s1", created: 1))
    let session = try GatheringTests.session(of: all)
    let birds = session.answers(inSeries: ["BIRD"])
    #expect(
      birds.map { "\($0.handle) \($0.cells[0]) \($0.origin?.session ?? "")" } == [
        "BIRD1 Jay s1", "BIRD2 Owl s1", "BIRD3 Hawk s2",
      ])
    #expect(birds.last?.speaker == "KH2")
    #expect(session.participants.map(\.initials) == ["KH", "KH2", "OL"])
    #expect(session.participants.map(\.name) == ["Kari Hauge", "Knut Holm", "Ola Lie"])
  }
}
