extension Letter {
  /// The letter as JSON.
  public var json: JSONValue {
    let content: JSONValue =
      switch self.content {
      case .idea(let question, let cells):
        .message("idea", .init("question", .text(question)), .init("cells", .texts(cells)))
      case .mood(let moment, let text): .message("mood", .init("moment", .text(moment)), .init("text", .text(text)))
      case .introduction: .message("introduction")
      case .unknown(let json): json
      }
    return .object([
      .init("id", .text(id)), .init("phone", .number(phone)), .init("name", .optional(name)),
      .init("at", .number(moment)), .init("content", content),
    ])
  }

  /// Reads a letter.
  ///
  /// - Throws: What is missing in it.
  public init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    guard let content = json["content"] else { throw .member("content") }
    self.init(
      id: try members.text("id", most: 64), phone: try members.number("phone", in: 1...PhoneLimits.phones),
      name: try members.textIfAny("name"), moment: try members.number("at", in: 0...Int.max),
      content: try Content(content))
  }
}

extension Letter.Content {
  fileprivate init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    switch try members.text("is") {
    case "idea":
      self = .idea(
        question: try members.text("question"), cells: try members.texts("cells", most: PhoneLimits.fields))
    case "mood": self = .mood(moment: try members.text("moment"), text: try members.text("text"))
    case "introduction": self = .introduction
    case _: self = .unknown(json)
    }
  }
}

extension PhoneBallot {
  /// The ballot as JSON.
  public var json: JSONValue {
    .object([.init("phone", .number(phone)), .init("marks", .list(marks.map { .number($0) }))])
  }

  /// Reads a ballot.
  ///
  /// - Throws: What is missing in it.
  public init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    self.init(
      phone: try members.number("phone", in: 1...PhoneLimits.phones),
      marks: try members.list("marks", most: PhoneLimits.items).map { each throws(MessageDamage) in
        guard case .number(let mark) = each, (0...1_000).contains(mark) else { throw .member("marks") }
        return mark
      })
  }
}
