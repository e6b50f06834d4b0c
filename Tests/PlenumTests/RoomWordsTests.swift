import LineEditor
import Method
import Testing
import Workshop

@testable import plenum

/// What is asked for beside the answers has its words in every language.
struct RoomWordsTests {
  static let refusals: [RoomRefusal] = [
    .unknownAside("PARK9", open: []), .unknownAside("PARK9", open: ["PARK1", "TASK2"]), .closedAlready("PARK1"),
    .notADay("soon"), .textTooLong(length: 900, limit: 500), .presenceNotAsked,
    .numberNeeded(after: "top"), .numberOutOfRange("9", 1...5), .voteIsOpen, .noVoteOpen,
    .nothingToVoteOn("frame.goals.organisation"),
    .noVoters, .noVoteBefore, .unreadableVotes("x", .dots(3), isHeadByHead: false),
    .unreadableVotes("x", .hands, isHeadByHead: true), .unreadableVotes("x", .fist, isHeadByHead: false),
    .unknownItem("9", ["OBJ1"]), .itemTwice("OBJ1"), .tooManyVotes(found: 26, total: 24, .dots(3), heads: 8),
    .tooManyVotes(found: 26, total: 24, .hands, heads: 8), .tooManyVotes(found: 26, total: 24, .ranking, heads: 8),
    .tooManyVotes(found: 4, total: 3, .dots(3), heads: 1), .tooManyVotes(found: 2, total: 1, .hands, heads: 1),
    .tooFewVotes(found: 2, total: 3, .dots(3), heads: 1), .tooFewVotes(found: 2, total: 3, .hands, heads: 3),
    .tooFewVotes(found: 2, total: 3, .fist, heads: 3), .tooFewVotes(found: 2, total: 3, .ranking, heads: 3),
    .tooManyForOne("OBJ1", found: 9, most: 8), .scoreOutOfRange("6", 1...5),
    .wrongNumberOfScores(found: 1, expected: 2), .allHeadsVoted(8), .allCounted,
    .tooFewForGroups(1), .tooFewForGroups(3), .wrongNumberOfGroups(9, people: 8), .fileNotThere("f"), .fileNotText("f"),
    .nothingToTake("f"), .inFile("f.md", line: 3, .emptyRow), .joinedAlready("OBJ1"), .noCross, .notLate(seconds: 0),
    .noTimeLeft(questions: 1, seconds: 0), .noTimeLeft(questions: 3, seconds: 0),
    .unknownVerb("x", of: .people, known: ["add"]),
  ]

  @Test(arguments: Library.languages) func everyRefusalHasItsSentence(_ code: LanguageCode) throws {
    let rooms = try Rooms()
    let room = try rooms.open("words", language: code)
    let text = RefusalText(session: room.session, wording: room.wording)
    for refusal in RoomWordsTests.refusals {
      let sentence = text.sentence(.room(refusal))
      #expect(!sentence.contains("{") && !sentence.contains("!") && sentence.contains(" "), "\(refusal): \(sentence)")
      #expect(".?".contains(sentence.last ?? " "), "\(refusal): \(sentence)")
    }
  }

  /// Lines, what is said after the last of them, and what must not be.
  struct Said: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var says: String
    var testDescription: String { lines.last ?? "" }
  }

  static let said: [Said] = [
    Said(lines: ["/park Penger"], says: "PARK1 is parked and comes back at the end of the stage."),
    Said(lines: ["/task Ring @KH"], says: "TASK1 is promised by Kari."),
    Said(
      lines: ["/task Ring"],
      says: "TASK1 is recorded, and nobody has promised it yet: /edit TASK1 adds @INITIALS and a date."),
    Said(lines: ["/decide Ja", "/undo"], says: "Undone: noting “DEC1 Ja”"),
    // A private note is named, never read out.
    Said(lines: ["/note Sjefen er sur", "/undo"], says: "Undone: noting “NOTE1”"),
    Said(lines: ["/park Penger", "/close PARK1"], says: "PARK1 is closed. /undo opens it again."),
    Said(lines: ["/time 10"], says: "This question has 10 minutes from now."),
    Said(lines: ["/time +1"], says: "This question has one minute more."),
    Said(lines: ["/break 15"], says: "A break of 15 minutes."), Said(lines: ["/break 15", ""], says: "Welcome back."),
    Said(lines: ["/time stop", "/undo"], says: "Undone: the change of this question’s time"),
    Said(lines: ["/people out Kari"], says: "Kari is out of the room and has no vote."),
    Said(lines: ["/people facilitator KH"], says: "Kari facilitates and has no vote."),
    Said(lines: ["/people facilitator KH", "/undo"], says: "Undone: who facilitates"),
    Said(lines: ["/park Penger", "/delete PARK1"], says: "PARK1 is gone: Penger. /undo brings it back."),
    Said(
      lines: ["/note Penger", "/redact NOTE1"],
      says: "NOTE1 is removed from the journal, the history and the drafts. "
        + "Copies that you made elsewhere still hold it."),
    Said(
      lines: ["/park Penger", "/redact PARK1", "/delete PARK1"], says: "PARK1 is gone: (removed). /undo brings it back."
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
