import SessionFixtures
import Testing
import Workshop

/// Lines, and how grave what they raise is then; nil for nothing.
struct Graveness: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let message: MessageID
  let run: RunID
  let lines: [String]
  let then: Finding.Severity?

  init(_ message: MessageID, _ name: String, in run: RunID, _ lines: [String], then: Finding.Severity?) {
    testDescription = "\(message), \(run): \(name)"
    (self.message, self.run, self.lines, self.then) = (message, run, lines, then)
  }
}

@Suite("When a check speaks, and how gravely")
struct FindingRuleTests {
  private static let elsewhere =
    Said.goal + at("post.people.audiences", "Families | 30-55 | facebook | survey")
    + at("post.objectives.smart", Line.objective())
    + at("post.strategy.networks", "tiktok | AUD1 | OBJ1 | 1 per week | English | KH")
  private static let unproven = at("post.people.audiences", "Families | 30-55 | facebook | ~")

  static let severities = [
    Graveness("network-without-evidence", "a warning", in: "core", elsewhere, then: .warning),
    Graveness(
      "network-without-evidence", "a warning", in: "half-day",
      Said.objective + at("post.strategy.networks", Line.network("tiktok")), then: .warning),
    Graveness(
      "network-without-evidence", "an error", in: "full",
      Said.objective + at("post.strategy.networks", Line.network("tiktok")), then: .error),
    Graveness("audience-without-evidence", "a warning", in: "core", unproven, then: .warning),
    Graveness("audience-without-evidence", "a warning", in: "half-day", unproven, then: .warning),
    Graveness("audience-without-evidence", "an error", in: "full", unproven, then: .error),
    Graveness("goal-missing", "an error wherever it is asked", in: "core", [], then: .error),
    Graveness("only-sending", "as grave as the run requires it", in: "half-day", [], then: .error),
    Graveness("only-sending", "not asked", in: "core", [], then: nil),
    Graveness("internal-undecided", "as grave as the run requires it", in: "full", [], then: .error),
    Graveness(
      "policy-empty", "a warning where nothing requires it", in: "half-day",
      at("organise.policy.needed", "yes-new") + at("organise.policy.rules"), then: .warning),
    Graveness(
      "too-many-objectives", "three are enough for half a day", in: "half-day",
      Said.objectives + [Line.objective("More mail"), Line.objective("More trust")], then: .warning),
    Graveness(
      "too-many-objectives", "four are not too many for the whole", in: "full",
      Said.objectives + [Line.objective("More mail"), Line.objective("More trust")], then: nil),
    Graveness(
      "too-many-objectives", "three are too many for an hour", in: "half-day",
      Said.objectives + [Line.objective("More mail"), "/run core"], then: .warning),
  ]

  static let conditions = [
    Graveness(
      "colleagues-not-invited", "once roles are given", in: "half-day", at("plan.onboard.activities"), then: nil),
    Graveness(
      "colleagues-not-invited", "training will do as well", in: "full",
      Said.people + at("plan.onboard.roles", "Shop | the plan | films") + at("plan.onboard.activities")
        + at("plan.onboard.training", "Film | Shop | course | 01.04.2026 | a school"), then: nil),
    Graveness(
      "honeycomb-imposed", "once the honeycomb is filled", in: "full", at("organise.internal.bottom-up"), then: nil),
    Graveness(
      "evenings-unwatched", "while it is important", in: "full",
      Said.people + at("monitor.listening.importance", "3") + at("monitor.listening.who", "KH | mornings | all"),
      then: nil),
    Graveness(
      "policy-empty", "a policy that is not needed has no rules", in: "half-day",
      at("organise.policy.needed", "yes-new") + at("organise.policy.rules")
        + at("organise.policy.needed", "not-needed"), then: nil),
    Graveness(
      "only-sending", "skipped on purpose", in: "half-day", at("organise.webcare.norm", "/skip no time"), then: nil),
    Graveness(
      "kpi-off-purpose", "the union of two purposes", in: "full",
      Said.kpi + at("direction.mission.purpose", "serve-customers, sell-directly"), then: nil),
    Graveness("kpi-off-purpose", "no purpose chosen", in: "full", Said.kpi, then: nil),
    Graveness(
      "awareness-by-traffic", "one purpose of two", in: "full",
      Said.kpi + at("direction.mission.purpose", "position-ourselves, recruit"), then: nil),
    Graveness(
      "objective-without-kpi", "nobody has come to the KPIs yet", in: "full", Said.objective, then: nil),
    Graveness(
      "objective-without-kpi", "the KPIs were skipped", in: "full",
      Said.objective + at("kpi.select.sheet", "/skip next week"), then: .error),
    Graveness(
      "pilot-without-result", "the room still stands before it", in: "full",
      Said.action + at("plan.pilot.tests", Line.pilot(from: "01.01.2026", to: "09.02.2026")) + at("plan.pilot.results"),
      then: nil),
    Graveness(
      "pilot-without-result", "it is not over", in: "full", Said.action + at("plan.pilot.tests", Line.pilot()),
      then: nil),
    Graveness(
      "primary-objective-open", "one objective needs no vote", in: "full",
      Said.objective + at("post.objectives.primary"), then: nil),
    Graveness(
      "primary-objective-unserved", "the winner was deleted", in: "full",
      Said.objectives + at("post.objectives.primary", "OBJ2 3") + ["/delete OBJ2"]
        + at("post.strategy.networks", Line.network()), then: nil),
    Graveness(
      "calendar-off-frequency", "what is on demand has no rhythm", in: "full",
      Said.pillar + ["/edit CH1 " + Line.network(frequency: "on demand")]
        + at("plan.calendar.slots", Line.slot(repeats: "~")), then: nil),
    Graveness(
      "channel-silent", "once a month is no silence", in: "full",
      Said.pillar + ["/edit CH1 " + Line.network(frequency: "1 per month")]
        + at("plan.calendar.slots", Line.slot(repeats: "~")), then: nil),
    Graveness(
      "target-unlikely", "from nothing", in: "full",
      Said.audience + at("post.objectives.smart", Line.objective(from: "0", to: "500")), then: nil),
    Graveness(
      "deputy-is-responder", "nobody is nobody twice", in: "full",
      Said.people + at("crisis.levels.table", Line.level(responder: "~", deputy: "~")), then: nil),
    Graveness(
      "account-one-admin", "none is a gap", in: "full",
      Said.people + at("organise.smm.accounts", "Facebook | KH | ~ | yes"), then: nil),
    Graveness(
      "percent-outside", "another unit", in: "full",
      Said.objective + at("kpi.select.sheet", Line.kpi(unit: "NOK", to: "101")), then: nil),
    Graveness(
      "percent-outside", "percent in another word", in: "full",
      Said.objective + at("kpi.select.sheet", Line.kpi(unit: "Prosent", to: "101")), then: .warning),
  ]

  /// What a run does not ask, no rule looks at.
  static let notAsked = [
    Graveness("one-department", "departments", in: "core", [], then: nil),
    Graveness(
      "tool-without-purpose", "the column is not asked", in: "core", at("post.technology.tools", "publishing | Buffer"),
      then: nil),
    Graveness(
      "level-without-deputy", "the column is not asked", in: "core",
      Said.people + at("crisis.levels.table", "Green | a complaint | KH | KH | 4h"), then: nil),
    Graveness(
      "crisis-plan-not-told", "half a day tells nobody", in: "half-day",
      at("frame.people.functions", "management, sales"), then: nil),
    Graveness(
      "watching-hours-off", "half a day counts no hours", in: "half-day", at("monitor.listening.who"), then: nil),
    Graveness("iteration-plan-off", "half a day has no iterations", in: "half-day", [], then: nil),
    Graveness(
      "used-nowhere", "a need, where pillars are skipped but the grid is not asked", in: "core",
      Said.people + at("frame.goals.organisation", "Grow | organisation")
        + at("post.people.audiences", "Families | 30-55 | facebook | survey")
        + at("post.people.needs", "AUD1 | Bread"), then: nil),
    Graveness(
      "hours-short", "half a day knows no hours of watching", in: "half-day",
      Said.objective + at("post.strategy.networks", Line.network(frequency: "1 per day"))
        + at("plan.resources.hours", "KH | 6 | posts | yes"), then: .warning),
    Graveness(
      "hours-short", "as many as there are posts", in: "half-day",
      Said.objective + at("post.strategy.networks", Line.network(frequency: "1 per day"))
        + at("plan.resources.hours", "KH | 7 | posts | yes"), then: nil),
  ]

  @Test(arguments: severities + conditions + notAsked) func itIsAsGrave(_ row: Graveness) throws {
    let room = try TestSession(run: row.run, hearing: row.lines)
    #expect(room.findings.first { $0.message == row.message }?.severity == row.then)
  }

  @Test("Only what a run asks is looked at", arguments: ["core", "half-day", "full"] as [RunID])
  func onlyWhatIsAsked(_ run: RunID) throws {
    let room = try TestSession(run: run)
    let asked = Set(room.session.agenda.map(\.id))
    #expect(room.findings.filter { !asked.contains($0.question) }.map(\.message) == [])
    #expect(!room.findings.isEmpty)
  }

  @Test func theGravestComesFirst() throws {
    let room = try TestSession(
      run: "full",
      hearing: Said.kpi + at("direction.mission.statement", "On Facebook")
        + at("situation.internal.reputation", "Good | + | here"))
    let severities = room.findings.map(\.severity)
    #expect(severities == severities.sorted())
    #expect(Set(severities) == [.error, .warning, .note])
  }
}
