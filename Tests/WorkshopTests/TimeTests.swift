import SeededRandom
import SessionFixtures
import Testing

@testable import Workshop

extension TestSession {
  /// Lets some minutes go by.
  mutating func wait(_ minutes: Double) {
    now = Moment(millisecondsSince1970: now.millisecondsSince1970 + Int64(minutes * 60_000))
  }

  /// The question the room stands before.
  fileprivate var here: Question { session.position.flatMap(session.method.question) ?? session.method.questions[0] }
  fileprivate var used: Int { session.usedSeconds(here, now: now) }
  fileprivate var allotted: Int { session.allottedSeconds(here) }
}

@Suite("The time, by the times of the journal")
struct TimeTests {
  private let offering = "/goto situation.internal.offering"

  @Test func everyQuestionHasItsMinutesAndUsesThem() throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    #expect(room.allotted == 60)
    room.wait(1.5)
    #expect(room.used == 90)
    try room.hear("Bread")
    try room.hear("/next")
    #expect(room.used == 0)
    room.wait(2)
    try room.hear("/back")
    room.wait(1)
    #expect(room.used == 150)
  }

  @Test func theFacilitatorSetsIt() throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    room.wait(1)
    try room.hear("/time 10")
    #expect(room.allotted == 660)
    try room.hear("/time +5")
    #expect(room.allotted == 960)
    try room.hear("/time -2")
    #expect(room.allotted == 840)
    try room.hear("/time stop")
    #expect(room.session.time.stopped == [room.here.id])
    for _ in 1...4 { try room.hear("/undo") }
    #expect(room.allotted == 60)
    #expect(room.session.time.stopped.isEmpty)
    try room.hear("/redo")
    #expect(room.allotted == 660)
  }

  @Test func nineAndMoreGetAQuarterMore() throws {
    let people = (1...9).map { "/people add P\($0) | Name\($0) | role | sales" }
    var room = try TestSession(run: "half-day", hearing: people.dropLast() + [offering])
    #expect(room.allotted == 60)
    try room.hear(people[8])
    #expect(room.allotted == 75)
    try room.hear("/people out P9")
    #expect(room.allotted == 60)
  }

  @Test func aBreakIsPartOfThePlan() throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    room.wait(1)
    try room.hear("/break 15")
    room.wait(15)
    #expect(room.used == 60)
    #expect(room.session.delay(now: room.now) <= 0)
    let position = room.session.position
    try room.hear("")
    #expect(room.session.position == position)
    #expect(!room.session.time.isOnBreak)
    room.wait(0.5)
    #expect(room.used == 90)
    #expect(room.session.usedSeconds(room.session.time.breaks[0], now: room.now) == 900)
  }

  @Test func anAnswerEndsABreakAndALateOneCosts() throws {
    var room = try TestSession(run: "half-day", hearing: [offering, "/break 5"])
    room.wait(9)
    try room.hear("/park The heating")
    #expect(room.session.time.isOnBreak)
    #expect(room.session.delay(now: room.now) == 4 * 60)
    try room.hear("Bread")
    #expect(!room.session.time.isOnBreak)
    #expect(room.session.delay(now: room.now) == 4 * 60)
    try room.hear("/undo")
    try room.hear("/undo")
    try room.hear("/undo")
    #expect(room.session.time.breaks.isEmpty)
  }

  @Test func aQuestionThatTakesLongerMakesTheRoomLate() throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    #expect(room.session.delay(now: room.now) == 0)
    room.wait(11)
    #expect(room.session.delay(now: room.now) == 10 * 60)
    try room.hear("/next")
    #expect(room.session.delay(now: room.now) == 10 * 60)
    let planned = room.session.secondsAhead(now: room.now)
    try room.hear("/time plan")
    // What is left is spread, to the second, so that the end is where it was.
    #expect(room.session.secondsAhead(now: room.now) == planned - 10 * 60)
    #expect(room.session.delay(now: room.now) == 0)
    #expect(
      room.session.questionsAhead.allSatisfy { question in
        room.session.plannedSeconds(question) == 0 || room.session.allottedSeconds(question) >= 30
      })
    try room.hear("/undo")
    #expect(room.session.secondsAhead(now: room.now) == planned)
  }

  @Test func soManyMinutesAreSpread() throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    room.wait(1)
    try room.hear("/time plan 100")
    #expect(room.session.secondsAhead(now: room.now) == 6000)
  }

  @Test("Shares are the whole, and none is too short") func shares() {
    var chance = Chance(seed: 3)
    for _ in 0..<500 {
      let wanted = (0..<Int.random(in: 1...60, using: &chance)).map { _ in
        max(Session.leastTimebox, Int.random(in: 0...1500, using: &chance))
      }
      let whole = wanted.count * Session.leastTimebox + Int.random(in: 0...20_000, using: &chance)
      let shares = Session.shares(of: whole, wanted: wanted)
      #expect(shares.allSatisfy { $0 >= Session.leastTimebox })
      if wanted.contains(where: { $0 > Session.leastTimebox }) { #expect(shares.reduce(0, +) == whole) }
    }
  }

  @Test func whatIsSkippedIsTimeWon() throws {
    var room = try TestSession(run: "half-day", hearing: [offering, "/skip later"])
    room.wait(0)
    #expect(room.session.delay(now: room.now) == -60)
  }

  @Test func timeStandsStillWhileASessionIsClosed() throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    room.wait(1)
    try room.hear("/quit")
    room.wait(60 * 24)
    try room.hear("/time bell")
    room.wait(1)
    #expect(room.used == 120)
  }

  /// Minutes of silence before a session is opened again, and the minutes that count then.
  @Test(arguments: [(3.0, 4.0), (30, 31), (31, 1), (1440, 1)])
  func aCrashCountsAndANightDoesNot(_ silence: Double, _ counted: Double) throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    room.wait(1)
    try room.hear("Bread")
    var session = room.session
    room.wait(silence)
    session.apply([.time(.resumed)], as: EntryID(epoch: "b", number: 1), at: room.now)
    #expect(session.usedSeconds(room.here, now: room.now) == Int(counted * 60))
  }

  @Test func aClockThatIsSetBackHasNotMoved() throws {
    var room = try TestSession(run: "half-day", hearing: [offering])
    room.wait(5)
    try room.hear("Bread")
    room.wait(-60)
    try room.hear("Buns")
    room.wait(1)
    #expect(room.used == 360)
  }

  @Test(arguments: [
    ("/time 0", Refusal.numberOutOfRange("0", 1...600)), ("/time 601", .numberOutOfRange("601", 1...600)),
    ("/time +x", .numberOutOfRange("x", 1...600)), ("/time 5 6", .numberOutOfRange("5 6", 1...600)),
    ("/time soon", .unknownVerb("soon", of: .time, known: ["stop", "plan", "bell", "quiet"])),
    ("/time plan", .time(.notLate(seconds: 0))), ("/time plan 1", .time(.noTimeLeft(questions: 26, seconds: 60))),
    ("/break", .missingArgument(.breakTime)), ("/break x", .numberOutOfRange("x", 1...240)),
  ]) func turnedDown(_ line: String, _ refusal: Refusal) throws {
    try Refused(line, when: line, then: refusal).check(.builtIn)
  }
}
