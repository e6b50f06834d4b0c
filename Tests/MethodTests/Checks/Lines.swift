/// Lines as they are typed in the built-in method: rows that are whole, so that a test says only what matters to it.
enum Line {
  static func objective(
    _ name: String = "More visits", goal: String = "GOAL1", audience: String = "AUD1", metric: String = "visits",
    unit: String = "number", from: String = "10", to: String = "20", by: String = "31.12.2026", owner: String = "KH"
  ) -> String {
    [name, goal, audience, metric, unit, from, to, by, owner].joined(separator: " | ")
  }

  static func kpi(
    _ name: String = "Visits", of objective: String = "OBJ1", kind: String = "traffic", unit: String = "number",
    from: String = "10", to: String = "20", by: String = "31.12.2026", method: String = "count",
    source: String = "till",
    owner: String = "KH"
  ) -> String {
    [objective, name, kind, unit, from, "~", to, by, method, source, "weekly", owner].joined(separator: " | ")
  }

  static func audience(
    _ name: String = "Families", networks: String = "facebook", evidence: String = "survey",
    priority: String = "primary"
  ) -> String {
    [name, "30-55", networks, evidence, priority].joined(separator: " | ")
  }

  static func network(
    _ name: String = "facebook", audience: String = "AUD1", objective: String = "OBJ1", frequency: String = "1 per week"
  ) -> String {
    [name, audience, objective, "they are there", frequency, "English", "KH"].joined(separator: " | ")
  }

  static func pillar(need: String = "NEED1", share: String = "100") -> String {
    ["On the shelf", need, "OBJ1", share].joined(separator: " | ")
  }

  static func action(
    _ name: String = "Film", of objective: String = "OBJ1", kpi: String = "KPI1", strategy: String = "~",
    owner: String = "KH", from: String = "01.03.2026", to: String = "01.04.2026", cost: String = "~",
    status: String = "planned"
  ) -> String {
    [name, objective, kpi, strategy, owner, from, to, "~", cost, "~", status].joined(separator: " | ")
  }

  static func slot(repeats: String = "weekly", maker: String = "KH", from: String = "01.03.2026") -> String {
    [from, repeats, "On the shelf", "photo", "PIL1", "CH1", maker, "KH"].joined(separator: " | ")
  }

  static func campaign(
    _ name: String = "Spring", audience: String = "AUD1", from: String = "01.03.2026", to: String = "31.03.2026",
    budget: String = "500"
  ) -> String {
    [name, "OBJ1", audience, "~", from, to, budget, "KH"].joined(separator: " | ")
  }

  static func pilot(
    from: String = "01.03.2026", to: String = "01.04.2026", success: String = "15 a day"
  ) -> String {
    ["ACT1", "It works", from, to, "codes", success, "KH"].joined(separator: " | ")
  }

  static func level(
    _ name: String = "Green", responder: String = "KH", deputy: String = "MB", within: String = "4h"
  ) -> String {
    [name, "a complaint", responder, deputy, "KH", within].joined(separator: " | ")
  }

  static func iteration(
    _ type: String = "foundation", from: String = "01.03.2026", to: String = "31.03.2026"
  ) -> String {
    [type, "Sales", from, to, "KH", "a plan"].joined(separator: " | ")
  }

  static func budget(_ amount: String, category: String = "ads", objective: String = "~") -> String {
    ["Line", category, amount, "2026", objective].joined(separator: " | ")
  }
}

/// What the room has said before a test begins, each part with what it builds on.
enum Said {
  static let people = [
    "/people add KH | Kari Hauge | manager | marketing", "/people add MB | Mia Berg | editor | communication",
  ]
  static let goal = people + at("frame.goals.organisation", "Grow | organisation")
  static let audience = goal + at("post.people.audiences", Line.audience())
  static let need = audience + at("post.people.needs", "AUD1 | To know what is left")
  static let objective = audience + at("post.objectives.smart", Line.objective())
  static let objectives = objective + [Line.objective("More calls")]
  static let kpi = objective + at("kpi.select.sheet", Line.kpi())
  static let action = kpi + at("plan.actions.table", Line.action())
  static let network = objective + at("post.strategy.networks", Line.network())
  static let pillar =
    network + at("post.people.needs", "AUD1 | To know what is left") + at("post.strategy.pillars", Line.pillar())
  static let level = people + at("crisis.levels.table", Line.level())
}

/// Lines under a question.
func at(_ question: String, _ lines: String...) -> [String] {
  ["/goto \(question)"] + lines
}
