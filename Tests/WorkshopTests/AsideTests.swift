import SessionFixtures
import Testing
import Workshop

@Suite("Parking lot, decisions, tasks and notes")
struct AsideTests {
  /// Lines that are heard, and the side items that stand there then.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var language: LanguageCode = "en"
    let lines: [String]
    let then: [SideItem]
  }

  private static let task = SideItem(
    id: SideItemID(.task, 1), text: "Call the printer", owner: "KH", due: Day(iso: "2027-03-01"))

  static let rows = [
    Row(
      testDescription: "each kind counts for itself", lines: ["/park a", "/park b", "/decide c", "/note d"],
      then: [
        SideItem(id: SideItemID(.parked, 1), text: "a"), SideItem(id: SideItemID(.parked, 2), text: "b"),
        SideItem(id: SideItemID(.decision, 1), text: "c"), SideItem(id: SideItemID(.note, 1), text: "d"),
      ]),
    Row(testDescription: "a task with owner and day", lines: ["/task Call the printer @KH 2027-03-01"], then: [task]),
    Row(testDescription: "its owner by name", lines: ["/task Call the printer @kari 2027-03-01"], then: [task]),
    Row(
      testDescription: "a day in the words of the room", language: "nb",
      lines: ["/oppgave Call the printer @KH 01.03.2027"], then: [task]),
    Row(
      testDescription: "a task of nobody's", lines: ["/task Water the plants 2027-03-01", "/task Post 3 photos"],
      then: [
        SideItem(id: SideItemID(.task, 1), text: "Water the plants", due: Day(iso: "2027-03-01")),
        SideItem(id: SideItemID(.task, 2), text: "Post 3 photos"),
      ]),
    Row(
      testDescription: "who said it", lines: ["/park Kari: money", "/by OL", "/decide go"],
      then: [
        SideItem(id: SideItemID(.parked, 1), text: "money", speaker: "KH"),
        SideItem(id: SideItemID(.decision, 1), text: "go", speaker: "OL"),
      ]),
    Row(
      testDescription: "edited by handle, owner and day kept unless said",
      lines: ["/task Call @KH 2027-03-01", "/edit task1 Call the printer"], then: [task]),
    Row(
      testDescription: "numbers are never used again", lines: ["/park a", "/delete PARK1", "/park b"],
      then: [SideItem(id: SideItemID(.parked, 2), text: "b")]),
    Row(
      testDescription: "undo and redo reach them",
      lines: ["/park a", "/decide b", "/undo", "/undo", "/redo", "/edit PARK1 z", "/undo"],
      then: [SideItem(id: SideItemID(.parked, 1), text: "a")]),
    Row(
      testDescription: "a task keeps the spaces between its words", lines: ["/task  Call  the printer  @KH"],
      then: [SideItem(id: SideItemID(.task, 1), text: "Call  the printer", owner: "KH")]),
    Row(
      testDescription: "closing is taken back", lines: ["/park a", "/close PARK1 done", "/undo"],
      then: [SideItem(id: SideItemID(.parked, 1), text: "a")]),
  ]

  @Test(arguments: rows) func theyStandThere(_ row: Row) throws {
    var room = try TestSession(.odd, language: row.language, hearing: people)
    for line in row.lines { try room.hear(line) }
    let question = room.session.position
    let expected = row.then.map { sideItem in
      var sideItem = sideItem
      sideItem.question = question
      return sideItem
    }
    #expect(room.session.sideItems.all == expected)
  }

  /// What is left of side items that were redacted: that they were there, and whether they are closed.
  static let gaps = [
    Row(
      testDescription: "of a task that was changed and closed",
      lines: [
        "/by OL", "/task Call Lervik @KH 2027-03-01", "/edit TASK1 Call Lervik again", "/close TASK1 Lervik said no",
        "/redact task1",
      ], then: [gap(.task, outcome: "")]),
    Row(
      testDescription: "of what undo takes back", lines: ["/park Lervik", "/edit PARK1 Vik", "/redact PARK1", "/undo"],
      then: [gap(.parked)]),
    Row(
      testDescription: "of what redo brings back", lines: ["/decide Lervik", "/undo", "/redact DEC1", "/redo"],
      then: [gap(.decision)]),
    Row(
      testDescription: "of a change that redo does again",
      lines: ["/decide Vik", "/edit DEC1 Lervik", "/undo", "/redact DEC1", "/redo"], then: [gap(.decision)]),
    Row(
      testDescription: "of what was taken away", lines: ["/note Lervik", "/delete NOTE1", "/redact NOTE1", "/undo"],
      then: [gap(.note)]),
    Row(
      testDescription: "and none of another", lines: ["/park Lervik", "/decide Go", "/redact PARK1"],
      then: [gap(.parked), SideItem(id: SideItemID(.decision, 1), text: "Go")]),
  ]

  private static func gap(_ kind: SideItem.Kind, outcome: String? = nil) -> SideItem {
    var sideItem = SideItem(id: SideItemID(kind, 1), text: "")
    sideItem.outcome = outcome
    return sideItem
  }

  @Test("A gap is left", arguments: gaps) func aGapIsLeft(_ row: Row) throws {
    try theyStandThere(row)
    let room = try TestSession(.odd, hearing: people + row.lines)
    #expect(!"\(room.session.lastUndoable) \(room.session.lastUndone)".contains("Lervik"))
  }

  @Test func aGapWaitsForNothing() throws {
    let room = try TestSession(.odd, hearing: ["/park a", "/park b", "/redact PARK1"])
    #expect(room.session.sideItems.all.filter(\.isWaiting).map(\.handle) == ["PARK2"])
  }

  @Test func aClosedOneSaysWhatCameOfIt() throws {
    let room = try TestSession(.odd, hearing: ["/park a", "/close park1 now OBJ2"])
    #expect(room.session.sideItems(.parked).map(\.outcome) == ["now OBJ2"])
    #expect(room.session.sideItems(.parked).allSatisfy { !$0.isOpen })
  }

  @Test(arguments: [
    Refused("nothing to close", when: "/close PARK1", then: .sideItem(.unknown("PARK1", open: []))),
    Refused(
      "another to close", given: ["/park a"], when: "/close PARK2",
      then: .sideItem(.unknown("PARK2", open: ["PARK1"]))
    ),
    Refused(
      "closed already", given: ["/park a", "/close PARK1"], when: "/close PARK1",
      then: .sideItem(.closedAlready("PARK1"))),
    Refused(
      "redacted already", given: ["/park a", "/redact PARK1"], when: "/redact park1", then: .privacy(.redacted("PARK1"))
    ),
    Refused(
      "redacted already, and taken away", given: ["/park a", "/redact PARK1", "/delete PARK1"], when: "/redact PARK1",
      then: .privacy(.redacted("PARK1"))),
    Refused(
      "a gap to change", given: ["/note a", "/redact NOTE1"], when: "/edit NOTE1 b", then: .privacy(.redacted("NOTE1"))),
    Refused(
      "a gap to look at", given: ["/decide a", "/redact DEC1"], when: "/edit DEC1", then: .privacy(.redacted("DEC1"))),
    Refused(
      "a gap in an editor", given: ["/decide a", "/redact DEC1"], when: "/editor DEC1",
      then: .privacy(.redacted("DEC1"))),
    Refused(
      "a gap to close", given: ["/task a", "/redact TASK1"], when: "/close TASK1 b", then: .privacy(.redacted("TASK1"))),
    Refused(
      "a gap is none to close", given: ["/park a", "/park b", "/redact PARK1"], when: "/close PARK9",
      then: .sideItem(.unknown("PARK9", open: ["PARK2"]))),
    Refused(
      "an owner nobody knows", given: people, when: "/task Call @XX",
      then: .people(.unknown("XX", known: ["KH", "OL"]))),
    Refused("a day that is none", given: people, when: "/task Call @KH soon", then: .sideItem(.notADay("soon"))),
    Refused("a task without words", given: people, when: "/task @KH 2027-03-01", then: .missingArgument(.task)),
    Refused(
      "too long", when: "/park " + String(repeating: "a", count: 501),
      then: .textTooLong(length: 501, limit: 500)),
  ]) func turnedDown(_ row: Refused) throws { try row.check(.odd) }
}
