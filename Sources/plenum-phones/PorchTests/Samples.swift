import Foundation
import PhoneProtocol

@testable import Porch

enum Sample {
  static let fields = [
    PhoneForm.Field(.text, isRequired: true), PhoneForm.Field(.choice(["fb", "mail"]), isRequired: false),
  ]
  static let ideas = PhoneForm.ideas(question: "post.internal", fields: fields)

  static func vote(_ way: PhoneVote.Way, round: Int = 1) -> PhoneForm {
    .vote(PhoneVote(round: round, way: way, items: ["bread", "contest", "counter"]))
  }

  static let ways: [PhoneVote.Way] = [.dots(3, mostOnOne: 2), .hands, .fist, .scale, .ranking]

  static func notice(
    _ version: Int, _ form: PhoneForm?, standing: PhoneNotice.Standing = .asking, asksName: Bool = false
  ) -> PhoneNotice {
    PhoneNotice(
      version: version, formID: "f\(version)", title: "Kringla & Korn", standing: standing, form: form,
      asksName: asksName,
      wordings: Texts.all.map { texts in
        PhoneWording(
          language: texts.language, trail: "Internt › \(texts.language)", text: "Hva har vi?",
          labels: ["Aktivitet", "Kanal"], options: [[], ["Facebook", "E-post"]])
      })
  }

  /// Fields as a form has them.
  static func fields(_ fields: [String: String]) -> FormFields {
    func escaped(_ text: String) -> String { text.utf8.map { "%" + String($0 + 0, radix: 16).leftPadded }.joined() }
    return FormFields(
      fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(escaped($0.value))" }.joined(separator: "&").utf8)
      ?? FormFields()
  }

  static func id(_ number: Int) -> SendingID {
    let digits = String(number, radix: 16)
    return SendingID(String(repeating: "0", count: 24 - digits.count) + digits) ?? SendingID.random()
  }

  static func token(_ number: Int) -> Token {
    let digits = String(number, radix: 16)
    return Token(String(repeating: "0", count: 32 - digits.count) + digits) ?? Token.random()
  }
}

extension String {
  fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}

extension PorchState {
  /// Sends something, and counts it at once, as if it were on the disk.
  mutating func send(
    _ fields: [String: String], phone: Int = 1, id: Int = 1, form: String = "f1", at now: Int = 0
  ) -> Reception {
    let sending = Sending(phone: phone, id: Sample.id(id), formID: form, fields: Sample.fields(fields))
    let reception = receive(sending, at: now, moment: now)
    if case .new(let record, _) = reception { keep(record) }
    return reception
  }

  /// A porch with some phones that shows a form.
  static func showing(_ form: PhoneForm?, phones: Int = 3, standing: PhoneNotice.Standing = .asking) -> PorchState {
    var state = PorchState(code: "K7QM")
    for number in 1...phones { _ = state.greet(Sample.token(number), at: 0) }
    _ = state.show(Sample.notice(1, form, standing: standing))
    return state
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Runs something in a folder that is gone afterwards.
func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: "porch-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}
