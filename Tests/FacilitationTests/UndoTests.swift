import FacilitationFixtures
import Journal
import Testing
import Workshop

@testable import Facilitation

/// Undo reaches everything that is recorded, says what it took back, and it can be had again.
struct UndoTests {
  /// A line, what leads up to it, and what is said when it is taken back.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var lines: [String]
    var said: String

    init(_ kind: Kind, _ lines: [String], _ said: String) {
      testDescription = kind.rawValue
      self.lines = lines
      self.said = said
    }
  }

  /// Everything that can happen in a session.
  enum Kind: String, CaseIterable {
    case title, language, run, speaker, entered, skipped, end, given, revised, deleted, moved, asked, gaps, accepted,
      undone
    case redone, offRecord, onRecord, redacted, pseudonym, closed
    case sideItemNoted, sideItemRevised, sideItemClosed, sideItemDeleted, sideItemRedacted, facilitator, voteOpened,
      votesCast
    case votersChanged, voteClosed, voteCancelled, timeSet, timeExtended, timeStopped, timeSpread, bell, breakBegun,
      breakEnded
    case resumed, blanked, shared, checkIn, groups, joined
    case iterationBegun, iterationClosed, confirmed, workItemDone
    case valueTaken, valueRevised, valueDeleted, valuesAsked, valueRedacted, mappingKept

    init(_ event: Event) {
      self =
        switch event {
        case .titleGiven: .title
        case .languageChosen: .language
        case .runChosen: .run
        case .people(.speakerChosen): .speaker
        case .questionEntered: .entered
        case .questionSkipped: .skipped
        case .endReached: .end
        case .answerGiven: .given
        case .answerRevised: .revised
        case .answerDeleted: .deleted
        case .answerMoved: .moved
        case .cellsAsked: .asked
        case .gapsWalked: .gaps
        case .findingAccepted: .accepted
        case .undone: .undone
        case .redone: .redone
        case .privacy(.wentOffRecord): .offRecord
        case .privacy(.cameOnRecord): .onRecord
        case .privacy(.answerRedacted): .redacted
        case .privacy(.pseudonymGiven): .pseudonym
        case .sessionClosed: .closed
        case .sideItem(.noted): .sideItemNoted
        case .sideItem(.revised): .sideItemRevised
        case .sideItem(.closed): .sideItemClosed
        case .sideItem(.deleted): .sideItemDeleted
        case .privacy(.sideItemRedacted): .sideItemRedacted
        case .people(.facilitatorChosen): .facilitator
        case .vote(.opened): .voteOpened
        case .vote(.cast): .votesCast
        case .vote(.headsChanged): .votersChanged
        case .vote(.closed): .voteClosed
        case .vote(.cancelled): .voteCancelled
        case .time(.set): .timeSet
        case .time(.extended): .timeExtended
        case .time(.stopped): .timeStopped
        case .time(.spread): .timeSpread
        case .time(.bell): .bell
        case .time(.breakBegun): .breakBegun
        case .time(.breakEnded): .breakEnded
        case .time(.resumed): .resumed
        case .screen(.blanked): .blanked
        case .screen(.shared): .shared
        case .people(.checkedIn): .checkIn
        case .groups(.formed): .groups
        case .groups(.answersJoined): .joined
        case .iteration(.begun): .iterationBegun
        case .iteration(.closed): .iterationClosed
        case .iteration(.confirmed): .confirmed
        case .iteration(.workItemDone): .workItemDone
        case .measures(.taken): .valueTaken
        case .measures(.revised): .valueRevised
        case .measures(.deleted): .valueDeleted
        case .measures(.asked): .valuesAsked
        case .measures(.mapped): .mappingKept
        case .privacy(.valueRedacted): .valueRedacted
        }
    }

    /// What nothing was said by: where the room stands and what it looks at, what undo itself records, and what must not
    /// come back.
    static let isNoSaying: Set<Kind> = [
      .title, .entered, .end, .asked, .gaps, .undone, .redone, .breakEnded, .resumed, .blanked, .shared, .closed,
      .offRecord, .onRecord, .redacted, .sideItemRedacted, .pseudonym, .valuesAsked, .mappingKept,
      .valueRedacted,
    ]
  }

  private static let people = ["KH | Kari Hauge", "OL | Ola Lie", "MB | Mona Berg", "JB | Jon Bru"].map {
    "/people add \($0) | role | sales"
  }
  private static let answers = people + ["/goto situation.internal.offering", "Bread", "Coffee", "Cakes"]
  private static let halfDay =
    (try? scriptLines("harbour-museum.en.plenum").prefix { !$0.hasPrefix("/accept") }).map { [String]($0) } ?? []
  private static let next = ["/iteration next anyway focus | Sales | ~ | 2026-12-01"]
  private static let workItem =
    people + [
      "/run full", "/goto frame.iterations.plan", "foundation | All | 2026-02-10 | 2026-03-10 | KH | Ground",
      "/goto frame.iterations.refine", "IT1 | Analysis | agreed | KH | 2026-03-01 | yes",
    ]
  private static let kpi = [
    "/people add KH | Kari Hauge | leader | sales", "/goto kpi.select.sheet",
    "OBJ1 | Followers | reach | followers | 400 | 2026-02-01 | 800 | 2027-08-29 | count them | own | monthly | KH",
    "/measure KPI1 412",
  ]
  private static let objective =
    [
      "/goto frame.goals.organisation", "More guests", "/goto post.people.audiences", "Families",
      "/goto post.objectives.smart",
      "More followers | GOAL1 | AUD1 | followers | followers | 400 | 800 | 2027-08-29 | KH",
    ]
  private static let value = [kpi[0]] + objective + kpi.dropFirst()
  private static let vote = answers + ["/vote hands", "1:3 2:1"]

  static let rows = [
    Row(.language, ["/language nb"], "The workshop is now in English."),
    Row(.run, ["/run full"], "the change of run"),
    Row(.speaker, people + ["/by Kari"], "the choice of speaker"),
    Row(.skipped, ["/goto situation.internal.offering", "/skip later"], "skipping “What we offer”"),
    Row(.given, answers, "the answer “Cakes”"),
    Row(.revised, answers + ["/edit 2 Tea"], "changing “Coffee” to “Tea”; “Coffee” is back"),
    Row(.deleted, answers + ["/delete 2"], "deleting “Coffee”"),
    Row(.moved, answers + ["/move 3 1"], "moving “Cakes”"),
    Row(.accepted, halfDay + ["/accept 32 No money for it"], "accepting a finding"),
    Row(.sideItemNoted, ["/park Money"], "noting “PARK1 Money”"),
    Row(.sideItemNoted, ["/note Money"], "noting “NOTE1”"),
    Row(.sideItemRevised, ["/decide Bread", "/edit DEC1 Buns"], "changing “DEC1 Buns”"),
    Row(.sideItemClosed, ["/task Call", "/close TASK1"], "closing TASK1"),
    Row(.sideItemDeleted, ["/park Money", "/delete PARK1"], "deleting PARK1"),
    Row(.valueTaken, value, "the value: KPI1 412\u{A0}followers (10"),
    Row(.valueRevised, value + ["/edit VAL1 413"], "the change of VAL1"),
    Row(.valueDeleted, value + ["/delete VAL1"], "the deletion of VAL1"),
    Row(.facilitator, people + ["/people facilitator KH"], "the choice of facilitator"),
    Row(.voteOpened, answers + ["/vote hands"], "opening the vote"),
    Row(.votesCast, vote, "the last votes typed"),
    Row(.votersChanged, answers + ["/vote hands", "/people out KH"], "changing"),
    Row(.voteClosed, vote + ["/vote close"], "closing the vote"),
    Row(.voteCancelled, vote + ["/vote cancel"], "cancelling the vote"),
    Row(.timeSet, ["/time 10"], "the change to this question’s time"),
    Row(.timeExtended, ["/time +5"], "the change to this question’s time"),
    Row(.timeStopped, ["/time stop"], "the change to this question’s time"),
    Row(.timeSpread, ["/time plan 100"], "spreading the time"),
    Row(.bell, ["/time bell"], "the choice of the bell"),
    Row(.breakBegun, ["/break 10"], "the break"),
    Row(.checkIn, people + ["/checkin Kari: 4"], "what was said in the round"),
    Row(.groups, people + ["/groups 2"], "making groups"),
    Row(.joined, answers + ["/same 1 2"], "treating two answers as the same"),
    Row(.iterationBegun, answers + next, "the beginning of iteration 2"),
    Row(.iterationClosed, answers + ["/iteration end anyway"], "the closing of iteration 1"),
    Row(.confirmed, answers + next + ["/goto situation.internal.offering", "/confirm"], "the confirmation"),
    Row(.workItemDone, workItem + ["/iteration done 1 agreed"], "the delivery of a work item"),
  ]

  @Test(arguments: rows) func itIsTakenBackAndHadAgain(_ row: Row) throws {
    let rooms = try Rooms()
    var room = try rooms.open("undo", language: "en", run: "half-day")
    room.reads = { path in Storage.system.bytes(of: repository + "/Sessions/" + path, limit: 1 << 20) }
    for line in row.lines.dropLast() { _ = try room.hear(line) }
    let before = Standing(room.session)
    _ = try room.hear(row.lines.last ?? "")
    let after = Standing(room.session)
    #expect(before != after)
    #expect(room.session.lastUndoable.contains { Kind($0).rawValue == row.testDescription })
    let undone = try room.hear(room.localization.language.code == "nb" ? "/angre" : "/undo")
    #expect(undone.sentence?.contains(row.said) == true, "\(undone.sentence ?? "")")
    #expect(Standing(room.session) == before)
    let redone = try room.hear("/redo")
    #expect(redone.sentence?.isEmpty == false)
    #expect(Standing(room.session) == after)
    #expect(try Standing(rooms.read("undo")) == after)
  }

  @Test func everyKindIsTakenBackOrIsNoSaying() {
    let tested = Set(UndoTests.rows.compactMap { Kind(rawValue: $0.testDescription) })
    #expect(Set(Kind.allCases).subtracting(tested) == Kind.isNoSaying)
  }

  @Test func whatIsNoSayingIsNotWhatUndoTakesBack() throws {
    let rooms = try Rooms()
    var room = try rooms.open("moves", language: "en", run: "half-day")
    for line in UndoTests.answers { _ = try room.hear(line) }
    for line in ["/next", "/back", "/blank", "", "/shared", "/break 5", "", "/off", "/on"] { _ = try room.hear(line) }
    #expect(try room.hear("/undo").sentence?.contains("the break") == true)
    #expect(try room.hear("/undo").sentence?.contains("“Cakes”") == true)
  }
}

extension UndoTests {
  /// Each entry is named by what it was itself about, also when the answer is gone.
  @Test func itNamesWhatItTakesBack() throws {
    let rooms = try Rooms()
    var room = try rooms.open("names", language: "en", run: "half-day")
    for line in ["/goto situation.internal.offering", "base", "two", "/delete 1", "three"] { _ = try room.hear(line) }
    let list = try room.hear("/undo list").texts
    #expect(
      list.dropFirst().map(\.trimmed) == [
        "1  the answer “three”", "2  deleting “base”", "3  the answer “two”", "4  the answer “base”",
      ])
    #expect(try room.hear("/undo").sentence?.contains("“three”") == true)
    #expect(try room.hear("/undo").sentence?.contains("deleting “base”") == true)
    #expect(room.session.answers(to: "situation.internal.offering").map { $0.cell(at: 0) } == ["base", "two"])
  }
}

/// What undo must bring back: all that was said, without the numbers that stay used and the questions that were seen.
private struct Standing: Equatable {
  var answers: [[Answer]]
  var sideItems: [SideItem]
  var values: [MeasuredValue]
  var votes: [VoteRound]
  var skipped: [QuestionID: String]
  var speaker: String?
  var facilitator: String?
  var language: LanguageCode
  var run: RunID
  var allotted: [QuestionID: Int]
  var stopped: Set<QuestionID>
  var breaks: Int
  var hasBell: Bool
  var checkIns: [CheckIn]
  var groups: [[[String]]]
  var joined: [Handle: Handle]
  var accepted: [Finding.Key: Finding.Acceptance]
  var iterations: Iterations

  init(_ session: Session) {
    answers = session.method.questions.map { session.answers(to: $0.id) }
    sideItems = session.sideItems.all
    values = session.measures.all
    votes = session.votes.rounds
    skipped = session.skipped
    speaker = session.speaker
    facilitator = session.people.facilitator
    language = session.language
    run = session.run
    allotted = session.time.allotted
    stopped = session.time.stopped
    breaks = session.time.breaks.count
    hasBell = session.time.hasBell
    checkIns = session.people.checkIns
    groups = session.groups.rounds
    joined = session.groups.joined
    accepted = session.accepted
    iterations = session.iterations
  }
}
