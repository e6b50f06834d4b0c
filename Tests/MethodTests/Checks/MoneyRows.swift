import Workshop

/// Money and hours.
extension CheckTests {
  static let money: [Raised] = [
    Raised(
      "hours-not-agreed", "the manager said no", at: "plan.resources.hours",
      Said.people + at("plan.resources.hours", "KH | 4 | posts | no"),
      mended: ["/edit plan.resources.hours#1 KH | 4 | posts | yes"]),
    Raised(
      "hours-short", "a post a day", at: "plan.resources.hours",
      Said.objective + at("post.strategy.networks", Line.network(frequency: "1 per day"))
        + at("monitor.listening.resources", "2") + at("organise.webcare.norm", "Facebook | Mon-Wed | 4h | ~ | shop")
        + at("plan.resources.hours", "KH | 10 | posts | yes"),
      mended: ["/edit plan.resources.hours#1 KH | 10.5 | posts | yes"]),
    Raised(
      "budget-off", "more than was approved", at: "plan.resources.budget",
      at("plan.resources.total", "1000") + at("plan.resources.budget", Line.budget("1001")),
      mended: ["/edit BUD1 " + Line.budget("1000")]),
    Raised(
      "budget-unused", "less than seven tenths", at: "plan.resources.budget",
      at("plan.resources.total", "1000") + at("plan.resources.budget", Line.budget("699")),
      mended: ["/edit BUD1 " + Line.budget("700")]),
    Raised(
      "costs-off-budget", "a tenth and more apart", at: "plan.actions.table",
      Said.action + at("plan.resources.budget", Line.budget("1000")) + ["/edit ACT1 " + Line.action(cost: "899")],
      mended: ["/edit ACT1 " + Line.action(cost: "900")]),
    Raised(
      "campaigns-over-ads", "more than the lines for advertising", at: "plan.sales.campaigns",
      Said.objective + at("plan.resources.budget", Line.budget("400"), Line.budget("400", category: "tools"))
        + at("plan.sales.campaigns", Line.campaign()),
      mended: ["/edit CMP1 " + Line.campaign(budget: "400")]),
    Raised(
      "campaigns-over-ads", "no line for advertising", at: "plan.sales.campaigns",
      Said.objective + at("plan.resources.budget", Line.budget("900", category: "tools"))
        + at("plan.sales.campaigns", Line.campaign()),
      mended: at("plan.resources.budget", Line.budget("500"))),
    Raised(
      "campaigns-unbudgeted", "more than the whole budget", at: "plan.sales.campaigns",
      Said.objective + at("plan.resources.budget", Line.budget("400"))
        + at("plan.sales.campaigns", Line.campaign()),
      mended: at("plan.resources.budget", Line.budget("100", category: "tools"))),
    Raised(
      "campaigns-clash", "one audience at a time", at: "plan.sales.campaigns",
      Said.objective
        + at("plan.sales.campaigns", Line.campaign(), Line.campaign("May", from: "31.03.2026", to: "31.05.2026")),
      mended: ["/edit CMP2 " + Line.campaign("May", from: "01.04.2026", to: "31.05.2026")]),
    Raised(
      "campaigns-clash", "two audiences do not meet", at: "plan.sales.campaigns",
      Said.objective + at("post.people.audiences", Line.audience("Students"))
        + at("plan.sales.campaigns", Line.campaign(), Line.campaign("May")),
      mended: ["/edit CMP2 " + Line.campaign("May", audience: "AUD2")]),
    Raised(
      "value-unclear", "neither money nor anything else", at: "kpi.value.cost-yield",
      Said.objective + at("kpi.value.cost-yield", "OBJ1 | 1000 | ~ | ~ | a guess"),
      mended: ["/edit kpi.value.cost-yield#1 OBJ1 | 1000 | ~ | trust | a guess"]),
    Raised(
      "cost-off-budget", "its lines add up to half", at: "kpi.value.cost-yield",
      Said.objective + at("plan.resources.budget", Line.budget("500", objective: "OBJ1"))
        + at("kpi.value.cost-yield", "OBJ1 | 1000 | 2000 | ~ | a guess"),
      mended: at("plan.resources.budget", Line.budget("500", objective: "OBJ1"))),
    Raised(
      "yield-below-cost", "a loss", at: "kpi.value.cost-yield",
      Said.objective + at("kpi.value.cost-yield", "OBJ1 | 1000 | 999 | ~ | a guess"),
      mended: ["/edit kpi.value.cost-yield#1 OBJ1 | 1000 | 1000"]),
  ]
}
