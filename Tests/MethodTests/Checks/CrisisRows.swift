import Workshop

/// The crisis plan.
extension CheckTests {
  static let crisis: [Raised] = [
    Raised(
      "level-incomplete", "nobody responds", at: "crisis.levels.table",
      Said.people + at("crisis.levels.table", Line.level(responder: "~")), mended: ["/edit LVL1 " + Line.level()]),
    Raised(
      "levels-inconsistent", "yellow is no faster than green", at: "crisis.levels.table",
      Said.level + [Line.level("Yellow")], mended: ["/edit LVL2 " + Line.level("Yellow", within: "1h")]),
    Raised(
      "level-without-deputy", "nobody takes over", at: "crisis.levels.table",
      Said.people + at("crisis.levels.table", Line.level(deputy: "~")), mended: ["/edit LVL1 " + Line.level()]),
    Raised(
      "deputy-is-responder", "the same person", at: "crisis.levels.table",
      Said.people + at("crisis.levels.table", Line.level(deputy: "KH")), mended: ["/edit LVL1 " + Line.level()]),
    Raised(
      "risk-without-statement", "three times five, and a statement for the scenario",
      at: "crisis.response.holding-statement", at("crisis.scenarios.list", "Fire | ~ | 3 | 5"),
      mended: at("crisis.response.holding-statement", "SCN1 | We know | site")),
    Raised(
      "risk-without-statement", "three times five, and a statement for its level",
      at: "crisis.response.holding-statement",
      Said.level + at("crisis.scenarios.list", "Fire | ~ | 3 | 5 | ~ | LVL1")
        + at("crisis.response.holding-statement", "~ | We know | site"),
      mended: ["/edit crisis.response.holding-statement#1 LVL1 | We know | site"]),
    Raised(
      "risk-without-statement", "four times four, made smaller", at: "crisis.response.holding-statement",
      at("crisis.scenarios.list", "Fire | ~ | 4 | 4"), mended: ["/edit SCN1 Fire | ~ | 2 | 4"]),
    Raised(
      "crisis-plan-unknown", "no day", at: "crisis.readiness.briefing",
      mended: at("crisis.readiness.briefing", "01.03.2026")),
    Raised(
      "briefing-late", "46 days away", at: "crisis.readiness.briefing", at("crisis.readiness.briefing", "28.03.2026"),
      mended: ["27.03.2026"]),
    Raised(
      "crisis-plan-not-told", "the second of two", at: "crisis.readiness.known-by",
      Said.people + at("frame.people.functions", "management, sales")
        + at("crisis.readiness.known-by", "The management | mail | KH | 01.03.2026"),
      mended: ["sales | mail | KH | 01.03.2026"]),
    Raised(
      "threats-without-scenario", "two threats got dots", at: "crisis.scenarios.list",
      at("situation.swot.grid", "t Rain; Snow; Hail") + at("situation.swot.vote", "T1 2, T2 1, T3 0")
        + at("crisis.scenarios.list", "Fire | ~ | 1 | 1"),
      mended: ["Flood | ~ | 1 | 1"]),
    Raised(
      "norm-contradiction", "the norm promises more", at: "crisis.levels.table",
      Said.level + at("organise.webcare.norm", "Mail | Mon-Fri | 1d | ~ | shop", "Facebook | Mon-Fri | 2h | ~ | shop"),
      mended: ["/edit LVL1 " + Line.level(within: "2h")]),
    Raised(
      "procedure-slow", "slower than its level", at: "monitor.listening.procedure",
      Said.level + at("monitor.listening.procedure", "press | call | KH | 5h | LVL1"),
      mended: ["/edit monitor.listening.procedure#1 press | call | KH | 4h | LVL1"]),
    Raised(
      "phone-in-public", "the pause", at: "crisis.response.pause",
      at("crisis.response.pause", "Call +47 55 12 34 56 from 10.02.2026"), mended: ["Call Kari from 10.02.2026"]),
    Raised(
      "phone-in-public", "where the plan lies", at: "crisis.readiness.where",
      at("crisis.readiness.where", "In the safe, 551-23456"), mended: ["In the safe, no. 4"]),
    Raised(
      "phone-in-public", "a spokesperson", at: "crisis.response.spokespersons",
      Said.people + at("crisis.response.spokespersons", "Food | KH | MB | 55123456"),
      mended: ["/edit crisis.response.spokespersons#1 Food | KH | MB | see the card"]),
  ]
}
