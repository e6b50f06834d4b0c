import Testing
import Workshop

/// What holds of events: what hides, what a script leaves out, what is a move.
@Suite struct EventTraitsTests {
  static let rows: [(event: Event, traits: EventTraits)] = [
    (.titleGiven("Still"), [.isSilent, .isMerged]),
    (.questionEntered("q"), [.isMove, .isMerged]), (.endReached, [.isMove, .isMerged]),
    (.sessionClosed, [.isMove, .isMerged]),
    (.answerGiven(Answer(id: AnswerID(question: "q", number: 1), cells: ["Kite"])), .isMerged),
    (.findingAccepted(Finding.Key(message: "m", subject: "q"), Finding.Acceptance(person: nil, reason: "")), []),
    (.sideItem(.noted(SideItem(id: SideItemID(.parked, 1), text: "Snow"))), []),
    (.sideItem(.noted(SideItem(id: SideItemID(.note, 1), text: "Snow"))), .isPrivate),
    (.sideItem(.closed(SideItemID(.note, 1), outcome: "")), .isPrivate),
    (.sideItem(.deleted(SideItemID(.task, 1))), []),
    (.measures(.deleted(MeasuredValueID(1))), []), (.measures(.asked(["KPI1"])), .isMerged),
    (.measures(.mapped(ImportMapping(kpi: "KPI1", table: [], choice: []))), .isMerged),
    (.privacy(.valueRedacted(MeasuredValueID(1))), .hides),
    (.vote(.closed(1)), []), (.groups(.formed([])), []), (.iteration(.confirmed(["OBJ1"])), []),
    (.time(.resumed), [.isResumption, .isSilent, .isMerged]), (.time(.breakEnded), [.bringsBack, .isMerged]),
    (.time(.bell(true)), .isMerged),
    (.people(.speakerChosen(nil)), .isMerged), (.people(.facilitatorChosen(nil)), []),
    (.screen(.blanked(false)), [.bringsBack, .isMerged]), (.screen(.blanked(true)), .isMerged),
    (.screen(.shared(true)), .isMerged),
    (.privacy(.wentOffRecord), .isPrivate), (.privacy(.cameOnRecord(minutes: 1)), .isPrivate),
    (.privacy(.answerRedacted(AnswerID(question: "q", number: 1))), [.hides, .isMerged]),
    (.privacy(.pseudonymGiven(AnswerID(question: "q", number: 1), name: "P1")), [.hides, .isMerged]),
    (.privacy(.sideItemRedacted(SideItemID(.parked, 1))), .hides),
    (.privacy(.sideItemRedacted(SideItemID(.note, 1))), [.hides, .isPrivate]),
  ]

  @Test(arguments: rows) func theyHold(_ row: (event: Event, traits: EventTraits)) {
    #expect(row.event.traits == row.traits)
    #expect(row.event.has(row.traits))
  }
}
