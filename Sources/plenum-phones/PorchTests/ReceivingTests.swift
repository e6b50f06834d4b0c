import PhoneProtocol
import Testing

@testable import Porch

@Suite struct ReceivingTests {
  struct Rule: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var form: PhoneForm
    var fields: [String: String]
    var refusal: Refusal?

    init(_ name: String, _ form: PhoneForm, _ fields: [String: String], _ refusal: Refusal? = nil) {
      (testDescription, self.form, self.fields, self.refusal) = (name, form, fields, refusal)
    }
  }

  @Test(arguments: [
    Rule("an idea", Sample.ideas, ["c0": "Julebrød", "c1": "fb"]),
    Rule("an idea without what may be left out", Sample.ideas, ["c0": "Julebrød"]),
    Rule("nothing", Sample.ideas, ["c0": "", "c1": ""], .empty),
    Rule("blanks and controls", Sample.ideas, ["c0": " \u{202E}\u{7} "], .empty),
    Rule("no fields at all", Sample.ideas, [:], .empty),
    Rule("without what is required", Sample.ideas, ["c1": "fb"], .missing(field: 0)),
    Rule("501 characters", Sample.ideas, ["c0": String(repeating: "x", count: 501)], .tooLong),
    Rule("a choice that is none", Sample.ideas, ["c0": "x", "c1": "tv"], .noSuchOption),
    Rule("a word", .mood(moment: "check-in", .word), ["mood": "spent"]),
    Rule("no word", .mood(moment: "check-in", .word), ["mood": " "], .empty),
    Rule("a score", .mood(moment: "check-in", .score), ["mood": "5"]),
    Rule("a score that is none", .mood(moment: "check-in", .score), ["mood": "6"], .noSuchOption),
    Rule("dots", Sample.vote(.dots(3, mostOnOne: 2)), ["m0": "2", "m1": "1", "m2": "0"]),
    Rule("fewer dots than there are", Sample.vote(.dots(3, mostOnOne: nil)), ["m0": "1"]),
    Rule(
      "more dots than there are", Sample.vote(.dots(3, mostOnOne: nil)), ["m0": "2", "m1": "2"], .tooManyDots(found: 4)),
    Rule("too many on one", Sample.vote(.dots(3, mostOnOne: 2)), ["m0": "3"], .tooManyDots(found: 3)),
    Rule(
      "a dot less than none", Sample.vote(.dots(3, mostOnOne: nil)), ["m0": "-1", "m1": "4"], .tooManyDots(found: 4)),
    Rule("dots beyond all numbers", Sample.vote(.dots(3, mostOnOne: nil)), ["m0": "99999999999999999999"]),
    Rule("a hand", Sample.vote(.hands), ["hand": "2"]),
    Rule("no hand", Sample.vote(.hands), ["hand": ""]),
    Rule("a fist", Sample.vote(.fist), ["m0": "1", "m1": "5", "m2": "3"]),
    Rule("a fist without one", Sample.vote(.fist), ["m0": "1", "m1": "5"], .scoreMissing),
    Rule("six fingers", Sample.vote(.fist), ["m0": "6", "m1": "5", "m2": "3"], .scoreMissing),
    Rule("a scale", Sample.vote(.scale), ["m0": "10", "m1": "1", "m2": "7"]),
    Rule("a ranking", Sample.vote(.ranking), ["m0": "3", "m1": "1", "m2": "2"]),
    Rule("two in one place", Sample.vote(.ranking), ["m0": "1", "m1": "1", "m2": "2"], .noOrder),
    Rule("a fourth place of three", Sample.vote(.ranking), ["m0": "4", "m1": "1", "m2": "2"], .noOrder),
  ]) func `what is sent is taken, or it is said why not`(rule: Rule) {
    var state = PorchState.showing(rule.form)
    let before = state.box
    switch state.send(rule.fields) {
    case .new: #expect(rule.refusal == nil)
    case .refused(let refusal):
      #expect(refusal == rule.refusal)
      #expect(state.box == before)
    case .again: Issue.record("It never came before.")
    }
  }

  @Test func `whatever comes twice, late or in another order is there once`() {
    var random = SeededNumbers(seed: 12)
    for _ in 0..<100 {
      var state = PorchState.showing(Sample.ideas)
      var sendings = (1...20).map { (id: $0, phone: $0 % 3 + 1) }
      sendings += sendings.filter { _ in Bool.random(using: &random) }
      sendings.shuffle(using: &random)
      var expected: [String] = []
      for (place, sending) in sendings.enumerated() {
        let reception = state.send(
          ["c0": "idea \(sending.id)"], phone: sending.phone, id: sending.id, at: place * 2_000)
        let name = Sample.id(sending.id).letterID(from: sending.phone)
        #expect((reception == .again) == expected.contains(name))
        if !expected.contains(name) { expected.append(name) }
        // What the room takes meanwhile does not come back.
        if place.isMultiple(of: 5) { state.settle([name]) }
      }
      #expect(Set(expected).count == 20)
      #expect(Set(state.box.letters.map(\.id)).isSubset(of: Set(expected)))
      #expect(Set(state.box.letters.map(\.id)).count == state.box.letters.count)
      #expect(expected.allSatisfy(state.box.knows))
    }
  }

  @Test func `the first of a ranking gets the most points`() {
    var state = PorchState.showing(Sample.vote(.ranking))
    _ = state.send(["m0": "3", "m1": "1", "m2": "2"])
    #expect(state.box.ballots(to: 1) == [PhoneBallot(phone: 1, marks: [1, 3, 2])])
  }

  @Test func `what is a command or a heading elsewhere is a text`() {
    var state = PorchState.showing(Sample.ideas)
    for (number, text) in ["/undo", "## q2", "Kari: ja", "~", "a | b"].enumerated() {
      _ = state.send(["c0": text], id: number + 1)
    }
    let expected = ["/undo", "## q2", "Kari: ja", "~", "a | b"].map { text in
      Letter.Content.idea(question: "post.internal", cells: [text, ""])
    }
    #expect(state.box.letters.map(\.content) == expected)
  }

  @Test func `a name is kept only while names are asked for`() {
    var state = PorchState.showing(Sample.ideas)
    _ = state.send(["c0": "a", "name": "Kari"], id: 1)
    _ = state.show(Sample.notice(2, Sample.ideas, asksName: true))
    _ = state.send(["c0": "b", "name": " Kari\n"], id: 2, form: "f2")
    _ = state.send(["c0": "c", "name": ""], id: 3, form: "f2")
    #expect(state.box.letters.map(\.name) == [nil, "Kari", nil])
  }

  @Test func `a letter to a question that the room has left is taken, under that question`() {
    var state = PorchState.showing(Sample.ideas)
    _ = state.show(Sample.notice(2, .ideas(question: "post.next", fields: Sample.fields)))
    _ = state.send(["c0": "late"], form: "f1")
    #expect(state.box.letters.map(\.question) == ["post.internal"])
    #expect(state.send(["c0": "x"], id: 2, form: "f99") == .refused(.unknownForm))
  }

  @Test func `nothing is taken off the record, and nothing of it is kept`() {
    var state = PorchState.showing(Sample.ideas)
    _ = state.show(Sample.notice(2, nil, standing: .offRecord))
    #expect(state.send(["c0": "secret"], form: "f1") == .refused(.offRecord))
    #expect(!"\(state.records)".contains("secret"))
  }

  @Test(arguments: [PhoneNotice.Standing.covered, .pause, .nothing])
  func `what is half written when the screen changes can still be sent`(standing: PhoneNotice.Standing) {
    var state = PorchState.showing(Sample.ideas)
    _ = state.show(Sample.notice(2, nil, standing: standing))
    _ = state.send(["c0": "late"], form: "f1")
    #expect(state.box.letters.count == 1)
  }

  /// After a crash: a vote that is sent again before the room has spoken is not told that it came too late.
  @Test func `before the room has said what is asked a phone is told to try again`() {
    var state = PorchState(code: "K7QM", records: PorchState.showing(Sample.vote(.hands)).records, at: 0)
    #expect(state.send(["hand": "1"]) == .refused(.tooEarly))
    #expect(Refusal.tooEarly.status == 503)
    _ = state.show(Sample.notice(1, Sample.vote(.hands)))
    _ = state.send(["hand": "1"])
    #expect(state.box.ballots(to: 1).map(\.marks) == [[0, 1, 0]])
  }

  @Test func `a muted phone is told so, and others are not touched`() {
    var state = PorchState.showing(Sample.ideas)
    state.phones[2]?.isMuted = true
    #expect(state.send(["c0": "a"], phone: 2) == .refused(.muted))
    _ = state.send(["c0": "a"], phone: 1)
    #expect(state.box.letters.map(\.phone) == [1])
  }
}

@Suite struct VotingTests {
  @Test func `the last ballot of a phone counts, in whatever order they come`() {
    var random = SeededNumbers(seed: 5)
    for _ in 0..<200 {
      var state = PorchState.showing(Sample.vote(.dots(9, mostOnOne: nil)))
      var sendings = (1...6).map { (sequence: $0, dots: $0) }
      sendings += sendings
      sendings.shuffle(using: &random)
      for (place, sending) in sendings.enumerated() {
        _ = state.send(
          ["m0": "\(sending.dots)", "seq": "\(sending.sequence)"], id: sending.sequence, at: place * 2_000)
      }
      #expect(state.box.ballots(to: 1) == [PhoneBallot(phone: 1, marks: [6, 0, 0])])
    }
  }

  @Test func `a round that is closed takes nothing, and goes on when its closing is taken back`() {
    var state = PorchState.showing(Sample.vote(.hands))
    _ = state.send(["hand": "0"], id: 1)
    state.box.close(1)
    #expect(state.send(["hand": "1"], id: 2) == .refused(.voteClosed))
    state.box.forget(1)
    #expect(!"\(state.records)".contains("marks"))
    state.box.reopen(1)
    _ = state.send(["hand": "1"], phone: 2, id: 3)
    #expect(state.box.ballots(to: 1).map(\.marks) == [[1, 0, 0], [0, 1, 0]])
  }

  @Test func `once a round is forgotten no file holds a phone and its ballot, but for the id`() {
    var state = PorchState.showing(Sample.vote(.dots(7, mostOnOne: nil)))
    _ = state.send(["m1": "7"], id: 1)
    state.box.forget(1)
    let lines = String(decoding: state.records.flatMap(\.line), as: UTF8.self)
    #expect(!lines.contains("[0,7,0]"))
    #expect(lines.contains("1-000000000000000000000001"))
    // Coming again, it is answered as before, and counts for nothing.
    #expect(state.send(["m1": "7"], id: 1) == .again)
    var after = PorchState(code: "K7QM", records: state.records, at: 0)
    _ = after.show(Sample.notice(1, Sample.vote(.dots(7, mostOnOne: nil))))
    #expect(after.send(["m1": "7"], id: 1) == .again)
    #expect(after.box.ballots(to: 1).isEmpty)
  }

  @Test func `another round is not touched by the one before it`() {
    var state = PorchState.showing(Sample.vote(.hands))
    _ = state.send(["hand": "0"], id: 1)
    state.box.forget(1)
    _ = state.show(Sample.notice(2, Sample.vote(.hands, round: 2)))
    #expect(state.send(["hand": "0"], id: 2, form: "f1") == .refused(.voteClosed))
    _ = state.send(["hand": "2"], id: 3, form: "f2")
    #expect(state.box.ballots(to: 1).isEmpty)
    #expect(state.box.ballots(to: 2).map(\.marks) == [[0, 0, 1]])
  }
}
