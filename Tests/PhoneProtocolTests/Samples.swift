import PhoneProtocol

/// Values of every kind.
enum Sample {
  static let letters = [
    Letter(
      id: "7-0123456789abcdef01234567", phone: 7, name: "Kari", moment: 1_795_864_583_825,
      content: .idea(question: "post.internal", cells: ["Julebrød | «fb»", "", "## \"x\"\\"])),
    Letter(id: "1-a", phone: 1, name: nil, moment: 0, content: .mood(moment: "check-in", text: "4")),
    Letter(id: "500-b", phone: 500, name: "Åse", moment: 1, content: .introduction),
  ]

  static let ways: [PhoneVote.Way] = [
    .dots(3, mostOnOne: nil), .dots(5, mostOnOne: 2), .hands, .fist, .scale, .ranking,
  ]

  static let forms: [PhoneForm] =
    [
      .ideas(
        question: "q",
        fields: [
          .init(.text, isRequired: true), .init(.number, isRequired: false),
          .init(.choice(["a", "b"]), isRequired: false),
        ]),
      .mood(moment: "check-out", .word), .mood(moment: "check-in", .score),
    ] + ways.map { .vote(PhoneVote(round: 4, way: $0, items: ["one", "two"])) }

  static let notices: [PhoneNotice] =
    forms.map { form in
      PhoneNotice(
        version: 3, formID: "f3", title: "Kringla & Korn", standing: .asking, form: form, asksName: true,
        wordings: [
          PhoneWording(
            language: "nb", trail: "Innsikt › Internt", text: "Hva har vi?", labels: ["Aktivitet", "Antall", "Kanal"],
            options: [[], [], ["A", "B"]])
        ])
    }
    + PhoneNotice.Standing.allCases.filter { $0 != .asking }.map { standing in
      PhoneNotice(
        version: 4, formID: "", title: "", standing: standing, form: nil, asksName: false, wordings: [])
    }

  static let downs: [RoomMessage] =
    [
      .open(address: "192.168.1.23", prefix: 24, port: 8080), .settle(letters: ["1-a", "2-b"]), .amend(letters),
      .closeRound(2), .forgetRound(2), .reopenRound(2), .mute(phone: 7, true), .watch, .changeCode, .shut,
    ] + notices.map { .notice($0) }

  static let ups: [PorchMessage] =
    [
      .addresses([
        PhoneAddress(interface: "wlan0", kind: .wifi, network: "Kringla-gjest", address: "192.168.1.23", prefix: 24),
        PhoneAddress(interface: "lo", kind: .loopback, network: nil, address: "127.0.0.1", prefix: 8),
      ]),
      .opened(address: "192.168.1.23", port: 8080, code: "K7QM"), .voted(phone: 3, round: 1),
      .roundClosed(round: 1, [PhoneBallot(phone: 1, marks: [3, 0]), PhoneBallot(phone: 2, marks: [1, 2])]),
      .phones(known: 18, here: 17), .inForce(version: 9), .done,
    ] + letters.map { .letter($0) } + PorchMessage.Hindrance.allCases.map { .hindered($0) }
    + PorchMessage.Sign.allCases.map { .sign($0) } + PorchMessage.Trouble.allCases.map { .trouble($0) }
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
