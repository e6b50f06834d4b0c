import PhoneProtocol
import Testing

@testable import Porch

@Suite struct LimitTests {
  @Test func `ten at once, and then one each second`() {
    var bucket = Bucket(size: 10, perSecond: 1)
    var given: [Int: Int] = [:]
    for moment in [0, 999, 1_000, 60_000] {
      for _ in 0..<15 { given[moment, default: 0] += bucket.take(at: moment) ? 1 : 0 }
    }
    #expect(given == [0: 10, 999: 0, 1_000: 1, 60_000: 10])
  }

  @Test func `a phone that sends too fast is told so; what came is there`() {
    var state = PorchState.showing(Sample.ideas)
    for id in 1...10 { _ = state.send(["c0": "x"], id: id) }
    #expect(state.send(["c0": "x"], id: 11) == .refused(.tooFast))
    // What is sent again costs nothing.
    #expect(state.send(["c0": "x"], id: 10) == .again)
    #expect(state.box.letters.count == 10)
    _ = state.send(["c0": "x"], phone: 2, id: 1)
    #expect(state.box.letters.count == 11)
  }

  @Test func `60 letters of one phone to one question, and no more after a crash`() {
    var state = PorchState.showing(Sample.ideas)
    for id in 1...60 { _ = state.send(["c0": "x"], id: id, at: id * 1_000) }
    #expect(state.send(["c0": "x"], id: 61, at: 100_000) == .refused(.tooMany))
    var after = PorchState(code: "K7QM", records: state.records, at: 0)
    _ = after.show(Sample.notice(1, Sample.ideas))
    #expect(after.send(["c0": "x"], id: 62, at: 200_000) == .refused(.tooMany))
  }

  @Test func `2,000 letters fill the box`() {
    var state = PorchState.showing(Sample.ideas, phones: 40)
    for id in 0..<2_000 { _ = state.send(["c0": "x"], phone: id % 40 + 1, id: id + 1, at: id * 1_000) }
    #expect(state.send(["c0": "x"], phone: 1, id: 3_000, at: 9_000_000) == .refused(.boxFull))
    state.settle([state.box.letters[0].id])
    _ = state.send(["c0": "x"], phone: 1, id: 3_001, at: 9_100_000)
    #expect(state.box.letters.count == 2_000)
  }

  @Test func `500 phones are as many as fit`() {
    var state = PorchState(code: "K7QM")
    for number in 1...500 { #expect(state.greet(Sample.token(number), at: 0)?.phone == number) }
    #expect(state.greet(Sample.token(501), at: 0) == nil)
    #expect(state.greet(Sample.token(17), at: 0)?.phone == 17)
  }

  @Test func `only so many ids are remembered, the oldest go first`() {
    var box = Box()
    box.remember((0..<PhoneLimits.remembered + 5).map { "id\($0)" })
    #expect(!box.knows("id4"))
    #expect(box.knows("id5"))
    let line = Record.remembered((0..<PhoneLimits.remembered).map { Sample.id($0).letterID(from: 500) }).line
    #expect(line.count < PhoneLimits.line)
  }

  @Test(arguments: ["K7Q", "K7QMM", "K7QA", "K7Q1", "k7qm", ""]) func `that is no code`(code: String) {
    #expect(!Code.isOne(code))
  }

  @Test func `a code has no vowels and no look-alikes`() {
    #expect(Code.letters.count == 28)
    #expect(Set(Code.letters).isDisjoint(with: "AEIOUL01"))
    for _ in 0..<1_000 { #expect(Code.isOne(Code.random())) }
    #expect(Code.typed(" k7 qm ") == "K7QM")
  }
}
