internal import PhoneProtocol

// A record as its line: an object, whose last member is the checksum of all that stands before it.
extension Record {
  /// The line, with its end.
  var line: [UInt8] {
    var bytes = json.line
    bytes.removeLast()
    return bytes + Record.seal(of: bytes) + [0x0A]
  }

  /// Reads a line without its end; nil when it is not as it was written.
  init?(line: some BidirectionalCollection<UInt8>) {
    // `,"c":"e3069283"}`
    let sealed = line.suffix(16)
    let content = line.dropLast(16)
    guard sealed.elementsEqual(Record.seal(of: content)), let json = try? JSONValue(reading: content + [0x7D]),
      let record = Record(json)
    else { return nil }
    self = record
  }

  private static func seal(of bytes: some Sequence<UInt8>) -> [UInt8] {
    Array(#","c":""#.utf8) + Checksum.digits(of: bytes) + Array(#""}"#.utf8)
  }

  private var json: JSONValue {
    switch self {
    case .head(let code, let port): object("head", .init("code", .text(code)), .init("port", .number(port)))
    case .phone(let number, let token):
      object("phone", .init("number", .number(number)), .init("token", .text(token.digits)))
    case .mute(let phone, let isMuted): object("mute", .init("phone", .number(phone)), .init("mute", .flag(isMuted)))
    case .form(let id, let form): object("form", .init("id", .text(id)), .init("form", form.json))
    case .letter(let letter): object("letter", .init("letter", letter.json))
    case .ballot(let ballot):
      object(
        "ballot", .init("id", .text(ballot.id)), .init("round", .number(ballot.round)),
        .init("seq", .number(ballot.sequence)),
        .init("ballot", PhoneBallot(phone: ballot.phone, marks: ballot.marks).json))
    case .remembered(let ids): object("remembered", .init("ids", .list(ids.map { .text($0) })))
    }
  }

  private func object(_ kind: String, _ members: JSONValue.Member...) -> JSONValue {
    .object([.init("is", .text(kind))] + members)
  }

  private init?(_ json: JSONValue) {
    guard case .text(let kind) = json["is"] else { return nil }
    switch kind {
    case "head":
      guard case .text(let code) = json["code"], case .number(let port) = json["port"], Code.isOne(code) else {
        return nil
      }
      self = .head(code: code, port: port)
    case "phone":
      guard case .number(let number) = json["number"], case .text(let digits) = json["token"],
        let token = Token(digits)
      else { return nil }
      self = .phone(number: number, token)
    case "mute":
      guard case .number(let phone) = json["phone"], case .flag(let isMuted) = json["mute"] else { return nil }
      self = .mute(phone: phone, isMuted)
    case "form":
      guard case .text(let id) = json["id"], let form = json["form"].flatMap({ try? PhoneForm($0) }) else { return nil }
      self = .form(id: id, form)
    case "letter":
      guard let letter = json["letter"].flatMap({ try? Letter($0) }) else { return nil }
      self = .letter(letter)
    case "ballot":
      guard case .text(let id) = json["id"], case .number(let round) = json["round"],
        case .number(let sequence) = json["seq"], let ballot = json["ballot"].flatMap({ try? PhoneBallot($0) })
      else { return nil }
      self = .ballot(
        Box.Ballot(id: id, phone: ballot.phone, round: round, sequence: sequence, marks: ballot.marks))
    case "remembered":
      guard case .list(let list) = json["ids"] else { return nil }
      self = .remembered(list.compactMap { if case .text(let id) = $0 { id } else { nil } })
    case _: return nil
    }
  }
}
