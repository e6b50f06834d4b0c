import Workshop

/// The spine: goals, objectives, KPIs.
extension CheckTests {
  static let objectives: [Raised] = [
    Raised("goal-missing", "nothing said", at: "frame.goals.organisation", mended: Said.goal),
    Raised(
      "objective-without-goal", "the goal left open", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(goal: "~")),
      mended: ["/edit OBJ1 " + Line.objective()]),
    Raised(
      "goal-without-objective", "no objective names it", at: "frame.goals.organisation",
      Said.audience + at("post.objectives.smart", Line.objective(goal: "~")),
      mended: ["/edit OBJ1 " + Line.objective()]),
    Raised(
      "objective-without-kpi", "the second of two", at: "kpi.select.sheet",
      Said.objectives + at("kpi.select.sheet", Line.kpi()), mended: [Line.kpi(of: "OBJ2")]),
    Raised(
      "objective-without-action", "the second of two", at: "plan.actions.table",
      Said.objectives + at("plan.actions.table", Line.action(kpi: "~")), mended: [Line.action(of: "OBJ2", kpi: "~")]),
    Raised(
      "kpi-without-action", "the action names no KPI", at: "plan.actions.table",
      Said.kpi + at("plan.actions.table", Line.action(kpi: "~")), mended: ["/edit ACT1 " + Line.action()]),
    Raised(
      "objective-not-smart", "no metric", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(metric: "~")),
      mended: ["/edit OBJ1 " + Line.objective()]),
    Raised(
      "target-is-baseline", "an objective", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(from: "20")),
      mended: ["/edit OBJ1 " + Line.objective()]),
    Raised(
      "target-unlikely", "an objective eleven times as high", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(to: "110")),
      mended: ["/edit OBJ1 " + Line.objective(to: "100")]),
    Raised(
      "percent-outside", "an objective", at: "post.objectives.smart",
      Said.audience + at("post.objectives.smart", Line.objective(unit: "%", from: "70", to: "101")),
      mended: ["/edit OBJ1 " + Line.objective(unit: "%", from: "70", to: "100")]),
    Raised(
      "too-many-objectives", "four in half a day", at: "post.objectives.primary", in: "half-day",
      Said.objectives + [Line.objective("More mail"), Line.objective("More trust")], mended: ["/delete OBJ4"]),
    Raised(
      "primary-objective-open", "nobody voted", at: "post.objectives.primary",
      Said.objectives + at("post.objectives.primary"), mended: ["OBJ1 2"]),
  ]

  static let kpis: [Raised] = [
    Raised(
      "target-is-baseline", "a KPI", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi(from: "20")), mended: ["/edit KPI1 " + Line.kpi()]),
    Raised(
      "target-unlikely", "a KPI eleven times as high", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi(to: "110")), mended: ["/edit KPI1 " + Line.kpi(from: "0")]),
    Raised(
      "percent-outside", "a KPI", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi(unit: "%", from: "-1")),
      mended: ["/edit KPI1 " + Line.kpi(unit: "%", from: "0")]),
    Raised(
      "kpi-wrong-way", "a cost that rises", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi("aw.cpm", kind: "cost")),
      mended: ["/edit KPI1 " + Line.kpi("aw.cpm", kind: "cost", from: "20", to: "10")]),
    Raised(
      "kpi-incomplete", "no owner", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi(owner: "~")), mended: ["/edit KPI1 " + Line.kpi()]),
    Raised(
      "kpi-after-objective", "a day later", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi(by: "01.01.2027")), mended: ["/edit KPI1 " + Line.kpi()]),
    Raised(
      "kpi-without-method", "no method", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi(method: "~")), mended: ["/edit KPI1 " + Line.kpi()]),
    Raised(
      "kpi-without-source", "no source", at: "kpi.select.sheet",
      Said.objective + at("kpi.select.sheet", Line.kpi(source: "~")), mended: ["/edit KPI1 " + Line.kpi()]),
    Raised(
      "kpi-off-purpose", "reputation sells nothing", at: "kpi.select.sheet",
      Said.objective + at("direction.mission.purpose", "sell-directly")
        + at("kpi.select.sheet", Line.kpi(kind: "reputation")),
      mended: ["/edit KPI1 " + Line.kpi(kind: "conversion")]),
    Raised(
      "awareness-by-traffic", "traffic alone", at: "kpi.select.sheet",
      Said.kpi + at("direction.mission.purpose", "position-ourselves"),
      mended: at("kpi.select.sheet", Line.kpi(kind: "reach"))),
    Raised(
      "metric-off-purpose", "sentiment sells nothing", at: "monitor.measuring.metrics",
      Said.action + at("direction.mission.purpose", "sell-directly")
        + at("monitor.measuring.metrics", "ACT1 | sentiment | we ask | survey | monthly"),
      mended: ["/edit monitor.measuring.metrics#1 ACT1 | conversions"]),
    Raised(
      "too-many-kpis", "three for one objective", at: "kpi.select.sheet", Said.kpi + [Line.kpi(), Line.kpi()],
      mended: ["/delete KPI3"]),
    Raised(
      "kpi-sheet-long", "nine", at: "kpi.select.sheet", Said.kpi + Array(repeating: Line.kpi(), count: 8),
      mended: ["/delete KPI9"]),
    Raised(
      "kpi-without-correction", "the first KPI of the main objective", at: "kpi.cadence.correction",
      Said.kpi + [Line.kpi()] + at("kpi.cadence.correction", "KPI2 | falls | we stop | KH"),
      mended: ["KPI1 | falls | we stop | KH"]),
  ]
}
