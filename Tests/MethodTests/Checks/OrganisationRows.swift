import Workshop

/// The situation, the organisation, the iterations, watching.
extension CheckTests {
  static let organisation: [Raised] = [
    Raised(
      "swot-lopsided", "one of four", at: "situation.swot.grid", at("situation.swot.grid", "s Good bread"),
      mended: ["w Slow", "o Tourists", "t Rain"]),
    Raised(
      "swot-said-twice", "good and bad", at: "situation.swot.grid", at("situation.swot.grid", "s Bread", "w bread"),
      mended: ["/edit W1 Slow"]),
    Raised(
      "swot-outside-inside", "a competitor inside", at: "situation.swot.grid",
      at("situation.swot.grid", "w Our competitor is near"), mended: ["/edit W1 We are slow"]),
    Raised(
      "strategy-unused", "no action", at: "plan.actions.table",
      Said.action + at("situation.swot.grid", "s Bread", "o Tourists")
        + at("situation.tows.strategies", "SO | S1, O1 | Bread for tourists"),
      mended: ["/edit ACT1 " + Line.action(strategy: "SO1")]),
    Raised(
      "only-praise", "nothing but plus", at: "situation.internal.reputation",
      at("situation.internal.reputation", "Lovely | + | Google"), mended: ["Slow | - | Google"]),
    Raised(
      "account-unsafe", "nobody knows", at: "situation.internal.accounts",
      at("situation.internal.accounts", "pinterest | old | ~ | ~ | unknown"),
      mended: ["/edit situation.internal.accounts#1 pinterest | old | ~ | ~ | KH"]),
    Raised(
      "account-one-admin", "one", at: "organise.smm.accounts",
      Said.people + at("organise.smm.accounts", "Facebook | KH | KH | yes"),
      mended: ["/edit organise.smm.accounts#1 Facebook | KH | KH, MB"]),
    Raised(
      "account-without-two-factor", "no", at: "organise.smm.accounts",
      Said.people + at("organise.smm.accounts", "Facebook | KH | KH, MB | no"),
      mended: ["/edit organise.smm.accounts#1 Facebook | KH | KH, MB | yes"]),
    Raised(
      "only-sending", "no norm", at: "organise.webcare.norm", in: "half-day",
      mended: at("organise.webcare.norm", "Facebook | Mon-Fri | 4h | ~ | shop")),
    Raised(
      "service-without-kpi", "none of service", at: "kpi.select.sheet",
      Said.kpi + at("direction.mission.purpose", "serve-customers"),
      mended: ["/edit KPI1 " + Line.kpi(kind: "service")]),
    Raised(
      "personal-data-unprotected", "no legal basis", at: "organise.scrm.data",
      at("organise.scrm.data", "Leads | forms | CRM | calls | ~ | a year"),
      mended: ["/edit organise.scrm.data#1 Leads | forms | CRM | calls | consent"]),
    Raised(
      "internal-undecided", "nothing said", at: "organise.internal.relevance",
      mended: at("organise.internal.relevance", "later")),
    Raised(
      "honeycomb-imposed", "nothing from below", at: "organise.internal.bottom-up",
      at("organise.internal.honeycomb", "conversation: 2 | 4") + at("organise.internal.bottom-up"),
      mended: ["An open chat"]),
    Raised(
      "honeycomb-imposed", "mandatory", at: "organise.internal.bottom-up",
      at("organise.internal.bottom-up", "Mandatory posts"), mended: ["/edit 1 Whoever likes to posts"]),
    Raised(
      "policy-empty", "no rules", at: "organise.policy.rules",
      at("organise.policy.needed", "yes-new") + at("organise.policy.rules"),
      mended: ["at-work: post | ask | lie"]),
    Raised(
      "policy-empty", "no guidelines", at: "organise.policy.guidelines",
      at("organise.policy.needed", "yes-new") + at("organise.policy.guidelines"), mended: ["Be kind"]),
    Raised(
      "policy-empty", "nowhere to be read", at: "organise.policy.publish",
      Said.people + at("organise.policy.needed", "yes-new") + at("organise.policy.publish"),
      mended: ["Policy | KH | intranet | 01.04.2026"]),
    Raised(
      "review-too-slow", "once a year", at: "organise.change.processes",
      Said.people + at("organise.change.processes", "Plan | a year | a year | begin | KH"),
      mended: ["/edit organise.change.processes#1 Plan | a year | a month"]),
    Raised(
      "nobody-watches", "nobody", at: "monitor.listening.who", at("monitor.listening.who"),
      mended: Said.people + ["KH | mornings | all"]),
    Raised(
      "evenings-unwatched", "mornings alone", at: "monitor.listening.who",
      Said.people + at("monitor.listening.importance", "4") + at("monitor.listening.who", "KH | mornings | all"),
      mended: ["MB | evenings | all"]),
    Raised(
      "watching-hours-off", "important without hours", at: "monitor.listening.resources",
      at("monitor.listening.importance", "4") + at("monitor.listening.resources", "1"), mended: ["2"]),
    Raised(
      "watching-hours-off", "hours without importance", at: "monitor.listening.resources",
      at("monitor.listening.importance", "2") + at("monitor.listening.resources", "11"), mended: ["10"]),
    Raised(
      "iteration-plan-off", "the first looks at one thing", at: "frame.iterations.plan",
      Said.people + at("frame.iterations.plan", Line.iteration("focus")), mended: ["/edit IT1 foundation"]),
    Raised(
      "last-iteration-open", "the last of three", at: "frame.iterations.plan",
      Said.people
        + at("frame.iterations.plan", Line.iteration(), Line.iteration("focus"), Line.iteration("focus")),
      mended: ["/edit IT3 cooperation"]),
    Raised(
      "iterations-overlap", "the same month", at: "frame.iterations.plan",
      Said.people + at("frame.iterations.plan", Line.iteration(), Line.iteration("focus")),
      mended: ["/edit IT2 " + Line.iteration("focus", from: "01.04.2026", to: "30.04.2026")]),
    Raised(
      "iteration-count-off", "six for one department", at: "frame.iterations.count",
      at("frame.people.functions", "sales") + at("frame.iterations.count", "6"), mended: ["5"]),
    Raised(
      "iterations-not-planned", "two, one of them planned", at: "frame.iterations.count",
      Said.people + at("frame.iterations.plan", Line.iteration()) + at("frame.iterations.count", "2"),
      mended: ["1"]),
    Raised(
      "work-item-open", "not agreed", at: "frame.iterations.refine",
      Said.people + at("frame.iterations.plan", Line.iteration())
        + at("frame.iterations.refine", "IT1 | Plan | written | KH | 01.04.2026 | no"),
      mended: ["/edit frame.iterations.refine#1 IT1 | Plan | written | KH | 01.04.2026 | yes"]),
    Raised(
      "work-item-without-result", "no result at all", at: "report.iteration.results",
      Said.people + at("frame.iterations.plan", Line.iteration())
        + at("frame.iterations.refine", "IT1 | Plan | written | KH | 01.04.2026 | yes")
        + at("report.iteration.results") + at("report.iteration.learnings"),
      mended: at("report.iteration.results", "The plan is there")),
  ]
}
