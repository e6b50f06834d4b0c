import FacilitationFixtures
import Foundation
import Testing
import Text

@testable import Facilitation
@testable import plenum

/// Files and lines that somebody made to do harm, or that something has gone wrong with: each opens or is refused with a
/// sentence, runs nothing, changes nothing outside its folder, and puts no raw control character on the terminal.
@Suite struct HostileTests {
  /// A file, and a part of what is said when it is opened; nil when it opens.
  struct Input: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var refused: String?
    var testDescription: String { name }

    init(_ name: String, _ bytes: some Sequence<UInt8>, refused: String? = nil) {
      (self.name, self.bytes, self.refused) = (name, Array(bytes), refused)
    }
  }

  private static let header =
    #"{"journal":"plenum","format":1,"session":"hostile000","method":"social-media-plan","methodVersion":"1","methodDigest":"","language":"nb","run":"core","tz":"UTC","created":"2026-02-10T08:00:00.000Z","need":[],"w":"k3f9","n":0}"#

  private static func journal(_ lines: String..., header: String = HostileTests.header) -> [UInt8] {
    Array(([header] + lines).joined(separator: "\n").utf8) + [0x0A]
  }

  private static func entry(_ events: String, _ number: Int = 1) -> String {
    #"{"w":"k3f9","n":\#(number),"at":"2026-02-10T08:03:12.010Z","events":[\#(events)]}"#
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 32 || scalar == "\"" || scalar == "\\" ? "\\u" + hex(scalar.value) : String(scalar)
    }.joined()
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func answer(_ text: String, _ number: Int = 1) -> String {
    #"{"type":"answer-given","question":"situation.internal.offering","number":\#(number),"cells":["\#(escaped(text))"],"by":"\#(escaped(text))"}"#
  }

  /// Texts that mean something to somebody else: terminals, shells, spreadsheets, browsers, typesetters, calendars.
  static let texts = [
    "\u{1B}[2J\u{1B}[H", "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;cm0gLXJm\u{7}", "\u{1B}]8;;http://evil\u{1B}\\x",
    "\u{1B}P+q\u{1B}\\", "\u{1B}[6n", "\u{1B}[?1049h", "\u{1B}c", "\u{9B}31mred", "\u{9D}0;t\u{9C}", "\u{90}x\u{9C}",
    "\u{7}\u{8}\u{8}\u{8}", "\r\nIKKE LAGRET", "\rgone", "\u{C}page", "\u{B}", "\0nul\0", "\u{7F}\u{7F}",
    "\u{202E}gnp.exe", "\u{2066}a\u{2069}", "\u{200B}\u{200C}\u{200D}\u{2060}", "\u{FEFF}bom", "\u{2028}\u{2029}",
    "\u{E0041}\u{E007F}", "\u{FFF9}a\u{FFFA}b\u{FFFB}", "a" + String(repeating: "\u{301}", count: 5000),
    String(repeating: "👨‍👩‍👧‍👦", count: 300), String(repeating: "م", count: 200), "\u{FDFD}\u{1242B}", "𝓱𝓲",
    "e\u{301} é", "$(rm -rf ~)", "`id`", "; rm -rf /", "| cat /etc/passwd", "&& reboot", "../../../etc/passwd",
    "/etc/passwd", "file:///etc/passwd", "-rf", "--output=/tmp/x", "~", "*", "=cmd|' /C calc'!A0", "+1+1", "-1",
    "@SUM(A1)",
    "\t=1", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "&lt;b&gt;", "]]>",
    "<!--",
    "# heading", "- item", "1. one", "> quote", "| a | b |", "```", "---", "[x](http://evil)",
    "![x](http://evil/x.png)",
    "\\input{/etc/passwd}", "\\write18{id}", "$$x$$", "%s%s%n", "{{7*7}}", "${jndi:ldap://evil}", "BEGIN:VEVENT",
    "END:VCALENDAR", "\\nDTSTART:1", "{\"type\":\"session-closed\"}", "/quit", "//quit", "/redact 1", "# remark",
    "{title}", "{count}", "\"", "'", "\\", "|", "~", " ", "",
  ]

  /// Journals that are not as they should be.
  static let journals: [Input] = {
    let good = entry(answer("Brød"))
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    return [
      Input("empty", [], refused: "empty"), Input("nuls", Array(repeating: 0, count: 4096), refused: "empty"),
      Input("blank lines", "\n\n\n".utf8, refused: "not a Plenum journal"),
      Input("prose", "Dear all,\n".utf8, refused: "not a Plenum journal"),
      Input("other JSON", "{\"a\":1}\n".utf8, refused: "not a Plenum journal"),
      Input("an array", "[]\n".utf8, refused: "not a Plenum journal"),
      Input("a number", "7\n".utf8, refused: "not a Plenum journal"),
      Input(
        "an image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], refused: "not a Plenum journal"),
      Input("a program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], refused: "not a Plenum journal"),
      Input("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], refused: "not a Plenum journal"),
      Input(
        "UTF-16", [0xFF, 0xFE] + "{\"journal\":\"plenum\"}".utf16.flatMap { [UInt8($0 & 255), 0] }, refused: "UTF-16"),
      Input("UTF-16, big", [0xFE, 0xFF] + "{".utf16.flatMap { [0, UInt8($0 & 255)] }, refused: "UTF-16"),
      Input("no UTF-8", [0xFF, 0xFF, 0xFF, 0x0A], refused: "not a Plenum journal"),
      Input(
        "format 99", journal(header: header.replacing("\"format\":1", with: "\"format\":99")), refused: "format 99"),
      Input(
        "format of many digits",
        journal(header: header.replacing("\"format\":1", with: "\"format\":99999999999999999999")),
        refused: nil),
      Input(
        "another method", journal(header: header.replacing("social-media-plan", with: "../../etc")),
        refused: "method.yaml"),
      Input(
        "a method by path", journal(header: header.replacing("social-media-plan", with: "/etc/passwd")),
        refused: "method.yaml"),
      // Without a file of a method beside it, it walks the built-in one.
      Input("no method", journal(header: header.replacing("social-media-plan", with: ""))),
      // It is shown in one that the method has.
      Input("a language nobody speaks", journal(good, header: header.replacing("\"nb\"", with: "\"\\u001b[2J\""))),
      Input("a run nobody knows", journal(good, header: header.replacing("\"core\"", with: "\"../x\""))),
      Input("unknown need", journal(good, header: header.replacing("[]", with: "[\"\\u001b[31m\"]"))),
      Input("a date nobody has", journal(header: header.replacing("2026-02-10", with: "2026-02-30"))),
      Input("two headers", journal(header, good)),
      Input("another session", journal(good, header.replacing("hostile000", with: "other"))),
      Input("deep", journal(#"{"w":"k3f9","n":1,"events":\#(deep)}"#, good)),
      Input("deep objects", journal(String(repeating: #"{"a":"#, count: 50_000), good)),
      Input("members twice", journal(#"{"w":"k3f9","w":"x","n":1,"n":2,"events":[]}"#, good)),
      Input("half a surrogate", journal(entry(#"{"type":"title-given","title":"\ud800"}"#), good)),
      Input("surrogates turned round", journal(entry(#"{"type":"title-given","title":"\udc00\ud800"}"#), good)),
      Input("huge numbers", journal(#"{"w":"k3f9","n":1e999999,"events":[]}"#, entry(answer("x", 1)))),
      Input("a number beyond", journal(#"{"w":"k3f9","n":99999999999999999999999999,"events":[]}"#, good)),
      Input("a negative number", journal(#"{"w":"k3f9","n":-1,"events":[]}"#, good)),
      Input("an answer of a huge number", journal(entry(answer("x", 9_007_199_254_740_991)))),
      Input("an answer of number 0", journal(entry(answer("x", 0)))),
      Input("an answer of a negative number", journal(entry(answer("x", -5)))),
      Input(
        "an unknown question", journal(entry(#"{"type":"answer-given","question":"../x","number":1,"cells":["x"]}"#))),
      Input("an unknown event", journal(entry(#"{"type":"\u001b]0;x\u0007","run":"rm"}"#))),
      Input(
        "a move to nowhere",
        journal(
          good, entry(#"{"type":"answer-moved","question":"situation.internal.offering","number":1,"to":99999999}"#, 2))
      ),
      Input(
        "a move before everything",
        journal(good, entry(#"{"type":"answer-moved","question":"situation.internal.offering","number":1,"to":-7}"#, 2))
      ),
      Input("undoing itself", journal(entry(#"{"type":"undone","of":{"w":"k3f9","n":1}}"#))),
      Input("redoing what is to come", journal(entry(#"{"type":"redone","of":{"w":"k3f9","n":9}}"#))),
      Input(
        "a circle of causes",
        journal(#"{"w":"a","n":1,"seen":{"b":1},"events":[]}"#, #"{"w":"b","n":1,"seen":{"a":1},"events":[]}"#)),
      Input("everything seen", journal(#"{"w":"a","n":1,"seen":{"zzz":9999999},"events":[]}"#)),
      Input(
        "no cells",
        journal(entry(#"{"type":"answer-given","question":"situation.internal.offering","number":1,"cells":[]}"#))),
      Input(
        "a thousand cells",
        journal(
          entry(
            #"{"type":"answer-given","question":"situation.internal.offering","number":1,"cells":["a"\#(String(repeating: ",\"b\"", count: 1000))]}"#
          ))),
      Input("a cell too long", journal(entry(answer(String(repeating: "a", count: 9000))), entry(answer("x"), 2))),
      Input("a line too long", Array(journal(good)) + Array(repeating: UInt8(ascii: "a"), count: 1_200_000) + [0x0A]),
      Input("CRLF", String(decoding: journal(good), as: UTF8.self).replacing("\n", with: "\r\n").utf8),
      Input("BOM", [0xEF, 0xBB, 0xBF] + journal(good)), Input("torn", journal(good).dropLast(30)),
      Input("NULs behind", journal(good) + Array(repeating: 0, count: 500)),
      Input("conflict", journal("<<<<<<< HEAD", good, "=======", entry(answer("Kaffe", 2), 2), ">>>>>>> other")),
      Input("a repair of anything", journal(entry(#"{"type":"repair","text":"\u001b[2J","rest":"zz","nuls":-1}"#))),
      Input(
        "an origin from nowhere",
        journal(
          entry(
            #"{"type":"answer-given","question":"situation.internal.offering","number":1,"cells":["x"],"from":{"session":"\u001b[2J","title":"\u001b[2J","created":-1,"question":"q","number":1}}"#
          ))),
      Input(
        "a pseudonym of escapes",
        journal(entry(#"{"type":"pseudonym-given","question":"frame.people.list","number":1,"name":"\u001b[2J"}"#))),
      Input(
        "redacting everything",
        journal(good, entry(#"{"type":"answer-redacted","question":"situation.internal.offering","number":1}"#, 2))),
      Input("off for a long time", journal(entry(#"{"type":"came-on-record","minutes":9223372036854775807}"#))),
    ]
      + stride(from: 0, to: texts.count, by: 10).map { first in
        // Ten texts a journal: as its title, as answers, and as who said them.
        let some = texts[first..<min(first + 10, texts.count)]
        let answers = some.enumerated().map { entry(answer($0.element, $0.offset + 1), $0.offset + 2) }
        let title = #"{"type":"title-given","title":"\#(escaped(some.joined()))"}"#
        let lines = [header, entry(title)] + answers
        return Input("texts from \(first)", Array(lines.joined(separator: "\n").utf8) + [0x0A])
      }
  }()

  @Test func thereAreEnough() {
    #expect(HostileTests.journals.count + HostileTests.texts.count + HostileTests.names.count > 100)
  }

  /// Everything that a folder holds, with its sizes.
  private func contents(_ path: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
    return paths.sorted().map { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
      return "\(name) \(attributes?[.size] ?? 0)"
    }
  }

  private func expectHarmless(_ text: String, _ what: String) {
    let raw = text.unicodeScalars.filter { scalar in
      (scalar.value < 32 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    #expect(raw.isEmpty, "\(what): \(raw.map { String($0.value, radix: 16) })")
  }

  /// All journals at once in a folder of sessions: list; and each: open, merge, export.
  @Test func journalsDoNoHarm() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/outside", withIntermediateDirectories: true)
    try folder.write("mine", to: "outside/file")
    for (index, input) in HostileTests.journals.enumerated() {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/Sessions/s\(index)", withIntermediateDirectories: true)
      try folder.write(input.bytes, to: "Sessions/s\(index)/journal.jsonl")
    }
    let before = contents(folder.path)
    // One shell for all of them: the program is started hundreds of times.
    let script = """
      $PLENUM list >list 2>&1; echo $? >list.status
      for each in $(ls Sessions); do
        for what in show doctor check; do
          $PLENUM $what $each >$each.$what 2>&1 </dev/null; echo $? >$each.$what.status
        done
        $PLENUM export $each --output out-$each >$each.export 2>&1 </dev/null; echo $? >$each.export.status
        $PLENUM merge $each $each --sessions Sessions --into m-$each >$each.merge 2>&1 </dev/null
        echo $? >$each.merge.status
      done
      """
    _ = try await Program.shell(script, in: folder)
    #expect(try folder.text("list.status") == "0\n")
    expectHarmless(try folder.text("list"), "list")
    for (index, input) in HostileTests.journals.enumerated() {
      for what in ["show", "doctor", "check", "export", "merge"] {
        let said = try folder.text("s\(index).\(what)")
        let status = try folder.text("s\(index).\(what).status").dropLast()
        expectHarmless(said, "\(input.name), \(what)")
        #expect(["0", "1", "64", "65", "66"].contains(status), "\(input.name), \(what): \(status) \(said.prefix(300))")
        if let refused = input.refused, what == "show" {
          #expect(status != "0" && said.contains(refused), "\(input.name): \(said.prefix(300))")
        } else if what == "show" {
          #expect(status == "0", "\(input.name): \(said.prefix(300))")
        }
      }
      // Reading wrote nothing.
      let now = try Data(contentsOf: URL(filePath: folder.path + "/Sessions/s\(index)/journal.jsonl"))
      #expect(Array(now) == input.bytes, "\(input.name)")
    }
    #expect(try folder.text("outside/file") == "mine")
    #expect(Set(before).isSubset(of: contents(folder.path)))
  }

  /// Every text as a line of a script, typed and piped.
  @Test func linesDoNoHarm() async throws {
    let folder = try TemporaryFolder()
    let lines = HostileTests.texts.map { $0.replacing("\n", with: " ") }.filter { !$0.hasPrefix("/quit") }
    let goto = "/goto frame.session.expectations"
    try folder.write(([goto] + lines).joined(separator: "\n") + "\n", to: "lines.plenum")
    let replayed = try await Program.run(["replay", "lines.plenum", "--into", "lines", "--keep-going"], in: folder)
    expectHarmless(replayed.errors + replayed.output, "replay")
    #expect(replayed.status == 65)
    let piped = try await Program.run(
      ["start", "Lines", "--language", "en", "--run", "core"], in: folder,
      input: ([goto] + lines).joined(separator: "\n") + "\n")
    expectHarmless(piped.errors + piped.output, "pipe")
    for name in ["lines", "lines-2"] {
      for what in [["show", name], ["export", name], ["doctor", name]] {
        let outcome = try await Program.run(what, in: folder)
        #expect(outcome.status == 0, "\(what): \(outcome.errors)")
        expectHarmless(outcome.output + outcome.errors, "\(what)")
      }
      expectHarmless(try folder.text("Sessions/\(name)/journal.jsonl"), "journal of \(name)")
    }
  }

  /// Names that lead elsewhere, and what may stand where a session is expected.
  static let names = [
    "../../x", "..", ".", "/etc/x", "-rf", ".hidden", String(repeating: "n", count: 300), "a/b", "a\u{1B}[2Jb", "a\nb",
    "\u{202E}x", "~root", "*", "$(id)", "e\u{301}", "é",
  ]

  @Test(arguments: names) func namesLeadNowhereElse(_ name: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "file")
    let good = Array(HostileTests.journal(HostileTests.entry(HostileTests.answer("x"))))
    try FileManager.default.createDirectory(atPath: folder.path + "/Sessions/a", withIntermediateDirectories: true)
    try folder.write(good, to: "Sessions/a/journal.jsonl")
    try folder.write("Bakeriet\n", to: "script.plenum")
    for arguments in [
      ["show", "--", name], ["merge", "a", "--into=\(name)"], ["replay", "script.plenum", "--into=\(name)"],
      ["export", "--", name], ["doctor", "--", name], ["start", "--language", "en", "--run", "core", "--", name],
    ] {
      let outcome = try await Program.run(arguments, in: folder)
      expectHarmless(outcome.output + outcome.errors, "\(arguments)")
      #expect([0, 64, 65, 66, 73, 74].contains(outcome.status), "\(arguments): \(outcome.status)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
    #expect(Set(names).isSubset(of: ["file", "Sessions", "script.plenum"]), "\(names)")
    #expect(try folder.text("file") == "mine")
  }

  @Test func whatIsNoFileIsNotOpened() async throws {
    let folder = try TemporaryFolder()
    let script = """
      mkdir -p Sessions/link Sessions/pipe Sessions/folder/journal.jsonl Sessions/device
      ln -s /etc/passwd Sessions/link/journal.jsonl
      mkfifo Sessions/pipe/journal.jsonl
      ln -s /dev/zero Sessions/device/journal.jsonl
      ln -s / Sessions/elsewhere
      for each in link pipe folder device elsewhere; do
        for what in show resume export doctor; do $PLENUM $what $each </dev/null; echo "$each $what $?"; done
        $PLENUM merge $each --into m; echo "$each merge $?"
        $PLENUM doctor Sessions/$each/journal.jsonl; echo "$each file $?"
      done
      $PLENUM list; echo "list $?"
      """
    let outcome = try await Program.shell(script, in: folder)
    expectHarmless(outcome.output + outcome.errors, "what is no file")
    let statuses = outcome.output.split(separator: "\n").filter { $0.wholeMatch(of: /[a-z]+ [a-z]+ \d+/) != nil }
    #expect(statuses.count == 30)
    for status in statuses { #expect(status.hasSuffix(" 66") || status.hasSuffix(" 65"), "\(status)") }
    #expect(!outcome.output.contains("root:"))
  }
}
