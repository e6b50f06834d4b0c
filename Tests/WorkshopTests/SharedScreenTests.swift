import SessionFixtures
import Testing
import Workshop

@Suite("A window that the room looks at")
struct SharedScreenTests {
  private static let shared = ["/note Tired", "/shared"]

  @Test(arguments: [
    Refused("a tip", given: shared, when: "/tip", then: .screen(.isShared)),
    Refused("the notes", given: shared, when: "/note", then: .screen(.isShared)),
    Refused("a note to be changed", given: shared, when: "/edit NOTE1", then: .screen(.isShared)),
    Refused("a note in an editor", given: shared, when: "/editor note1", then: .screen(.isShared)),
    Refused(
      "a word it does not know", when: "/shared maybe", then: .unknownVerb("maybe", of: .shared, known: ["off"])),
  ]) func turnedDown(_ row: Refused) throws { try row.check(.odd) }

  @Test(arguments: [
    "/note Late", "/edit NOTE1 Hungry", "/close NOTE1", "/delete NOTE1", "/redact NOTE1", "/park Rain", "/park",
    "/example",
  ])
  func goesOn(_ line: String) throws {
    var room = try TestSession(.odd, hearing: SharedScreenTests.shared)
    try room.hear(line)
    #expect(room.session.screen.isShared)
    for line in ["/shared off", "/tip", "/note"] { try room.hear(line) }
    #expect(!room.session.screen.isShared)
  }

  @Test(
    arguments: [
      ("/note Tired", 5), ("/not Tired", 4), ("/note", 5), ("/NOTE  x y", 5), ("/edit NOTE1 Tired", 11),
      ("/edit note1", 11), ("/close NOTE1 by lunch", 12),
      ("/edit NOTE2 x", nil), ("/park Tired", nil), ("/edit PARK1 x", nil), ("//note x", nil), ("note x", nil),
      ("", nil),
      ("/", nil), ("/noted x", nil),
    ] as [(String, Int?)])
  func itsWordsBeginBehindTheCommand(_ line: String, _ place: Int?) throws {
    let room = try TestSession(.odd, hearing: ["/note Tired", "/park Rain"])
    #expect(room.session.privatePart(of: line, in: room.localization.language) == place)
  }
}
