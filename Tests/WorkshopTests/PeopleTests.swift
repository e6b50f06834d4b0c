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
    // At the question itself the name is enough, and the other cells can wait; initials alone are the first of them.
    try room.hear("/goto frame.people.participants")
    try room.hear("Mona Berg")
    #expect(room.session.asking == nil)
    // Initials may have a space, and one name has some too.
    for line in ["/people add J B | Jon Bru", "/people add Siri"] { try room.hear(line) }
    #expect(room.session.participants.suffix(2).map(\.initials) == ["J B", "SI"])
    try room.hear("PQ")
    #expect(room.session.asking?.columns.first == "name")
  }

  @Test(arguments: [
    ("Kari, Ola, Fatima Åsen", ["KA", "OL", "FÅ"]), ("Kari og Ola", ["KA", "OL"]), ("Kari; Karl", ["KA", "KAR"]),
    ("Kari, Kari", ["KA", "KAR"]), ("KH, Ola Lie", ["KH", "OL"]), ("Per-Olav Bø, Åse", ["POB", "ÅS"]), ("Kari", ["KA"]),
    ("Anna Berg, Arne Bø, Atle Bru", ["AB", "AB2", "AB3"]),
  ]) func aListOfNamesIsEnough(_ row: (typed: String, initials: [String])) throws {
    var room = try TestSession(language: "nb", hearing: ["/goto frame.people.participants", row.typed])
    #expect(room.session.participants.map(\.initials) == row.initials)
    #expect(room.session.asking == nil)
    try room.hear("/undo")
    #expect(room.session.participants.isEmpty)
  }

  private static let annas = ["/people add Anna Berg, Anna Krogh, Kari Hauge"]
  private static let either = Refusal.people(.several("Anna", ["AB", "AK"]))

  @Test(arguments: [
    Refused("who of two says it", given: annas, when: "/by Anna", then: either),
    Refused("who of two goes", given: annas, when: "/people out Anna", then: either),
    Refused(
      "who of two promises it", given: annas, when: "/task Call them @Anna",
      then: .people(.several("Anna", ["AB", "AK"]))),
    Refused("who of two parks it", given: annas, when: "/park Anna: Money", then: either),
    Refused(
      "who of two answers", given: annas + ["/goto situation.internal.offering"], when: "Anna: Bread", then: either),
    Refused("somebody without a name", when: "/people add | | cook", then: .people(.nameless)),
    Refused("somebody of nothing", when: "/people add ~ | ~ | cook", then: .people(.nameless)),
  ]) func whoIsMeantIsAsked(_ row: Refused) throws { try row.check(.builtIn) }

  @Test func asMuchOfANameAsItTakesIsEnough() throws {
    var room = try TestSession(
      hearing: PeopleTests.annas + ["/goto situation.internal.offering", "Anna B: Bread", "AK: Coffee", "Kari: Lunch"])
    #expect(room.session.answers(to: "situation.internal.offering").map(\.speaker) == ["AB", "AK", "KH"])
    for (typed, initials) in [("Ka", "KH"), ("Krogh", "AK"), ("anna be", "AB"), ("kh", "KH")] {
      try room.hear("/by " + typed)
      #expect(room.session.speaker == initials)
    }
    // Any word may stand before a colon.
    try room.hear("Kar: what is that")
    #expect(room.session.answers(to: "situation.internal.offering").last?.cell(at: 0) == "Kar: what is that")
  }

  @Test func whoeverComesWithoutInitialsGetsSome() throws {
    let room = try TestSession(hearing: ["/people add | No Name", "/people add ~ | Ola Lie | cook"])
    #expect(room.session.participants.map(\.initials) == ["NN", "OL"])
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
