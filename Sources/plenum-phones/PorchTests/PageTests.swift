import Foundation
import PhoneProtocol
import Testing

@testable import Porch

@Suite struct PageTests {
  /// A text that must not be seen, in each place of a room that phones are not shown.
  static let canary = "kanarifugl"

  @Test(arguments: PhoneNotice.Standing.allCases.filter { $0 != .asking })
  func `while nothing is asked nothing of the form is sent`(standing: PhoneNotice.Standing) {
    var notice = Sample.notice(1, Sample.ideas, standing: standing)
    notice.form = .vote(PhoneVote(round: 1, way: .hands, items: [PageTests.canary]))
    for place in notice.wordings.indices {
      notice.wordings[place].trail = PageTests.canary
      notice.wordings[place].text = PageTests.canary
      notice.wordings[place].labels = [PageTests.canary]
    }
    for texts in Texts.all {
      let view = PageView(texts: texts, languages: Texts.all, base: "/K7QM", title: "Kringla", notice: notice)
      #expect(!view.page.source.contains(PageTests.canary))
      #expect(!view.main.source.contains("<form"))
    }
  }

  @Test func `a phone sees its own letters and ballot, and nobody else's`() {
    for form in [Sample.ideas, Sample.vote(.dots(7, mostOnOne: nil)), .mood(moment: "check-in", .word)] {
      var state = PorchState.showing(form)
      _ = state.show(Sample.notice(1, form, asksName: true))
      _ = state.send(
        ["c0": PageTests.canary, "m1": "7", "mood": PageTests.canary, "name": PageTests.canary], phone: 2)
      func main(_ phone: Int) -> String {
        var view = PageView(
          texts: Texts.of("en"), languages: Texts.all, base: "/K7QM", title: "", notice: state.notice)
        view.show(state, phone)
        return view.main.source
      }
      #expect(!main(1).contains(PageTests.canary))
      #expect(!main(1).contains("value=\"7\""))
      #expect(main(2).contains(PageTests.canary) || main(2).contains("value=\"7\""))
    }
  }

  @Test func `what anybody wrote is text in a page, never markup`() {
    let hostile = "\"><script>alert(1)</script><b onclick='x'>&amp;\u{202E}"
    var notice = Sample.notice(1, .ideas(question: hostile, fields: [.init(.choice([hostile]), isRequired: true)]))
    notice.title = hostile
    notice.formID = hostile
    for place in notice.wordings.indices {
      notice.wordings[place].trail = hostile
      notice.wordings[place].text = hostile
      notice.wordings[place].labels = [hostile]
      notice.wordings[place].options = [[hostile]]
    }
    let votes = Sample.ways.map { PhoneForm.vote(PhoneVote(round: 1, way: $0, items: [hostile, hostile])) }
    for form in [notice.form ?? Sample.ideas] + votes {
      notice.form = form
      var view = PageView(
        texts: Texts.of("en"), languages: Texts.all, base: "/K7QM", title: hostile, notice: notice, sent: [hostile])
      view.error = hostile
      view.entered = Sample.fields(["c0": hostile, "m0": hostile, "name": hostile])
      let source = view.page.source
      #expect(source.ranges(of: "<script>").count == 1)
      #expect(!source.contains("<b onclick"))
      #expect(!source.unicodeScalars.contains("\u{202E}"))
    }
  }

  /// Budget of 3.2: one response of 8 KB, with nothing else fetched.
  @Test(arguments: Texts.all.map(\.language)) func `a page takes 8 KB at most, and fetches nothing`(language: String) {
    let view = PageView(
      texts: Texts.of(language), languages: Texts.all, base: "/K7QM", title: "Kringla & Korn",
      notice: Sample.notice(1, Sample.ideas, asksName: true), sendingID: SendingID.random().digits)
    let source = view.page.source
    #expect(source.utf8.count <= 8 << 10)
    #expect(!source.contains("src="))
    #expect(!source.contains("http://"))
    #expect(!source.contains("https://"))
  }

  @Test func `each language has the same words, with the same variables`() {
    func variables(_ text: String) -> Set<String> { Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) }) }
    let english = Texts.of("en")
    #expect(english.keys.count > 70)
    for texts in Texts.all {
      #expect(texts.keys == english.keys)
      for key in english.keys { #expect(variables(texts(key)) == variables(english(key)), "\(texts.language): \(key)") }
    }
  }

  @Test func `variables are filled in, and what is no variable stays`() {
    let texts = Texts(language: "xx", file: "# a: remark\na: {x}å{y}{x}{ {z}\nb: c: d\n")
    #expect(texts("a", ["x": "{y}", "y": "1"]) == "{y}å1{y}{ {z}")
    #expect(texts("a") == "{x}å{y}{x}{ {z}")
    #expect(texts("b", ["x": ""]) == "c: d")
    #expect(texts("#") == "#")
  }

  @Test func `every word that a page asks for is there`() throws {
    // A key that is missing stands in the page as itself.
    let keys = Set(Texts.of("en").keys)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "Porch")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    var asked: Set<String> = []
    for file in files {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in source.matches(of: /(?:texts|self|other)\("([a-z-]+)"/) { asked.insert(String(match.output.1)) }
    }
    #expect(asked.count > 50)
    #expect(asked.subtracting(keys).isEmpty)
  }

  /// The policy names what the page carries; `RECORD=1` writes the hashes anew.
  @Test func `the policy lets the page's own style and script run, and no other`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Resources/page/hashes.txt")
    let hashes = try [Assets.built.script, Assets.built.style].map { "sha256-\(try sha256($0.source))" }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (hashes.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(Assets.built.policy.contains("script-src '\(hashes[0])'; style-src '\(hashes[1])'"))
    }
  }

  private func sha256(_ text: String) throws -> String {
    let tool = Process()
    tool.executableURL = URL(filePath: "/usr/bin/env")
    tool.arguments = ["sha256sum"]
    let (input, output) = (Pipe(), Pipe())
    (tool.standardInput, tool.standardOutput) = (input, output)
    try tool.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    tool.waitUntilExit()
    let digits = Array(said.prefix(64))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    return Data(bytes).base64EncodedString()
  }

  @Test func `a source is made shorter, and says the same`() {
    #expect(compacted("// remark\n  a = b + 'c  d' ;\n  return 'x // y';\n") == "a=b+'c  d';return 'x // y';")
    #expect(compacted("var x = 1\nfoo()\n") == "var x=1\nfoo()")
    #expect(compacted("if (a) {\n  b();\n}\nc();") == "if(a){b();}\nc();")
    #expect(compacted(".a .b > c { margin: 1px .5rem; }") == ".a .b>c{margin:1px .5rem;}")
    #expect(compacted(Assets.built.script.source) == Assets.built.script.source)
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    ("nb-NO,nb;q=0.9,en;q=0.8", "nb"), ("no", "nb"), ("nn-NO, en;q=0.5", "nb"), ("fr, fi;q=0.2, nl;q=0.3", "nl"),
    ("da;q=0, fi", "fi"), ("fr", nil), ("", nil), (";;;,,,q=", nil), ("EN-gb", "en"), ("en;q=x, da;q=0.1", "da"),
  ]) func `a phone gets the language it wants most`(accepted: String, expected: String?) {
    #expect(AcceptedLanguages(accepted).best(of: ["en", "nb", "da", "nl", "fi"]) == expected)
  }

  @Test func `what was chosen goes before what the browser says`() {
    var request = Request()
    request.accepted = "fi"
    request.cookies = ["language": "da"]
    #expect(request.language(among: ["en", "da", "fi"]) == "da")
    #expect(request.language(among: ["en", "fi"]) == "fi")
    request.query = FormFields("in=en".utf8)
    #expect(request.language(among: ["en", "da", "fi"]) == "en")
  }

  @Test(arguments: [
    ("a=b&c=d%20e+f", ["a": "b", "c": "d e f"]), ("a", ["a": ""]), ("a=1&a=2", ["a": "1"]), ("", [:]),
    ("%C3%A5=%C3%B8", ["å": "ø"]),
  ]) func `fields are read`(text: String, expected: [String: String]) throws {
    let fields = try #require(FormFields(text.utf8))
    for (name, value) in expected { #expect(fields[name] == value) }
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=a", String(repeating: "a&", count: 1_100)])
  func `fields that are none are not read`(text: String) { #expect(FormFields(text.utf8) == nil) }
}
