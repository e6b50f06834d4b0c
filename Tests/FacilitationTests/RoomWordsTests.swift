import FacilitationFixtures
import Method
import Testing
import Text
import Workshop

@testable import Facilitation

/// What is asked for beside the answers has its words in every language.
struct RoomWordsTests {
  static let refusals: [Refusal] = [
    .sideItem(.unknown("PARK9", open: [])), .sideItem(.unknown("PARK9", open: ["PARK1", "TASK2"])),
    .sideItem(.closedAlready("PARK1")),
    .sideItem(.notADay("soon")), .textTooLong(length: 900, limit: 500), .people(.presenceNotAsked),
    .numberNeeded(after: "top"), .numberOutOfRange("9", 1...5), .vote(.isOpen), .vote(.noneOpen),
    .vote(.nothingToVoteOn("frame.goals.organisation")),
    .vote(.noVoters), .vote(.noneBefore), .vote(.unreadable("x", .dots, isHeadByHead: false)),
    .vote(.unreadable("x", .hands, isHeadByHead: true)), .vote(.unreadable("x", .fist, isHeadByHead: false)),
    .vote(.unknownItem("9", ["OBJ1"])), .vote(.itemTwice("OBJ1")),
    .vote(.tooMany(found: 26, total: 24, .dots, heads: 8)),
    .vote(.tooMany(found: 26, total: 24, .hands, heads: 8)), .vote(.tooMany(found: 26, total: 24, .ranking, heads: 8)),
    .vote(.tooMany(found: 4, total: 3, .dots, heads: 1)), .vote(.tooMany(found: 2, total: 1, .hands, heads: 1)),
    .vote(.tooFew(found: 2, total: 3, .dots, heads: 1)), .vote(.tooFew(found: 2, total: 3, .hands, heads: 3)),
    .vote(.tooFew(found: 2, total: 3, .fist, heads: 3)), .vote(.tooFew(found: 2, total: 3, .ranking, heads: 3)),
    .vote(.tooManyForOne("OBJ1", found: 9, most: 8)), .vote(.scoreOutOfRange("6", 1...5)),
    .vote(.wrongNumberOfScores(found: 1, expected: 2)), .vote(.allHeadsVoted(8)), .vote(.allCounted), .vote(.notHeard),
    .vote(.doesNotFit(.scale, "post.objectives.realistic", fitting: [.fist])),
    .vote(.doesNotFit(.scale, "post.objectives.realistic", fitting: [])), .vote(.isVotedOn("OBJ1")),
    .vote(.oneNumber("3,6", .fist)), .vote(.unreadable("x", .ranking, isHeadByHead: true)),
    .ambiguousColumn("sta", ["start", "status"], question: "plan.actions.table"),
    .vote(.tooFew(found: 0, total: 1, .hands, heads: 1)), .vote(.tooFew(found: 2, total: 3, .fist, heads: 1)),
    .vote(.tooFew(found: 2, total: 3, .ranking, heads: 1)), .vote(.tooMany(found: 2, total: 1, .dots, heads: 1)),
    .vote(.tooManyForOne("OBJ1", found: 2, most: 1)), .vote(.allHeadsVoted(1)),
    .groups(.tooFewPeople(1)), .groups(.tooFewPeople(3)), .groups(.wrongNumber(9, people: 8)),
    .groups(.fileNotThere("f")), .groups(.fileNotText("f")),
    .groups(.nothingToTake("f")), .groups(.inFile("f.md", line: 3, .emptyRow)), .groups(.joinedAlready("OBJ1")),
    .measure(.notInMethod), .measure(.nothingToMeasure("kpi.select.sheet")), .measure(.unknown("x", known: ["KPI1"])),
    .measure(.nothingDue(next: nil, on: nil)), .measure(.nothingDue(next: "KPI1", on: Day(daysSinceEpoch: 20_000))),
    .measure(.notANumber("x", of: "KPI1", unit: "%")), .measure(.tooLong("1")),
    .measure(.wrongUnit("min", of: "KPI1", unit: "%")), .measure(.notADay("31.2.")),
    .measure(.inFuture(DayRange(Day(daysSinceEpoch: 20_000)))),
    .measure(.beforeBaseline(Day(daysSinceEpoch: 20_000), of: "KPI1", baseline: Day(daysSinceEpoch: 20_001))),
    .measure(.noFile("reach.csv")), .measure(.noSuchChoice("9", most: 3)),
    .measure(.farOff("41200", of: "KPI1", last: "412")),
    .noCross, .time(.notLate(seconds: 0)),
    .time(.noTimeLeft(questions: 1, seconds: 0)), .time(.noTimeLeft(questions: 3, seconds: 0)),
    .unknownVerb("x", of: .people, known: ["add"]),
  ]

  @Test(arguments: Library.languages) func everyRefusalHasItsSentence(_ code: LanguageCode) throws {
    let rooms = try Rooms()
    let room = try rooms.open("words", language: code)
    let text = RefusalText(session: room.session, localization: room.localization)
    for refusal in RoomWordsTests.refusals {
      let sentence = text.sentence(refusal)
      #expect(!sentence.contains("{") && !sentence.contains("!") && sentence.contains(" "), "\(refusal): \(sentence)")
      #expect(".?".contains(sentence.last ?? " "), "\(refusal): \(sentence)")
    }
  }

  /// What is said where one person votes, or has one vote, in each language.
  struct OfOne: Sendable, CustomTestStringConvertible {
    var language: LanguageCode
    var allHaveVoted: String
    var oneDot: String
    var hands: String
    var dots: String
    var progress: String
    var testDescription: String { language.rawValue }
  }

  static let ofOne = [
    OfOne(
      language: "en", allHaveVoted: "The only voter has voted; ", oneDot: "Each person has one dot; ",
      hands: "Vote: one person raises one hand", dots: "Vote: one person with 3 dots", progress: "Votes in: 0 of 1. "),
    OfOne(
      language: "nb", allHaveVoted: "Den eneste som stemmer, har stemt; ", oneDot: "Hver person har én prikk; ",
      hands: "Avstemning: én person rekker opp en hånd", dots: "Avstemning: én person med 3 prikker",
      progress: "Stemmer inne: 0 av 1. "),
    OfOne(
      language: "da", allHaveVoted: "Den eneste, der stemmer, har stemt; ", oneDot: "Hver person har én prik; ",
      hands: "Afstemning: én person rækker en hånd op", dots: "Afstemning: én person med 3 prikker",
      progress: "Stemmer inde: 0 af 1. "),
    OfOne(
      language: "nl", allHaveVoted: "De enige stemmer heeft gestemd; ", oneDot: "Ieder heeft één sticker; ",
      hands: "Stemming: één persoon steekt een hand op", dots: "Stemming: één persoon met 3 stickers",
      progress: "Stemmen binnen: 0 van de 1. "),
    OfOne(
      language: "fi", allHaveVoted: "Ainoa äänestäjä on äänestänyt; ", oneDot: "Kullakin on yksi piste; ",
      hands: "Äänestys: yksi henkilö nostaa yhden käden", dots: "Äänestys: yksi henkilö, 3 pistettä",
      progress: "Ääniä annettu: 0/1. "),
    OfOne(
      language: "sv", allHaveVoted: "Den enda som röstar har röstat; ", oneDot: "Varje person har en prick; ",
      hands: "Omröstning: en person räcker upp en hand", dots: "Omröstning: en person med 3 prickar",
      progress: "Röster hittills: 0 av 1. "),
  ]

  @Test(arguments: ofOne) func onePersonIsNotMany(_ row: OfOne) throws {
    var room = try Rooms().open("words", language: row.language)
    let text = RefusalText(session: room.session, localization: room.localization)
    #expect(text.sentence(.vote(.allHeadsVoted(1))).hasPrefix(row.allHaveVoted))
    #expect(text.sentence(.vote(.tooMany(found: 2, total: 1, .dots, heads: 1))).hasPrefix(row.oneDot))
    for line in ["/goto situation.internal.offering", "A", "B", "/vote hands heads 1"] { _ = try room.hear(line) }
    let shown = QuestionView(
      session: room.session, localization: room.localization, size: WindowSize(columns: 80, rows: 24)
    ).lines(note: nil).map(\.plainText)
    #expect(shown.contains(row.hands))
    #expect(shown.contains { $0.hasPrefix(row.progress) })
    for line in ["/vote cancel", "/vote dots 3 heads 1"] { _ = try room.hear(line) }
    #expect(room.session.openVote?.title(in: room.localization.language) == row.dots)
  }

  /// Lines, what is said after the last of them, and what must not be.
  struct Said: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var says: String
    var testDescription: String { lines.last ?? "" }
  }

  static let said: [Said] = [
    Said(lines: ["/park Penger"], says: "Parked as PARK1. It comes back at the end of the stage."),
    Said(lines: ["/task Ring @KH"], says: "Kari has taken on TASK1."),
    Said(
      lines: ["/task Ring"],
      says: "Recorded as TASK1, but nobody has taken it on yet: /edit TASK1 adds @INITIALS and a date."),
    Said(lines: ["/decide Ja", "/undo"], says: "Undone: noting “DEC1 Ja”"),
    // A private note is named, never read out.
    Said(lines: ["/note Sjefen er sur", "/undo"], says: "Undone: noting “NOTE1”"),
    Said(lines: ["/park Penger", "/close PARK1"], says: "Closed: PARK1. /undo opens it again."),
    Said(lines: ["/time 10"], says: "This question has 10 minutes from now."),
    Said(lines: ["/time +1"], says: "This question has one more minute."),
    Said(lines: ["/break 15"], says: "A break of 15 minutes."), Said(lines: ["/break 15", ""], says: "Welcome back."),
    Said(lines: ["/time stop", "/undo"], says: "Undone: the change to this question’s time"),
    Said(lines: ["/people out Kari"], says: "Kari is out of the room and has no vote."),
    Said(lines: ["/people facilitator KH"], says: "Kari facilitates and has no vote."),
    Said(lines: ["/people facilitator KH", "/undo"], says: "Undone: the choice of facilitator"),
    Said(lines: ["/park Penger", "/delete PARK1"], says: "Deleted PARK1: “Penger”. /undo brings it back."),
    Said(
      lines: ["/note Penger", "/redact NOTE1"],
      says: "Removed from the journal, the history and the drafts: NOTE1. "
        + "Copies that you made elsewhere still contain it."),
    Said(
      lines: ["/park Penger", "/redact PARK1", "/delete PARK1"],
      says: "Deleted PARK1: “(removed)”. /undo brings it back."
    ),
    Said(lines: ["/park Penger", "/redact PARK1", "/undo"], says: "Undone: noting “PARK1 (removed)”"),
  ]

  @Test(arguments: said) func theRoomIsTold(_ row: Said) throws {
    let rooms = try Rooms()
    var room = try rooms.open("said", language: "en")
    _ = try room.hear("/people add KH | Kari Hauge | leader | sales")
    var sentence: String?
    for line in row.lines { sentence = try room.hear(line).sentence }
    #expect(sentence == row.says)
  }
}
