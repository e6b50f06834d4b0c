import Testing
import Text
import Workshop

@testable import Journal

/// What happens beside the answers, as it is stored. The names are promises to every file that exists.
@Suite struct TopicEventTests {
  /// An event and its line.
  struct Row: Sendable, CustomTestStringConvertible {
    var event: Event
    var stored: String
    var testDescription: String { stored }

    init(_ event: Event, _ stored: String) { (self.event, self.stored) = (event, stored) }
  }

  static let rows: [Row] = sideItems + people + votes + times + iterations

  private static let iterations = [
    Row(
      .iteration(
        .begun(
          2, Iteration(kind: "focus", focus: "Webcare", aim: "Answer", begins: Day(iso: "2026-09-01"), plan: "IT2"))
      ),
      #"{"type":"iteration-begun","number":2,"kind":"focus","focus":"Webcare","aim":"Answer","day":"2026-09-01","plan":"IT2"}"#
    ),
    Row(
      .iteration(.begun(3, Iteration(kind: "cooperation"))),
      #"{"type":"iteration-begun","number":3,"kind":"cooperation","focus":"","aim":""}"#),
    Row(
      .iteration(.closed(2, on: Day(daysSinceEpoch: 20_494))),
      #"{"type":"iteration-closed","number":2,"day":"2026-02-10"}"#),
    Row(.iteration(.confirmed(["OBJ1", "q#2"])), #"{"type":"answers-confirmed","items":["OBJ1","q#2"]}"#),
    Row(
      .iteration(.workItemDone("q#2", outcome: "Agreed")),
      #"{"type":"work-item-done","item":"q#2","outcome":"Agreed"}"#),
  ]

  private static let people = [
    Row(.people(.facilitatorChosen("KH")), #"{"type":"facilitator-chosen","by":"KH"}"#),
    Row(.people(.facilitatorChosen(nil)), #"{"type":"facilitator-chosen"}"#),
  ]

  private static let times = [
    Row(
      .people(.checkedIn(CheckIn(.checkIn, speaker: "KH", word: "spent"))),
      #"{"type":"mood-said","kind":"check-in","words":"spent","by":"KH"}"#),
    Row(
      .people(.checkedIn(CheckIn(.checkOut, speaker: nil, word: "4"))),
      #"{"type":"mood-said","kind":"check-out","words":"4"}"#),
    Row(.time(.set("q", minutes: 10)), #"{"type":"timebox-set","question":"q","minutes":10}"#),
    Row(.time(.extended("q", minutes: -5)), #"{"type":"timebox-extended","question":"q","minutes":-5}"#),
    Row(.time(.stopped("q")), #"{"type":"timebox-stopped","question":"q"}"#),
    Row(
      .time(.spread(["q", "p"], seconds: [60, 90])),
      #"{"type":"plan-spread","questions":["q","p"],"seconds":[60,90]}"#),
    Row(.time(.bell(true)), #"{"type":"bell-chosen","bell":"on"}"#),
    Row(.time(.bell(false)), #"{"type":"bell-chosen","bell":"off"}"#),
    Row(.time(.breakBegun(minutes: 15)), #"{"type":"break-begun","minutes":15}"#),
    Row(
      .groups(.formed([["KH", "OL"], ["MB", "JB", "SL"]])), #"{"type":"groups-made","groups":["KH, OL","MB, JB, SL"]}"#),
    Row(.groups(.answersJoined("q#7", into: "OBJ1")), #"{"type":"answers-joined","item":"q#7","into":"OBJ1"}"#),
    Row(.screen(.blanked(true)), #"{"type":"screen-blanked","screen":"covered"}"#),
    Row(.screen(.blanked(false)), #"{"type":"screen-blanked","screen":"shown"}"#),
    Row(.screen(.shared(true)), #"{"type":"screen-shared","screen":"shared"}"#),
    Row(.screen(.shared(false)), #"{"type":"screen-shared","screen":"own"}"#),
    Row(.time(.breakEnded), #"{"type":"break-ended"}"#), Row(.time(.resumed), #"{"type":"session-resumed"}"#),
  ]

  private static var round: VoteRound {
    var round = VoteRound(
      number: 2, question: "q", items: ["OBJ1", "q#2"], way: .dots, dots: 3, heads: 8, chosen: 1)
    round.mostOnOne = 2
    round.isHeadByHead = true
    round.follows = 1
    return round
  }

  private static let votes =
    [
      Row(
        .vote(.opened(round)),
        #"{"type":"vote-opened","number":2,"question":"q","items":["OBJ1","q#2"],"way":"dots","dots":3,"heads":8,"chosen":1,"most":2,"entry":"heads","follows":1}"#
      ),
      Row(
        .vote(.cast(2, .item("OBJ1", [5, 4]))), #"{"type":"votes-cast","number":2,"item":"OBJ1","marks":[5,4]}"#),
      Row(.vote(.cast(2, .head(by: "KH", [0, 3]))), #"{"type":"votes-cast","number":2,"by":"KH","marks":[0,3]}"#),
      Row(.vote(.cast(2, .head(by: nil, []))), #"{"type":"votes-cast","number":2,"marks":[]}"#),
      Row(.vote(.closed(2)), #"{"type":"vote-closed","number":2}"#),
      Row(.vote(.cancelled(2)), #"{"type":"vote-cancelled","number":2}"#),
    ]
    + [(VoteRound.Way.hands, "hands"), (.fist, "fist"), (.scale, "scale"), (.ranking, "ranking")].map { way, name in
      Row(
        .vote(.opened(VoteRound(number: 1, question: "q", items: [], way: way, heads: 1, chosen: 1))),
        #"{"type":"vote-opened","number":1,"question":"q","items":[],"way":"\#(name)","heads":1,"chosen":1}"#)
    }

  private static let sideItems = [
    Row(
      .sideItem(
        .noted(
          SideItem(
            id: SideItemID(.task, 2), text: "Ring trykkeriet", owner: "KH", due: Day(iso: "2026-03-01"), speaker: "OL",
            question: "post.people.needs"))),
      #"{"type":"aside-noted","kind":"task","number":2,"words":"Ring trykkeriet","owner":"KH","due":"2026-03-01","question":"post.people.needs","by":"OL"}"#
    ),
    Row(
      .sideItem(.noted(SideItem(id: SideItemID(.note, 1), text: "Trøtt rom"))),
      #"{"type":"aside-noted","kind":"note","number":1,"words":"Trøtt rom"}"#),
    Row(
      .sideItem(.revised(SideItemID(.parked, 1), text: "Annet", owner: nil, due: nil)),
      #"{"type":"aside-revised","kind":"parked","number":1,"words":"Annet"}"#),
    Row(
      .sideItem(.closed(SideItemID(.decision, 3), outcome: "")),
      #"{"type":"aside-closed","kind":"decision","number":3,"outcome":""}"#),
    Row(
      .measures(
        .taken(
          MeasuredValue(
            id: MeasuredValueID(2), kpi: AnswerID(question: "kpi.select.sheet", series: "KPI", number: 3),
            finding: MeasuredFinding(
              number: "412.5", period: DayRange(Day(daysSinceEpoch: 20_605), Day(daysSinceEpoch: 20_634)),
              remark: "fest", source: "Reach.csv", isIncomplete: true), startsAnew: true, speaker: "KH"))),
      #"{"type":"value-measured","question":"kpi.select.sheet","series":"KPI","number":3,"value":2,"figure":"412.5","first":"2026-06-01","last":"2026-06-30","words":"fest","source":"Reach.csv","coverage":"incomplete","kind":"baseline","by":"KH"}"#
    ),
    Row(
      .measures(
        .revised(
          MeasuredValueID(2),
          MeasuredFinding(number: "-4", period: DayRange(Day(daysSinceEpoch: 20_605))))),
      #"{"type":"value-revised","value":2,"figure":"-4","first":"2026-06-01","last":"2026-06-01"}"#),
    Row(.measures(.deleted(MeasuredValueID(2))), #"{"type":"value-deleted","value":2}"#),
    Row(.measures(.asked(["KPI1", "KPI2"])), #"{"type":"values-asked","items":["KPI1","KPI2"]}"#),
    Row(
      .measures(.mapped(ImportMapping(kpi: "KPI1", table: ["reach", "date", "primary"], choice: ["column=primary"]))),
      #"{"type":"mapping-kept","item":"KPI1","items":["reach","date","primary"],"choice":["column=primary"]}"#),
    Row(.measures(.asked([])), #"{"type":"values-asked","items":[]}"#),
    Row(.privacy(.valueRedacted(MeasuredValueID(2))), #"{"type":"value-redacted","value":2}"#),
    Row(.sideItem(.deleted(SideItemID(.parked, 1))), #"{"type":"aside-deleted","kind":"parked","number":1}"#),
    Row(.privacy(.sideItemRedacted(SideItemID(.note, 2))), #"{"type":"aside-redacted","kind":"note","number":2}"#),
  ]

  @Test(arguments: rows) func `it is stored like this and comes back`(row: Row) throws {
    var writer = JSONWriter()
    writer.event(row.event)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == row.stored)
    let entry = Entry(
      id: EntryID(epoch: "k3f9", number: 1), at: Sample.moment, events: [row.event, row.event])
    let line = entry.line
    var reader = LineParser(line)
    guard case .entry(let read) = try reader.record(in: 0..<line.count) else { throw Damage.notARecord }
    #expect(read == entry)
    #expect(read.verbatim == nil)
  }

  @Test(arguments: [
    #"{"type":"aside-noted","kind":"rumour","number":1,"words":"x"}"#,
    #"{"type":"aside-noted","kind":"task","words":"x"}"#,
    #"{"type":"aside-closed","kind":"task","number":1}"#, #"{"type":"aside-redacted","kind":"rumour","number":1}"#,
    #"{"type":"vote-opened","number":1,"question":"q","items":["a"],"way":"lots","heads":1,"chosen":1}"#,
    #"{"type":"vote-opened","number":1,"question":"q","items":["a"],"way":"hands","heads":1,"chosen":1,"follows":1}"#,
    #"{"type":"timebox-set","question":"q","minutes":99999999999}"#,
    #"{"type":"plan-spread","questions":["q"],"seconds":[60,60]}"#,
    #"{"type":"votes-cast","number":1,"item":"a","marks":[-1]}"#, #"{"type":"votes-cast","number":1,"marks":["a"]}"#,
  ]) func `what this version cannot read is kept as it is`(event: String) throws {
    let line = Array(#"{"w":"k","n":1,"at":"2026-02-10T08:03:12.010Z","events":[\#(event)]}"#.utf8)
    var reader = LineParser(line)
    guard case .entry(let entry) = try reader.record(in: 0..<line.count) else { throw Damage.notARecord }
    #expect(entry.events.isEmpty)
    #expect(entry.line == line)
  }
}
