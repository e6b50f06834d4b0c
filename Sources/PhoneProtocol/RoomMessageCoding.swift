extension RoomMessage {
  /// The message on one line, with its line end.
  public var line: [UInt8] { json.line + [0x0A] }

  private var json: JSONValue {
    switch self {
    case .open(let address, let prefix, let port):
      .message(
        "open", .init("address", .text(address)), .init("prefix", .number(prefix)), .init("port", .number(port)))
    case .notice(let notice): .message("notice", .init("notice", notice.json))
    case .settle(let letters): .message("settle", .init("letters", .texts(letters)))
    case .amend(let letters): .message("amend", .init("letters", .list(letters.map(\.json))))
    case .closeRound(let round): .message("close-round", .init("round", .number(round)))
    case .forgetRound(let round): .message("forget-round", .init("round", .number(round)))
    case .reopenRound(let round): .message("reopen-round", .init("round", .number(round)))
    case .mute(let phone, let isMute):
      .message("mute", .init("phone", .number(phone)), .init("mute", .flag(isMute)))
    case .watch: .message("watch")
    case .changeCode: .message("change-code")
    case .shut: .message("shut")
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
    switch try members.text("is") {
    case "open":
      self = .open(
        address: try members.text("address", most: 15), prefix: try members.number("prefix", in: 1...32),
        port: try members.number("port", in: 0...65_535))
    case "notice":
      guard let notice = json["notice"] else { throw .member("notice") }
      self = .notice(try PhoneNotice(notice))
    case "settle": self = .settle(letters: try members.texts("letters", most: PhoneLimits.letters))
    case "amend":
      self = .amend(
        try members.list("letters", most: PhoneLimits.letters).map { each throws(MessageDamage) in try Letter(each) })
    case "close-round": self = .closeRound(try members.number("round", in: 1...Int.max))
    case "forget-round": self = .forgetRound(try members.number("round", in: 1...Int.max))
    case "reopen-round": self = .reopenRound(try members.number("round", in: 1...Int.max))
    case "mute":
      self = .mute(phone: try members.number("phone", in: 1...PhoneLimits.phones), try members.flag("mute"))
    case "watch": self = .watch
    case "change-code": self = .changeCode
    case "shut": self = .shut
    case _: self = .unknown(json)
    }
  }
}
