import SessionFixtures
import Testing
import Workshop

@Suite("Who takes part")
struct PeopleTests {
  private static let three = [
    "/people add KH | Kari Hauge | leader | sales", "/people add OL | Ola Lie | cook | other",
    "/people add MB | Mona Berg | baker | product",
  ]

  @Test func theyComeAndGo() throws {
    var room = try TestSession(hearing: PeopleTests.three)
    #expect(room.session.voters.map(\.initials) == ["KH", "OL", "MB"])
    try room.hear("/people out Ola")
    #expect(room.session.participants.map(\.isInRoom) == [true, false, true])
    try room.hear("/people facilitator KH")
    #expect(room.session.voters.map(\.initials) == ["MB"])
    try room.hear("/people in OL")
    try room.hear("/undo")
    try room.hear("/undo")
    #expect(room.session.voters.map(\.initials) == ["KH", "MB"])
    try room.hear("/redo")
    #expect(room.session.people.facilitator == "KH")
  }

  @Test func whoeverIsNamedWithoutInitialsGetsSome() throws {
    var room = try TestSession(
      hearing: ["Ola Lie", "Oda Li | cook", "Kari Anne Hauge | leader | sales"].map { "/people add " + $0 })
    #expect(room.session.participants.map(\.initials) == ["OL", "OL2", "KAH"])
    #expect(room.session.participants.map(\.name) == ["Ola Lie", "Oda Li", "Kari Anne Hauge"])
    // At the question itself, the other cells are asked as ever.
    try room.hear("/goto frame.people.participants")
    try room.hear("Mona Berg")
    #expect(room.session.asking?.columns.first == "role")
    // Initials may have a space, and one name is one's own.
    for line in ["/people add J B | Jon Bru", "/people add Siri"] { try room.hear(line) }
    #expect(room.session.participants.suffix(2).map(\.initials) == ["J B", "Siri"])
  }

  @Test func theQuietestComeFirst() throws {
    let room = try TestSession(
      hearing: PeopleTests.three + [
        "/goto situation.internal.offering", "Mona: Bread", "Mona: Coffee", "OL: Lunch", "/park Mona: Money",
        "/note KH: tired",
      ])
    #expect(room.session.contributions.map { "\($0.participant.initials) \($0.count)" } == ["KH 0", "OL 1", "MB 3"])
  }

  @Test(arguments: [
    Refused(
      "nobody of that name goes", given: three, when: "/people out XX",
      then: .people(.unknown("XX", known: ["KH", "OL", "MB"]))),
    Refused("nobody of that name leads", when: "/people facilitator XX", then: .people(.unknown("XX", known: []))),
  ]) func turnedDown(_ row: Refused) throws { try row.check(.builtIn) }

  @Test func aMethodMayNotAskWhoIsInTheRoom() throws {
    try Refused("not asked", given: people, when: "/people out KH", then: .people(.presenceNotAsked)).check(.odd)
  }
}
