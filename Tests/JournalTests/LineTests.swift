import SeededRandom
import Testing
import Text
import Workshop

@testable import Journal

@Suite struct LineTests {
  /// The vectors of RFC 3720, appendix B.4, and the usual check value.
  @Test(
    arguments: [
      ([], "00000000"), (Array("123456789".utf8), "e3069283"), (Array(repeating: 0, count: 32), "8a9136aa"),
      (Array(repeating: 0xFF, count: 32), "62a8ab43"), (Array(0..<32), "46dd794e"), ((0..<32).reversed(), "113fdb5c"),
    ] as [([UInt8], String)])
  func `the checksum is CRC-32C`(bytes: [UInt8], digits: String) {
    #expect(LineChecksum(bytes[...]).digits.text == digits)
    #expect(LineChecksum(bytes[...]).isWritten(Array(digits.utf8)[...]))
    // At any place of a longer file, too.
    #expect(LineChecksum(([7] + bytes + [7])[1..<bytes.count + 1]).digits.text == digits)
  }

  @Test func `the format is what it is documented to be`() {
    let entry = Entry(
      id: EntryID(epoch: "k3f9", number: 1), at: Sample.moment, events: [Sample.answer(3, ["Kaffe og lunsj"])])
    #expect(
      entry.line.text == """
        {"w":"k3f9","n":1,"at":"2026-02-10T08:03:12.010Z","events":[{"type":"answer-given",\
        "question":"situation.internal.offering","number":3,"cells":["Kaffe og lunsj"],"by":"KH"}],"c":"b33f0152"}
        """)
    #expect(
      Sample.header.line(epoch: "k3f9").text.hasPrefix(
        """
        {"journal":"plenum","format":1,"session":"7d0m2k9xq4hvw1ab","method":"social-media-plan","methodVersion":"1",\
        "methodDigest":"a1b2c3","language":"nb","run":"half-day","tz":"Europe/Oslo",\
        "created":"2026-02-10T08:00:00.000Z","need":[],"w":"k3f9","n":0,"c":"
        """))
  }

  @Test(arguments: Sample.events)
  func `every event comes back as it went`(event: Event) throws {
    let entry = Entry(id: EntryID(epoch: "k3f9", number: 1), at: Sample.moment, events: [event, event])
    let read = try entryOf(entry.line)
    #expect(read == entry)
    #expect(read.line == entry.line)
  }

  /// The names are promises to every file that exists.
  @Test func `events are stored under these names`() {
    let names = Sample.events.map { event in
      var writer = JSONWriter()
      writer.event(event)
      return writer.bytes.text
    }
    #expect(
      names == [
        #"{"type":"title-given","title":"Kringla & Korn"}"#, #"{"type":"title-given","title":""}"#,
        #"{"type":"language-chosen","language":"nb"}"#, #"{"type":"run-chosen","run":"half-day"}"#,
        #"{"type":"speaker-chosen","by":"KH"}"#, #"{"type":"speaker-chosen"}"#,
        #"{"type":"question-entered","question":"situation.internal.offering"}"#,
        #"{"type":"question-skipped","question":"post.people.needs","reason":"Vi vet det ikke ennå"}"#,
        #"{"type":"question-skipped","question":"a","reason":""}"#, #"{"type":"end-reached"}"#,
        #"{"type":"answer-given","question":"situation.internal.offering","number":3,"cells":["Kaffe og lunsj"],"by":"KH"}"#,
        #"{"type":"answer-given","question":"post.objectives.smart","series":"OBJ","number":1,"row":"strengths","across":"GOAL1","cells":["a","","12.5"]}"#,
        #"{"type":"answer-given","question":"swot","number":2,"row":"w","cells":[],"by":"æ"}"#,
        #"{"type":"answer-revised","question":"q","series":"OBJ","number":7,"cells":["ny"],"by":"OL"}"#,
        #"{"type":"answer-revised","question":"q","number":7,"cells":["",""]}"#,
        #"{"type":"answer-deleted","question":"q","number":1}"#,
        #"{"type":"answer-moved","question":"q","series":"KPI","number":1,"to":0}"#,
        #"{"type":"cells-asked","question":"q","number":1,"columns":["goal","deadline"]}"#,
        #"{"type":"cells-asked","question":"q","number":1,"columns":[]}"#,
        #"{"type":"finding-accepted","finding":"kpi-off-purpose","subject":"KPI1","reason":"Styret vil det \"sånn\".","by":"KH"}"#,
        #"{"type":"undone","of":{"w":"k3f9","n":7}}"#, #"{"type":"redone","of":{"w":"k3f9","n":7}}"#,
        #"{"type":"session-closed"}"#,
        #"{"type":"went-off-record"}"#, #"{"type":"came-on-record","minutes":12}"#,
        #"{"type":"answer-redacted","question":"r","series":"RED","number":1}"#,
        #"{"type":"pseudonym-given","question":"p","number":2,"name":"P1"}"#,
        #"{"type":"answer-given","question":"p","number":3,"cells":["KH2"],"from":{"session":"s1","title":"Gruppe 1","created":7,"question":"p","series":"P","number":1,"initials":"KH"}}"#,
      ])
  }

  @Test func `any text comes back to the byte, and none shows a control character`() throws {
    var numbers = Chance(seed: 1)
    for _ in 0..<2000 {
      let text = randomText(using: &numbers)
      let entry = Entry(
        id: EntryID(epoch: "k3f9", number: 1), at: Sample.moment,
        events: [Sample.answer(1, [text, "", text]), .titleGiven(text), .questionSkipped("q", reason: text)])
      let line = entry.line
      guard case .answerGiven(let answer) = try entryOf(line).events[0] else { throw Damage.notARecord }
      #expect(Array(answer.cells[0].utf8) == Array(text.utf8))
      #expect(!line.text.unicodeScalars.contains { CharacterHazard($0) != nil })
    }
  }

  @Test(arguments: [
    ("\u{0}\n\t\u{1B}[2J\u{7F}", #"\u0000\u000a\u0009\u001b[2J\u007f"#), ("\u{9B}31m", #"\u009b31m"#),
    ("a\"b\\c/", #"a\"b\\c/"#), ("\u{202E}\u{2066}\u{200F}\u{61C}", #"\u202e\u2066\u200f\u061c"#),
    ("\u{200B}\u{200D}\u{FEFF}\u{2028}\u{2029}", #"\u200b\u200d\ufeff\u2028\u2029"#),
    ("\u{E0041}", #"\udb40\udc41"#), ("e\u{301}é🥐\u{FE0F}", "e\u{301}é🥐\u{FE0F}"), ("\r\n", #"\u000d\u000a"#),
  ])
  func `what could fool a terminal is escaped`(text: String, written: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.bytes.text == "\"\(written)\"")
  }

  @Test(arguments: [
    "", "{", "}", "null", "[]", "{}{}", #"{"a":1,}"#, #"{"a" 1}"#, #"{a:1}"#, #"{"a":01}"#, #"{"a":1.}"#, #"{"a":+1}"#,
    #"{"a":1e}"#, #"{"a":tru}"#, #"{"a":nul}"#, "{\"a\":\"\t\"}", #"{"a":"\ud800"}"#, #"{"a":"\udc00"}"#,
    #"{"a":"\ud800\u0041"}"#, #"{"a":"\u00g0"}"#, #"{"a":"\x"}"#, #"{"a":"\u12"#, #"{"a":"\"#, #"{"a":NaN}"#,
    #"{"a":'b'}"#, "{\"a\":\"\u{0}\"}", #"{"w":"k","w":"k","n":1,"events":[]}"#,
    #"{"w":"k","n":1,"events":[],"events":[]}"#,
    #"{"w":"K","n":1,"events":[]}"#, #"{"w":"","n":1,"events":[]}"#, #"{"w":"k","n":0,"events":[]}"#,
    #"{"w":"k","n":-1,"events":[]}"#, #"{"w":"k","n":1.0,"events":[]}"#, #"{"w":"k","n":1,"events":{}}"#,
    #"{"w":"k","n":99999999999999999999,"events":[]}"#, #"{"n":1,"events":[]}"#, #"{"journal":"other","format":1}"#,
    #"{"w":"k","n":1,"events":[{"type":"undone","type":"undone"}]}"#,
    "{\"a\":" + String(repeating: "[", count: 100_000),
    String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
  ])
  func `what is no line of ours is refused`(text: String) {
    #expect(throws: Damage.self) { try record(of: Array(text.utf8)) }
  }

  @Test func `bytes that are no text are refused`() {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]] {
      let line = Array(#"{"w":"k","n":1,"events":[{"type":"title-given","title":""#.utf8) + bytes + Array("\"}]}".utf8)
      #expect(throws: Damage.notUTF8) { try record(of: line) }
      #expect(throws: Damage.notUTF8) { try record(of: Array(#"{"a":""#.utf8) + bytes + Array("\"}".utf8)) }
    }
  }

  @Test func `white space and other orders of members are read`() throws {
    let text =
      #"{ "n" : 7 , "events" : [ { "number":1, "cells":["a\/\u00E6\ud83e\uDD50"],"question":"q","type":"answer-given" } ],"w":"ab"}"#
    let entry = try entryOf(Array(text.utf8))
    #expect(entry.id == EntryID(epoch: "ab", number: 7))
    #expect(
      entry.events == [.answerGiven(Answer(id: AnswerID(question: "q", number: 1), cells: ["a/æ🥐"]))])
  }

  @Test(arguments: [
    #"{"w":"k","n":1,"at":"2026-02-10T08:03:12.010Z","events":[{"type":"dots-placed","dots":[1,-2.5e+3,{"a":null}]}],"c":"00000000"}"#,
    #"{"w":"k","n":1,"at":"2026-02-10T08:03:12.010Z","from":{"room":true},"events":[{"type":"end-reached"}]}"#,
    #"{"w":"k","n":1,"at":"2026-02-10T08:03:12.010Z","events":[{"type":"end-reached","why":"late"}]}"#,
    #"{"w":"k","n":1,"at":"2026-02-10T08:03:12.010Z","events":[{"type":"end-reached","cells":["a"]}]}"#,
    #"{"w":"k","n":1,"at":"2026-02-10T08:03:12.010Z","events":[{"type":"answer-given","question":"q"}]}"#,
    #"{"w":"k","n":1,"at":"2026-02-10T08:03:12.010Z","events":[{"type":"title-given","title":7}]}"#,
    #"{"w":"k","n":1,"at":"soon","events":[7]}"#,
  ])
  func `what a newer version wrote is kept as it is`(text: String) throws {
    var reader = LineParser(Array(text.utf8))
    guard case .entry(let entry) = try reader.record(in: 0..<text.utf8.count) else { throw Damage.notARecord }
    #expect(!reader.unknown.isEmpty)
    #expect(entry.line.text == text)
  }

  @Test func `cells and lines have a limit`() throws {
    let most = String(repeating: "æ", count: Limit.cell.most / 2)
    _ = try entryOf(
      Entry(id: EntryID(epoch: "k", number: 1), at: Sample.moment, events: [Sample.answer(1, [most])]).line)
    let tooMuch = Entry(id: EntryID(epoch: "k", number: 1), at: Sample.moment, events: [Sample.answer(1, [most + "a"])])
    #expect(throws: Damage.tooLarge(.cell)) { try record(of: tooMuch.line) }
    #expect(throws: Damage.tooLarge(.line)) {
      try record(of: Array(repeating: UInt8(ascii: " "), count: Limit.line.most + 1))
    }
  }

  @Test(
    arguments: [[], Array("{\"w\":\"k".utf8), [0xC3], Array("æ".utf8) + [0xC3, 0x28], [0, 27, 0xFF, 0]] as [[UInt8]])
  func `a repair keeps every byte`(torn: [UInt8]) throws {
    let entry = Entry(
      id: EntryID(epoch: "k", number: 1), at: Sample.moment, events: [],
      seen: [EntryID(epoch: "a1", number: 12), EntryID(epoch: "b2", number: 0)], repair: Repair(torn: torn, nuls: 3))
    #expect(try entryOf(entry.line) == entry)
    #expect(entry.line.count > torn.count)
  }
}

private func record(of line: [UInt8]) throws(Damage) -> Record {
  var reader = LineParser(line)
  return try reader.record(in: 0..<line.count)
}

private func entryOf(_ line: [UInt8]) throws -> Entry {
  guard case .entry(let entry) = try record(of: line) else { throw Damage.notARecord }
  return entry
}

/// Texts of characters that make trouble.
func randomText(using numbers: inout some RandomNumberGenerator) -> String {
  let troublesome = Array(
    "\0\u{7}\n\r\t\u{1B}\"\\/\u{7F}\u{80}\u{9B}\u{AD}\u{202E}\u{200D}\u{2028}\u{FEFF}\u{E0001}e\u{301}æ🥐 ,c:|{}[]"
      .unicodeScalars)
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...40, using: &numbers) {
    if Bool.random(using: &numbers), let scalar = troublesome.randomElement(using: &numbers) {
      text.append(scalar)
    } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &numbers)) {
      text.append(scalar)
    }
  }
  return String(text)
}
