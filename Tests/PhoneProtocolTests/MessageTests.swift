import PhoneProtocol
import Testing

@Suite struct MessageTests {
  @Test(arguments: Sample.downs) func `what the room says is read as it was written`(message: RoomMessage) throws {
    #expect(message.line.last == 0x0A)
    #expect(message.line.filter { $0 == 0x0A }.count == 1)
    #expect(try RoomMessage(line: message.line) == message)
  }

  @Test(arguments: Sample.ups) func `what the room is told is read as it was written`(message: PorchMessage) throws {
    #expect(message.line.filter { $0 == 0x0A }.count == 1)
    #expect(try PorchMessage(line: message.line) == message)
  }

  @Test func `what a later version says survives`() throws {
    let line = Array(#"{"is":"wave","with":["both",{"hands":true}],"times":1.5e3}"#.utf8)
    let down = try RoomMessage(line: line)
    let up = try PorchMessage(line: line)
    #expect(down == .unknown(try JSONValue(reading: line)))
    #expect(down.line.dropLast() == line[...])
    #expect(up.line.dropLast() == line[...])
  }

  @Test func `a form of a later version survives in its notice`() throws {
    let json = try JSONValue(reading: Array(#"{"is":"drawing","colours":7}"#.utf8))
    var notice = Sample.notices[0]
    notice.form = .unknown(json)
    #expect(try RoomMessage(line: RoomMessage.notice(notice).line) == .notice(notice))
  }

  @Test func `a standing of a later version shows nothing`() throws {
    let line = String(decoding: RoomMessage.notice(Sample.notices[0]).line, as: UTF8.self)
    let later = line.replacing(#""standing":"asking""#, with: #""standing":"dancing""#)
    guard case .notice(let notice) = try RoomMessage(line: Array(later.utf8)) else {
      Issue.record("It is no notice.")
      return
    }
    #expect(notice.standing == .covered)
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var line: String
    var damage: MessageDamage

    init(_ name: String, _ line: String, _ damage: MessageDamage) {
      (testDescription, self.line, self.damage) = (name, line, damage)
    }
  }

  @Test(arguments: [
    Bad("nothing", "", .notJSON),
    Bad("half a line", #"{"is":"shut""#, .notJSON),
    Bad("something behind it", #"{"is":"shut"} x"#, .notJSON),
    Bad("a comma too many", #"{"is":"shut",}"#, .notJSON),
    Bad("no kind", #"{"round":1}"#, .member("is")),
    Bad("a list", "[]", .member("is")),
    Bad("a round that is none", #"{"is":"close-round","round":0}"#, .member("round")),
    Bad("a round that is a text", #"{"is":"close-round","round":"1"}"#, .member("round")),
    Bad("a round beyond all numbers", #"{"is":"close-round","round":99999999999999999999}"#, .member("round")),
    Bad("phone 501", #"{"is":"mute","phone":501,"mute":true}"#, .member("phone")),
    Bad("a port that is none", #"{"is":"open","address":"127.0.0.1","prefix":8,"port":65536}"#, .member("port")),
    Bad("half a surrogate pair", #"{"is":"\ud83d"}"#, .notJSON),
    Bad("a control character", "{\"is\":\"a\u{1}\"}", .notJSON),
    Bad(
      "a notice without its form",
      #"{"is":"notice","notice":{"version":1,"form-id":"f","title":"","standing":"asking","asks-name":false,"#
        + #""wordings":[]}}"#, .member("form")),
    Bad("17 lists in one another", String(repeating: "[", count: 18), .tooDeep),
    Bad("no UTF-8 where letters are", #"{"is":"settle","letters":[1]}"#, .member("letters")),
  ]) func `what cannot be read says why`(bad: Bad) {
    #expect(throws: bad.damage) { try RoomMessage(line: Array(bad.line.utf8)) }
  }

  @Test func `a label for each field in each language is wanted`() {
    var notice = Sample.notices[0]
    notice.wordings[0].labels.removeLast()
    #expect(throws: MessageDamage.member("labels")) { try RoomMessage(line: RoomMessage.notice(notice).line) }
    notice = Sample.notices[0]
    notice.wordings[0].options[2].removeLast()
    #expect(throws: MessageDamage.member("options")) { try RoomMessage(line: RoomMessage.notice(notice).line) }
  }

  @Test func `a line that is too long is not read`() {
    #expect(throws: MessageDamage.tooLong) {
      try RoomMessage(line: [UInt8](repeating: 0x20, count: PhoneLimits.line + 1))
    }
  }

  /// Bytes of every message changed, cut and doubled: what comes of it is a message or a damage, never the end.
  @Test func `no line ends the reading`() {
    var random = SeededNumbers(seed: 22)
    for line in Sample.downs.map(\.line) + Sample.ups.map(\.line) {
      for place in stride(from: 0, to: line.count, by: 5) {
        var changed = line
        changed[place] = UInt8.random(in: 0...255, using: &random)
        for bytes in [changed, Array(line[..<place]), line[..<place] + line] {
          if let message = try? RoomMessage(line: bytes) { #expect((try? RoomMessage(line: message.line)) == message) }
          if let message = try? PorchMessage(line: bytes) {
            #expect((try? PorchMessage(line: message.line)) == message)
          }
        }
      }
    }
  }

  @Test func `lines are the same however a pipe cuts them`() {
    let lines = Sample.downs.map(\.line)
    let bytes = lines.flatMap { $0 }
    var random = SeededNumbers(seed: 7)
    for _ in 0..<50 {
      var reading = MessageLines()
      var read: [[UInt8]?] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...400, using: &random))
        read += reading.take(piece)
        rest = rest.dropFirst(piece.count)
      }
      #expect(read == lines.map { $0.dropLast() })
    }
  }

  @Test func `of a line that is too long nothing is kept, and the next one is read`() {
    var reading = MessageLines()
    for _ in 0..<20 { #expect(reading.take([UInt8](repeating: 0x61, count: PhoneLimits.line / 8)).isEmpty) }
    #expect(reading.take(Array("b\nc\n".utf8)) == [nil, Array("c".utf8)])
  }
}
