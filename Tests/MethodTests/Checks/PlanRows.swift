import Workshop

/// Actions, sales, pilots; days; and what is looked for everywhere.
extension CheckTests {
  static let plan: [Raised] = [
    Raised(
      "sales-mode-contradiction", "we sell, and it is not what we are for", at: "plan.sales.mode",
      at("direction.mission.purpose", "recruit") + at("plan.sales.mode", "sell-on-social"), mended: ["both"]),
    Raised(
      "sales-mode-contradiction", "we are there to sell, and do not", at: "plan.sales.mode",
      at("direction.mission.purpose", "sell-directly") + at("plan.sales.mode", "not-applicable"), mended: ["both"]),
    Raised(
      "action-misplanned", "a day after its objective", at: "plan.actions.table",
      Said.action + ["/edit ACT1 " + Line.action(to: "01.01.2027")],
      mended: ["/edit ACT1 " + Line.action(to: "31.12.2026")]),
    Raised(
      "action-already-begun", "the day before", at: "plan.actions.table",
      Said.action + ["/edit ACT1 " + Line.action(from: "09.02.2026")],
      mended: ["/edit ACT1 " + Line.action(from: "10.02.2026")]),
    Raised(
      "owner-overloaded", "six open ones", at: "plan.actions.table",
      Said.action + Array(repeating: Line.action(), count: 5), mended: ["/edit ACT6 " + Line.action(status: "done")]),
    Raised(
      "pilot-open-ended", "no success", at: "plan.pilot.tests",
      Said.action + at("plan.pilot.tests", Line.pilot(success: "~")), mended: ["/edit PLT1 " + Line.pilot()]),
    Raised(
      "pilot-without-number", "many", at: "plan.pilot.tests",
      Said.action + at("plan.pilot.tests", Line.pilot(success: "many a day")), mended: ["/edit PLT1 " + Line.pilot()]),
    Raised(
      "pilot-without-result", "it is over", at: "plan.pilot.results",
      Said.action + at("plan.pilot.tests", Line.pilot(from: "01.01.2026", to: "09.02.2026"))
        + at("plan.pilot.results") + at("monitor.evaluate.well"),
      mended: at("plan.pilot.results", "PLT1 | 16 a day | It works | scale")),
  ]

  static let dates: [Raised] = [
    Raised(
      "date-off", "an objective", at: "post.objectives.smart",
      Said.objective + ["/edit OBJ1 " + Line.objective(by: "09.02.2026")],
      mended: ["/edit OBJ1 " + Line.objective(by: "10.02.2026")]),
    Raised(
      "date-off", "a KPI", at: "kpi.select.sheet", Said.kpi + ["/edit KPI1 " + Line.kpi(by: "09.02.2026")],
      mended: ["/edit KPI1 " + Line.kpi(by: "10.02.2026")]),
    Raised(
      "date-off", "an action", at: "plan.actions.table",
      Said.action + ["/edit ACT1 " + Line.action(from: "01.02.2026", to: "09.02.2026")],
      mended: ["/edit ACT1 " + Line.action(from: "01.02.2026", to: "10.02.2026")]),
    Raised(
      "date-off", "the next session", at: "report.close.next-session", at("report.close.next-session", "09.02.2026"),
      mended: ["10.02.2026"]),
    Raised(
      "date-off", "the briefing", at: "crisis.readiness.briefing", at("crisis.readiness.briefing", "09.02.2026"),
      mended: ["10.02.2026"]),
    Raised(
      "end-before-start", "an action", at: "plan.actions.table",
      Said.action + ["/edit ACT1 " + Line.action(to: "28.02.2026")],
      mended: ["/edit ACT1 " + Line.action(to: "01.03.2026")]),
    Raised(
      "end-before-start", "a pilot", at: "plan.pilot.tests",
      Said.action + at("plan.pilot.tests", Line.pilot(to: "28.02.2026")),
      mended: ["/edit PLT1 " + Line.pilot(to: "01.03.2026")]),
    Raised(
      "end-before-start", "a campaign", at: "plan.sales.campaigns",
      Said.objective + at("plan.sales.campaigns", Line.campaign(to: "28.02.2026")),
      mended: ["/edit CMP1 " + Line.campaign(to: "01.03.2026")]),
    Raised(
      "end-before-start", "a contest", at: "plan.growth.contests",
      Said.objective + at("plan.growth.contests", "Buns | OBJ1 | 01.03.2026 | 28.02.2026 | KH | yes"),
      mended: ["/edit plan.growth.contests#1 Buns | OBJ1 | 01.03.2026 | 01.03.2026"]),
    Raised(
      "end-before-start", "an iteration", at: "frame.iterations.plan",
      Said.people + at("frame.iterations.plan", Line.iteration(to: "28.02.2026")),
      mended: ["/edit IT1 " + Line.iteration(to: "01.03.2026")]),
    Raised(
      "deadline-far", "more than two years", at: "post.objectives.smart",
      Said.objective + ["/edit OBJ1 " + Line.objective(by: "12.02.2028")],
      mended: ["/edit OBJ1 " + Line.objective(by: "10.02.2028")]),
    Raised(
      "first-review-late", "46 days away", at: "kpi.cadence.dates",
      Said.people + at("kpi.cadence.dates", "28.04.2026 | KH | all | KH", "28.03.2026 | KH | all | KH"),
      mended: ["27.03.2026 | KH | all | KH"]),
  ]

  static let whole: [Raised] = [
    Raised(
      "question-unanswered", "a required one", at: "situation.internal.who-we-are",
      mended: at("situation.internal.who-we-are", "A bakery")),
    Raised(
      "used-nowhere", "an audience", at: "post.people.audiences",
      Said.objective + at("post.people.audiences", Line.audience("Students")),
      mended: at("post.objectives.smart", Line.objective(audience: "AUD2"))),
    Raised(
      "used-nowhere", "a need", at: "post.people.needs",
      Said.pillar + at("post.people.needs", "AUD1 | To be heard"),
      mended: at("post.match.grid", "NEED2 x GOAL1: sales | listens")),
    Raised(
      "used-nowhere", "a pillar", at: "post.strategy.pillars",
      Said.pillar + [Line.pillar()] + at("plan.calendar.slots", Line.slot()), mended: ["/delete PIL2"]),
    Raised(
      "used-nowhere", "a KPI", at: "kpi.select.sheet", Said.action + at("kpi.select.sheet", Line.kpi()),
      mended: at("plan.actions.table", Line.action(kpi: "KPI2"))),
    Raised(
      "vote-thin", "two share the last place", at: "post.objectives.primary",
      Said.objectives + at("post.objectives.primary", "OBJ1 2, OBJ2 2"), mended: ["OBJ1 3"]),
    Raised(
      "turnout-low", "one of two", at: "post.objectives.primary",
      Said.objectives + at("post.objectives.primary", "OBJ1 1"), mended: ["OBJ1 2"]),
    Raised(
      "turnout-low", "who is not in the room has no vote", at: "post.objectives.primary",
      Said.objectives + at("post.objectives.primary", "OBJ1 1"),
      mended: ["/edit frame.people.participants#2 MB | Mia Berg | editor | communication | does | no"]),
    Raised(
      "placeholder-left", "to be done", at: "situation.internal.who-we-are", at("situation.internal.who-we-are", "TBD"),
      mended: ["A bakery"]),
    Raised(
      "document-long", "800 lines, and only the long form", at: "report.form.document",
      at("situation.conclusion.starting-points", (1...800).map { "a\($0) 1" }.joined(separator: ", "))
        + at("report.form.document", "detailed"), mended: ["both"]),
  ]
}
