import SessionFixtures
import Testing

@testable import Workshop

/// Two sessions are the same when everything that is stored of them is: nothing is left out by hand.
@Suite struct SessionEqualityTests {
  /// Lines after which a session is another one than before.
  static let changes: [(name: String, lines: [String])] = [
    ("an answer", ["Kite"]), ("the screen covered", ["/blank"]), ("a window that is shared", ["/shared"]),
    ("a bell", ["/time bell"]), ("minutes", ["/time 5"]), ("a break", ["/break 10"]),
    ("a break that is over", ["/break 10", ""]), ("off the record", ["/off"]), ("a parked point", ["/park Snow"]),
    ("what can be done again", ["/park Snow", "/undo"]), ("what can be undone", ["/time bell", "/time bell"]),
  ]

  @Test(arguments: changes) func itTells(_ change: (name: String, lines: [String])) throws {
    var room = try TestSession(.odd, hearing: ["/goto birds.seen.list"])
    var seen = [room.session]
    for line in change.lines {
      try room.hear(line)
      let isNew = !seen.contains(room.session)
      #expect(isNew, "\(change.name): \(line)")
      seen.append(room.session)
    }
  }

  @Test func itTellsTheTimeThatPassed() throws {
    var early = try TestSession(.odd)
    var late = early
    #expect(early.session == late.session)
    late.now = late.now.later(by: 60)
    try early.hear("/next")
    try late.hear("/next")
    let isSame = early.session == late.session
    #expect(!isSame)
  }

  @Test func withoutHistoryItForgetsOnlyWhatCouldBeUndone() throws {
    let start = try TestSession(.odd, hearing: ["/goto birds.seen.list"])
    var bell = start
    for line in ["/time bell", "/undo"] { try bell.hear(line) }
    let isSame = bell.session == start.session
    #expect(!isSame)
    let isSameWithoutHistory = bell.session.withoutHistory == start.session.withoutHistory
    #expect(isSameWithoutHistory)
    try bell.hear("/time bell")
    let isStillSame = bell.session.withoutHistory == start.session.withoutHistory
    #expect(!isStillSame)
  }
}
