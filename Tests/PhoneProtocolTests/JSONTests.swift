import PhoneProtocol
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .flag(true)), ("false", .flag(false)), ("0", .number(0)),
    ("-12", .number(-12)),
    ("999999999999999999", .number(999_999_999_999_999_999)), ("1.0", .decimal("1.0")), ("1E5", .decimal("1E5")),
    (#""\u00e5\ud83d\ude00\n\/""#, .text("å😀\n/")), ("[]", .list([])),
    ("[1, [2]]", .list([.number(1), .list([.number(2)])])),
    (#"{"a":{"b":null}}"#, .object([.init("a", .object([.init("b", .null)]))])),
  ]) func `a value is read`(json: String, value: JSONValue) throws {
    #expect(try JSONValue(reading: Array(json.utf8)) == value)
    #expect(try JSONValue(reading: value.line) == value)
  }

  @Test(arguments: [
    "01", "-", "1.", ".5", "1e", "+1", "nul", "[1,]", "[,1]", "{\"a\"}", "{a:1}", "\"", "'a'", "[1 2]", "\"\\x\"",
  ])
  func `what is no JSON is not read`(json: String) {
    #expect(throws: MessageDamage.notJSON) { try JSONValue(reading: Array(json.utf8)) }
  }

  @Test func `what is no UTF-8 is not read`() {
    #expect(throws: MessageDamage.notJSON) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
    #expect(throws: MessageDamage.notJSON) { try JSONValue(reading: [0x22, 0xC3, 0x22]) }
  }

  @Test func `nothing that fools a terminal is written as it is`() {
    let text = "a\u{1B}[2J\u{202E}b\u{2028}c\u{7F}\u{9B}\u{E0041}"
    let line = JSONValue.text(text).line
    #expect(line.allSatisfy { (0x20...0x7E).contains($0) })
    #expect((try? JSONValue(reading: line)) == .text(text))
  }
}
