import Workshop

/// Audiences and networks, and who does what.
extension CheckTests {
  static let people: [Raised] = [
    Raised(
      "audience-vague", "everyone", at: "post.people.audiences",
      at("post.people.audiences", Line.audience("Everyone")), mended: ["/edit AUD1 Families"]),
    Raised(
      "audience-without-need", "the second of two", at: "post.people.needs",
      Said.need + at("post.people.audiences", Line.audience("Students")),
      mended: at("post.people.needs", "AUD2 | Something cheap")),
    Raised(
      "audience-without-evidence", "nobody knows", at: "post.people.audiences",
      at("post.people.audiences", Line.audience(evidence: "~")), mended: ["/edit AUD1 " + Line.audience()]),
    Raised(
      "need-unserved", "the second of two", at: "post.match.grid",
      Said.need + ["AUD1 | To be heard"] + at("post.match.grid", "NEED1 x GOAL1: marketing | tells"),
      mended: ["NEED2 x GOAL1: sales | listens"]),
    Raised(
      "person-unknown", "an owner who left", at: "frame.people.participants",
      Said.objective + ["/delete frame.people.participants#1"], mended: ["/undo"]),
    Raised(
      "one-department", "one", at: "frame.people.functions", at("frame.people.functions", "management"),
      mended: ["sales"]),
    Raised(
      "management-missing", "two others", at: "frame.people.functions", at("frame.people.functions", "hr, sales"),
      mended: ["management"]),
    Raised(
      "function-without-petal", "the second of two", at: "organise.flower.petals",
      Said.people + at("frame.people.functions", "management, sales")
        + at("organise.flower.petals", "management | direction | who decides | decide | KH"),
      mended: ["sales | leads | who buys | call | MB"]),
    Raised(
      "colleagues-not-invited", "roles alone", at: "plan.onboard.activities", in: "half-day",
      Said.people + at("plan.onboard.roles", "Shop | the plan | films") + at("plan.onboard.activities"),
      mended: ["training | Shop | 01.03.2026 | KH"]),
    Raised(
      "few-groups", "two", at: "plan.onboard.roles",
      at("plan.onboard.roles", "Shop | the plan | films", "Office | the plan | answers"),
      mended: ["Board | the plan | decides"]),
  ]

  static let networks: [Raised] = [
    Raised(
      "network-without-evidence", "one the audience does not use", at: "post.strategy.networks",
      Said.objective + at("post.strategy.networks", Line.network("tiktok")), mended: ["/edit CH1 facebook"]),
    Raised(
      "network-incomplete", "no frequency", at: "post.strategy.networks",
      Said.objective + at("post.strategy.networks", Line.network(frequency: "~")),
      mended: ["/edit CH1 " + Line.network()]),
    Raised(
      "tool-too-early", "before objectives and networks", at: "post.technology.tools",
      at("post.technology.tools", "publishing | Buffer | posts"), mended: Said.network),
    Raised(
      "tool-without-purpose", "serves nothing", at: "post.technology.tools",
      at("post.technology.tools", "publishing | Buffer | ~"),
      mended: ["/edit post.technology.tools#1 publishing | Buffer | posts"]),
    Raised(
      "pillar-loose", "no need", at: "post.strategy.pillars", Said.pillar + ["/edit PIL1 " + Line.pillar(need: "~")],
      mended: ["/edit PIL1 " + Line.pillar()]),
    Raised(
      "shares-not-whole", "two thirds", at: "post.strategy.pillars",
      Said.pillar + ["/edit PIL1 " + Line.pillar(share: "66")], mended: ["/edit PIL1 " + Line.pillar()]),
    Raised(
      "primary-unreached", "only the secondary one is", at: "post.strategy.networks",
      Said.objective + at("post.people.audiences", Line.audience("Students", priority: "secondary"))
        + at("post.strategy.networks", Line.network(audience: "AUD2")),
      mended: ["/edit CH1 " + Line.network(audience: "AUD1, AUD2")]),
    Raised(
      "primary-objective-unserved", "the winner of the vote", at: "post.strategy.networks",
      Said.objectives + at("post.objectives.primary", "OBJ2 3, OBJ1 1")
        + at("post.strategy.networks", Line.network(objective: "OBJ1")),
      mended: ["/edit CH1 " + Line.network(objective: "OBJ2")]),
    Raised(
      "action-incomplete", "no owner", at: "plan.actions.table",
      Said.kpi + at("plan.actions.table", Line.action(owner: "~")), mended: ["/edit ACT1 " + Line.action()]),
    Raised(
      "slot-unmanned", "nobody makes it", at: "plan.calendar.slots",
      Said.pillar + at("plan.calendar.slots", Line.slot(maker: "~")), mended: ["/edit CAL1 " + Line.slot()]),
    Raised(
      "calendar-off-frequency", "one of four", at: "post.strategy.networks",
      Said.pillar + at("plan.calendar.slots", Line.slot(repeats: "~")), mended: ["/edit CAL1 " + Line.slot()]),
    Raised(
      "channel-silent", "four posts in the first week", at: "post.strategy.networks",
      Said.pillar
        + at(
          "plan.calendar.slots", Line.slot(repeats: "~"), Line.slot(repeats: "~", from: "02.03.2026"),
          Line.slot(repeats: "~", from: "12.03.2026"), Line.slot(repeats: "~", from: "13.03.2026")),
      mended: ["/edit CAL4 " + Line.slot(repeats: "~", from: "14.03.2026")]),
    Raised(
      "channel-silent", "nothing before the third week", at: "post.strategy.networks",
      Said.pillar + at("post.strategy.networks", Line.network("instagram"))
        + at(
          "plan.calendar.slots", Line.slot(), "16.03.2026 | ~ | On the shelf | photo | PIL1 | CH2 | KH | KH"),
      mended: ["/edit CAL2 15.03.2026"]),
    Raised(
      "network-in-mission", "the mission", at: "direction.mission.statement",
      at("direction.mission.statement", "We are on Facebook every day"), mended: ["We are there every day"]),
    Raised(
      "network-in-goal", "a goal", at: "frame.goals.organisation",
      at("frame.goals.organisation", "Grow on TikTok | organisation"), mended: ["/edit GOAL1 Grow"]),
  ]
}
