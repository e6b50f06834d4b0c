import FacilitationFixtures
import Method
import Testing
import Workshop

@testable import Facilitation

/// Two hundred commands as they should not be: each is turned down in one sentence, and nothing changes.
struct MalformedTests {
  /// What was typed before, and lines none of which can be followed then.
  struct State: Sendable, CustomTestStringConvertible {
    var name: String
    var lines: [String]
    var malformed: [String]
    var testDescription: String { name }
  }

  private static let eight = (1...8).map { "/people add P\($0) | Person\($0) Name | role | sales" }
  private static let answers = ["/goto situation.internal.offering", "Bread", "Buns", "Coffee", "Cakes"]
  private static let room = eight + answers

  static let states = [
    State(
      name: "names that are misspelt", lines: room,
      malformed: [
        "/", "/ ", "/votr", "/voet", "/votte dots 3", "/stem", "/prak Money", "/pakr", "/parc x", "/parking lot",
        "/decied yes",
        "/decision", "/taks Call", "/tsak", "/nope", "/noote", "/notes", "/clsoe PARK1", "/closed", "/tmie 10",
        "/timer",
        "/brek 15", "/pause 15", "/peopel", "/peple out P1", "/grups 2", "/gruops", "/worksheets", "/wroksheet",
        "/taek a.md",
        "/takes a.md", "/smae 1 2", "/blnak", "/blankk", "/swto", "/swott", "/chekin 3", "/check-in 3", "/checkuot 4",
        "/rnak",
        "/ranking", "/12", "/?", "/!", "/vote!", "/ vote", "/del PARK1", "/delet PARK1", "/remove 1", "/stage",
      ]),
    State(
      name: "phones that are not there", lines: room,
      malformed: [
        "/phones off", "/phones fest", "/phones 0", "/phones 101", "/phones mute", "/phones mute x", "/phones mute 0",
        "/phones mute 501", "/phones mute 7", "/phones admit", "/phones admit Kari", "/phones admit 3",
        "/phones names maybe", "/phones names", "/phones wifi", "/phones code", "/phones test", "/inbox take",
        "/inbox take 1", "/inbox take all", "/inbox take x", "/inbox take 5-3", "/inbox take 0", "/inbox merge",
        "/inbox merge 1", "/inbox merge 1 2", "/inbox park", "/inbox park all", "/inbox drop", "/inbox drop all",
        "/inbox drop 1", "/inbox tak 1", "/inbox take 1 nmed", "/inbox take 1 2 x",
      ]),
    State(
      name: "arguments that are missing or wrong", lines: room,
      malformed: [
        "/people add", "/people out", "/people in", "/people out Nobody", "/people in XX", "/people facilitator Zed",
        "/people away P1", "/people out P1 P2", "/people counts_", "/people P1", "/people addd X | Y", "/by Nobody",
        "/by P9",
        "/close", "/close PARK1", "/close 1", "/close nothing at all", "/close TASK9 done", "/task @P1",
        "/task Call @P9",
        "/task Call @P1 someday", "/task Call @P1 32/13/2026", "/task @", "/task Call @Nobody 1 May 2027",
        "/edit PARK1 new words", "/delete PARK1", "/delete TASK1", "/edit", "/delete", "/move 1", "/move 1 9",
        "/goto nowhere",
        "/goto 999", "/break", "/break soon", "/break 0", "/break 241", "/break -5", "/break 1.5", "/time 0",
        "/time 601",
        "/time ten", "/time 5 6", "/time +", "/time -", "/time +0", "/time +601", "/time 5h", "/time plan soon",
        "/time plan 0",
        "/time plan 1", "/time plan 601", "/time stopp", "/time bells", "/groups two", "/groups 0", "/groups 1",
        "/groups 5",
        "/groups 8", "/groups -2", "/groups 101", "/worksheet nowhere", "/worksheet offering, nowhere", "/take",
        "/take nothing-there.md", "/take /nowhere/x.txt", "/take ../../nothing.md", "/same 1", "/same 1 1", "/same 1 9",
        "/same 9 1", "/same a b", "/checkin 6", "/checkin 0", "/checkin P1: 7", "/checkin ,", "/checkout 99",
        "/checkout P1: 4, P2: 10", "/checkin \(String(repeating: "x", count: 61))",
        "/park \(String(repeating: "x", count: 501))", "/note \(String(repeating: "å", count: 501))",
        "/decide \(String(repeating: "x ", count: 300))", "/iteration begin", "/iteration next",
        "/iteration next sprint",
        "/iteration next focus", "/iteration next anyway focus | ~ | aim",
        "/iteration next anyway focus | a | b | soon",
        "/iteration next anyway focus | a | b | 1.1.2020", "/iteration next focus | a | b | 1.1.2030 | c",
        "/iteration end soon", "/iteration end anyway 1.1.2020", "/iteration done", "/iteration done 9", "/confirm",
        "/confirm 1", "/confirm XX9", "/show --iteration 2", "/show --iteration", "/map --iteration two",
        "/why 1 --iteration 0",
      ]),
    State(
      name: "votes that cannot be opened", lines: room,
      malformed: [
        "/vote dot", "/vote dots three", "/vote 0", "/vote 101", "/vote heads", "/vote heads many", "/vote heads 0",
        "/vote heads 501", "/vote top", "/vote top 0", "/vote top none", "/vote most", "/vote most 0", "/vote close",
        "/vote close anyway", "/vote close now", "/vote cancel", "/vote again", "/vote again hands", "/vote stars",
        "/rank dost",
        "/rank heads", "/rank heads x", "/vote close anyway please", "/vote -3",
      ]),
    State(
      name: "votes that do not add up", lines: room + ["/vote dots 3 most 2", "1:5"],
      malformed: [
        "lots", "1", "a:b", "9:3", "1:", ":3", "1:3 1:4", "1:17", "1:16 2:16", "1:8 2:8 3:9", "1:-1", "1:2.5", "25",
        "x 3", "1 3 4",
        "BREAD:3", "1:3,4", "1;3", "/next", "/back", "/skip", "/goto 1", "/vote", "/vote hands", "/vote again", "/rank",
        "/vote close", "/run full",
      ].filter { $0 != "1" }),
    State(
      name: "one head after the other", lines: room + ["/vote dots 2 each heads 3", "1 2", "3 3"],
      malformed: [
        "1 2 3", "9", "1x3", "1x2x3", "word", "P1: 1 2 3", "1 9", "x2", "/vote close", "Person1: 4 4 4",
      ]),
    State(
      name: "scores", lines: room + ["/vote fist heads 3", "1:5,4,3"],
      malformed: ["0", "6", "5 5 5 5", "1:6", "2:0", "2:5,5,5,5", "good", "2:a,b", "2", "5 4 x"].filter { $0 != "2" }),
    State(
      name: "an order", lines: room + ["/rank each heads 2"],
      malformed: ["1 2 3", "1 2 3 3", "1 2 3 4 5", "1 2 3 9", "first", "4 3 2 1 1"]),
    State(
      name: "behind the last question", lines: eight + ["/goto report.close.next-session", "/next"],
      malformed: ["/time 5", "/time stop", "/time plan", "/vote", "/rank", "/next", "an answer"]),
  ]

  @Test func thereAreTwoHundred() {
    let lines = MalformedTests.states.flatMap { state in state.malformed.map { state.name + $0 } }
    #expect(Set(lines).count == lines.count)
    #expect(lines.count >= 200)
  }

  @Test(arguments: states) func eachIsTurnedDownInOneSentence(_ state: State) throws {
    let rooms = try Rooms()
    var room = try rooms.open("malformed", language: "en")
    for line in state.lines { _ = try room.hear(line) }
    let before = room.session
    for line in state.malformed {
      do throws(LineError) {
        try room.hear(line)
        Issue.record("“\(line)” is followed")
      } catch let lineError {
        let text = LineErrorText(session: room.session, localization: room.localization).sentence(lineError)
        #expect(text.hasSuffix(".") || text.hasSuffix("?"), "\(line): \(text)")
        #expect(!text.contains("{") && !text.contains("\n"), "\(line): \(text)")
        #expect(!text.contains("!") || line.contains("!"), "\(line): \(text)")
        #expect(text.matches(of: /[.?] \p{Lu}/).isEmpty, "one sentence for “\(line)”: \(text)")
      }
      // A session is too long to be printed.
      let isSame = room.session == before
      #expect(isSame, "“\(line)” leaves no trace")
    }
    let isStored = try rooms.read("malformed") == before
    #expect(isStored)
  }
}
