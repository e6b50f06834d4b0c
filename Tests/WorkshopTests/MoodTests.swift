import SessionFixtures
import Testing
import Workshop

@Suite("Checking in and out")
struct MoodTests {
  @Test func everybodySaysOneThing() throws {
    var room = try TestSession(
      .odd, hearing: people + ["/checkin Kari: curious, OL: 4", "/checkin 3", "/checkin OL: 5"])
    #expect(room.session.checkIns(.checkIn).map(\.word) == ["curious", "3", "5"])
    #expect(room.session.checkIns(.checkIn).map(\.speaker) == ["KH", nil, "OL"])
    #expect(room.session.silent(in: .checkOut).map(\.initials) == ["KH", "OL"])
    try room.hear("/checkout KH: tired")
    #expect(room.session.silent(in: .checkOut).map(\.initials) == ["OL"])
    for _ in 1...2 { try room.hear("/undo") }
    #expect(room.session.people.checkIns.map(\.word) == ["curious", "4", "3"])
    try room.hear("/redo")
    #expect(room.session.people.checkIns.map(\.word) == ["curious", "3", "5"])
  }

  @Test func theMethodsLastQuestionTakesTheMean() throws {
    var room = try TestSession(
      run: "half-day",
      hearing: [
        "/people add KH | Kari Hauge | leader | sales", "/people add OL | Ola Lie | cook | sales",
        "/goto report.close.checkout", "/checkout KH: 4, fine",
      ])
    #expect(room.session.answers(to: "report.close.checkout").map(\.cells) == [["", "4", ""]])
    try room.hear("/checkout OL: 5")
    #expect(room.session.answers(to: "report.close.checkout").map(\.cells) == [["", "4.5", ""]])
    try room.hear("/undo")
    #expect(room.session.answers(to: "report.close.checkout").map(\.cells) == [["", "4", ""]])
  }

  @Test(arguments: [
    Refused("six of five", when: "/checkin 6", then: .numberOutOfRange("6", 1...5)),
    Refused(
      "one of several", given: people, when: "/checkout KH: 4, OL: 9", then: .numberOutOfRange("9", 1...5)),
    Refused(
      "somebody who does not take part", given: people, when: "/checkin KH: 4, Petter: 3",
      then: .people(.unknown("Petter", known: ["KH", "OL"]))),
    Refused("commas alone", when: "/checkin , ,", then: .missingArgument(.checkin)),
    Refused(
      "a speech", when: "/checkout " + String(repeating: "a", count: 61),
      then: .textTooLong(length: 61, limit: 60)),
  ]) func turnedDown(_ row: Refused) throws { try row.check(.odd) }
}
