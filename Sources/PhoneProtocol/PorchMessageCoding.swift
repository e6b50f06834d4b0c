extension PorchMessage {
  /// The message on one line, with its line end.
  public var line: [UInt8] { json.line + [0x0A] }

  private var json: JSONValue {
    switch self {
    case .addresses(let addresses): .message("addresses", .init("addresses", .list(addresses.map(\.json))))
    case .opened(let address, let port, let code):
      .message("opened", .init("address", .text(address)), .init("port", .number(port)), .init("code", .text(code)))
    case .hindered(let hindrance): .message("hindered", .init("by", .text(hindrance.rawValue)))
    case .letter(let letter): .message("letter", .init("letter", letter.json))
    case .voted(let phone, let round):
      .message("voted", .init("phone", .number(phone)), .init("round", .number(round)))
    case .roundClosed(let round, let ballots):
      .message(
        "round-closed", .init("round", .number(round)), .init("ballots", .list(ballots.map(\.json))))
    case .phones(let known, let here):
      .message("phones", .init("known", .number(known)), .init("here", .number(here)))
    case .inForce(let version): .message("in-force", .init("version", .number(version)))
    case .sign(let sign): .message("sign", .init("sign", .text(sign.rawValue)))
    case .trouble(let trouble): .message("trouble", .init("with", .text(trouble.rawValue)))
    case .done: .message("done")
    case .unknown(let json): json
    }
  }

  /// Reads a line.
  ///
  /// - Parameter line: The bytes of one line, with or without its end.
  /// - Throws: What is wrong with it. What a later version says is ``unknown(_:)``.
  public init(line: some Collection<UInt8>) throws(MessageDamage) {
    let json = try JSONValue(reading: line)
    let members = Members(json)
    let phones = 0...PhoneLimits.phones
    switch try members.text("is") {
    case "addresses":
      self = .addresses(
        try members.list("addresses", most: 1_000).map { each throws(MessageDamage) in try PhoneAddress(each) })
    case "opened":
      self = .opened(
        address: try members.text("address", most: 15), port: try members.number("port", in: 1...65_535),
        code: try members.text("code", most: 16))
    case "hindered": self = .hindered(try members.value("by", of: Hindrance.self))
    case "letter":
      guard let letter = json["letter"] else { throw .member("letter") }
      self = .letter(try Letter(letter))
    case "voted":
      self = .voted(phone: try members.number("phone", in: phones), round: try members.number("round", in: 1...Int.max))
    case "round-closed":
      self = .roundClosed(
        round: try members.number("round", in: 1...Int.max),
        try members.list("ballots", most: PhoneLimits.phones).map { each throws(MessageDamage) in
          try PhoneBallot(each)
        })
    case "phones":
      self = .phones(known: try members.number("known", in: phones), here: try members.number("here", in: phones))
    case "in-force": self = .inForce(version: try members.number("version", in: 0...Int.max))
    case "sign": self = Sign(rawValue: try members.text("sign")).map { .sign($0) } ?? .unknown(json)
    case "trouble": self = Trouble(rawValue: try members.text("with")).map { .trouble($0) } ?? .unknown(json)
    case "done": self = .done
    case _: self = .unknown(json)
    }
  }
}

extension PhoneAddress {
  fileprivate var json: JSONValue {
    .object([
      .init("interface", .text(interface)), .init("kind", .text(kind.rawValue)), .init("network", .optional(network)),
      .init("address", .text(address)), .init("prefix", .number(prefix)),
    ])
  }

  fileprivate init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    self.init(
      interface: try members.text("interface"), kind: try members.value("kind", of: Kind.self),
      network: try members.textIfAny("network"), address: try members.text("address", most: 15),
      prefix: try members.number("prefix", in: 0...32))
  }
}
