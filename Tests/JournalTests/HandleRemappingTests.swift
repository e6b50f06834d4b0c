import Testing
import Workshop

@testable import Journal

/// Two laptops went on with copies of one session: neither loses an answer, and each writer's words stay with what it meant.
@Suite struct HandleRemappingTests {
  private static func id(_ number: Int) -> AnswerID { AnswerID(question: "q", series: "OBJ", number: number) }

  private static func entry(
    _ epoch: String, _ number: Int, seen: [String: Int] = [:], _ events: [Event]
  ) -> HandleRemapping.Part {
    HandleRemapping.Part(
      id: EntryID(epoch: epoch, number: number), seen: seen.map { EntryID(epoch: $0.key, number: $0.value) },
      events: events)
  }

  private static func give(_ number: Int, _ text: String, _ reference: String = "") -> Event {
    .answerGiven(Answer(id: id(number), cells: [text, reference]))
  }

  @Test func `what was said apart keeps its meaning`() {
    let parts = [
      HandleRemappingTests.entry("m", 1, [HandleRemappingTests.give(1, "both")]),
      // Two writers who have seen the same.
      HandleRemappingTests.entry("a", 1, seen: ["m": 1], [HandleRemappingTests.give(2, "a", "OBJ1")]),
      HandleRemappingTests.entry("b", 1, seen: ["m": 1], [HandleRemappingTests.give(2, "b", "OBJ1")]),
      HandleRemappingTests.entry("b", 2, [HandleRemappingTests.give(3, "b again", "OBJ2")]),
      HandleRemappingTests.entry(
        "b", 3, [.answerRevised(HandleRemappingTests.id(2), cells: ["b2", ""], speaker: nil)]),
      // One who went on with what b wrote, and one who has seen everything.
      HandleRemappingTests.entry("c", 1, seen: ["m": 1, "b": 3], [.answerDeleted(HandleRemappingTests.id(2))]),
      HandleRemappingTests.entry(
        "d", 1, seen: ["m": 1, "a": 1, "b": 3, "c": 1],
        [
          .answerRevised(HandleRemappingTests.id(2), cells: ["a2", ""], speaker: nil),
          HandleRemappingTests.give(5, "d"),
        ]),
    ]
    let events = HandleRemapping(parts).events
    #expect(events[1] == [HandleRemappingTests.give(2, "a", "OBJ1")])
    #expect(events[2] == [HandleRemappingTests.give(3, "b", "OBJ1")])
    #expect(events[3] == [HandleRemappingTests.give(4, "b again", "OBJ3")])
    #expect(events[4] == [.answerRevised(HandleRemappingTests.id(3), cells: ["b2", ""], speaker: nil)])
    #expect(events[5] == [.answerDeleted(HandleRemappingTests.id(3))])
    #expect(events[6] == parts[6].events)
  }

  @Test func `what was measured apart is all there, and follows its KPI`() {
    func measured(_ value: Int, of kpi: Int, _ number: String) -> Event {
      let day = DayRange(Day(daysSinceEpoch: 20_600))
      return .measures(
        .taken(
          MeasuredValue(
            id: MeasuredValueID(value), kpi: HandleRemappingTests.id(kpi),
            finding: MeasuredFinding(number: number, period: day))))
    }
    let parts = [
      HandleRemappingTests.entry("m", 1, [HandleRemappingTests.give(1, "both")]),
      HandleRemappingTests.entry("a", 1, seen: ["m": 1], [HandleRemappingTests.give(2, "a"), measured(1, of: 2, "4")]),
      HandleRemappingTests.entry("b", 1, seen: ["m": 1], [HandleRemappingTests.give(2, "b"), measured(1, of: 2, "5")]),
      HandleRemappingTests.entry(
        "b", 2,
        [
          .measures(
            .revised(MeasuredValueID(1), MeasuredFinding(number: "6", period: DayRange(Day(daysSinceEpoch: 1))))),
          .measures(.deleted(MeasuredValueID(1))), .measures(.asked(["OBJ2"])),
          .measures(.mapped(ImportMapping(kpi: "OBJ2", table: ["t"], choice: []))),
          .privacy(.valueRedacted(MeasuredValueID(1))),
        ]),
    ]
    let events = HandleRemapping(parts).events
    #expect(events[1] == parts[1].events)
    #expect(events[2].last == measured(2, of: 3, "5"))
    #expect(
      events[3] == [
        .measures(.revised(MeasuredValueID(2), MeasuredFinding(number: "6", period: DayRange(Day(daysSinceEpoch: 1))))),
        .measures(.deleted(MeasuredValueID(2))), .measures(.asked(["OBJ3"])),
        .measures(.mapped(ImportMapping(kpi: "OBJ3", table: ["t"], choice: []))),
        .privacy(.valueRedacted(MeasuredValueID(2))),
      ])
  }

  @Test func `what was noted and voted on apart keeps its meaning`() {
    func park(_ number: Int, _ text: String) -> Event {
      .sideItem(.noted(SideItem(id: SideItemID(.parked, number), text: text)))
    }
    func vote(_ number: Int, after: Int? = nil) -> VoteRound {
      var round = VoteRound(number: number, question: "q", items: ["OBJ1", "OBJ2"], way: .hands, heads: 2, chosen: 1)
      round.follows = after
      return round
    }
    let parts = [
      HandleRemappingTests.entry("m", 1, [HandleRemappingTests.give(1, "both"), park(1, "both")]),
      HandleRemappingTests.entry(
        "a", 1, seen: ["m": 1], [HandleRemappingTests.give(2, "a"), park(2, "a's"), .vote(.opened(vote(1)))]),
      HandleRemappingTests.entry(
        "b", 1, seen: ["m": 1], [HandleRemappingTests.give(2, "b"), park(2, "b's"), .vote(.opened(vote(1)))]),
      HandleRemappingTests.entry(
        "b", 2,
        [
          .sideItem(.revised(SideItemID(.parked, 2), text: "b's own", owner: nil, due: nil)),
          .sideItem(.closed(SideItemID(.parked, 1), outcome: "done")),
          .sideItem(.deleted(SideItemID(.parked, 2))),
          .privacy(.sideItemRedacted(SideItemID(.parked, 2))),
        ]),
      HandleRemappingTests.entry(
        "b", 3,
        [
          .vote(.cast(1, .item("OBJ2", [2]))), .vote(.cast(1, .head(by: "KH", [1, 0]))),
          .vote(.closed(1)), .vote(.opened(vote(2, after: 1))), .vote(.cancelled(2)),
          .findingAccepted(Finding.Key(message: "m", subject: "OBJ2"), Finding.Acceptance(person: nil, reason: "r")),
        ]),
    ]
    let remapping = HandleRemapping(parts)
    let events = remapping.events
    #expect(events[1] == parts[1].events)
    var first = vote(2)
    first.items = ["OBJ1", "OBJ3"]
    #expect(events[2] == [HandleRemappingTests.give(3, "b"), park(3, "b's"), .vote(.opened(first))])
    #expect(
      events[3] == [
        .sideItem(.revised(SideItemID(.parked, 3), text: "b's own", owner: nil, due: nil)),
        .sideItem(.closed(SideItemID(.parked, 1), outcome: "done")),
        .sideItem(.deleted(SideItemID(.parked, 3))),
        .privacy(.sideItemRedacted(SideItemID(.parked, 3))),
      ])
    var second = vote(3, after: 2)
    second.items = ["OBJ1", "OBJ3"]
    #expect(
      events[4] == [
        .vote(.cast(2, .item("OBJ3", [2]))), .vote(.cast(2, .head(by: "KH", [1, 0]))),
        .vote(.closed(2)), .vote(.opened(second)), .vote(.cancelled(3)),
        .findingAccepted(Finding.Key(message: "m", subject: "OBJ3"), Finding.Acceptance(person: nil, reason: "r")),
      ])
    #expect(remapping.renamed.map { "\($0.was) \($0.now)" } == ["OBJ2 OBJ3", "PARK2 PARK3"])
  }

  @Test func `what one writer after another said stays as it is`() {
    var parts: [HandleRemapping.Part] = []
    var seen: [String: Int] = [:]
    for epoch in 1...4 {
      for number in 1...3 {
        let event = HandleRemappingTests.give(epoch * 3 + number, "x", "OBJ\(number)")
        parts.append(HandleRemappingTests.entry("e\(epoch)", number, seen: number == 1 ? seen : [:], [event]))
      }
      seen["e\(epoch)"] = 3
    }
    #expect(HandleRemapping(parts).events == parts.map(\.events))
  }
}
