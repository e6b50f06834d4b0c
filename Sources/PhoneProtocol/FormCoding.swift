extension PhoneForm {
  /// The form as JSON.
  public var json: JSONValue {
    switch self {
    case .ideas(let question, let fields):
      .message("ideas", .init("question", .text(question)), .init("fields", .list(fields.map(\.json))))
    case .vote(let vote): vote.json
    case .mood(let moment, let mood):
      .message("mood", .init("moment", .text(moment)), .init("as", .text(mood.rawValue)))
    case .unknown(let json): json
    }
  }

  /// Reads a form.
  ///
  /// - Throws: What is missing in it.
  public init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    switch try members.text("is") {
    case "ideas":
      let fields = try members.list("fields", most: PhoneLimits.fields).map { each throws(MessageDamage) in
        try Field(each)
      }
      guard !fields.isEmpty else { throw .member("fields") }
      self = .ideas(question: try members.text("question"), fields: fields)
    case "vote": self = .vote(try PhoneVote(members))
    case "mood": self = .mood(moment: try members.text("moment"), try members.value("as", of: Mood.self))
    case _: self = .unknown(json)
    }
  }
}

extension PhoneForm.Field {
  fileprivate var json: JSONValue {
    let required = JSONValue.Member("required", .flag(isRequired))
    return switch kind {
    case .text: .message("text", required)
    case .number: .message("number", required)
    case .choice(let options): .message("choice", required, .init("options", .texts(options)))
    }
  }

  fileprivate init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    let kind: Kind
    switch try members.text("is") {
    case "number": kind = .number
    case "choice": kind = .choice(try members.texts("options", most: PhoneLimits.items))
    // What a later version asks for otherwise can still be written as a text.
    case _: kind = .text
    }
    self.init(kind, isRequired: try members.flag("required"))
  }
}

extension PhoneVote {
  fileprivate var json: JSONValue {
    let name: String
    var dots: Int?
    var most: Int?
    switch way {
    case .dots(let number, let mostOnOne): (name, dots, most) = ("dots", number, mostOnOne)
    case .hands: name = "hands"
    case .fist: name = "fist"
    case .scale: name = "scale"
    case .ranking: name = "ranking"
    }
    return .message(
      "vote", .init("round", .number(round)), .init("way", .text(name)), .init("dots", .optional(dots)),
      .init("most", .optional(most)), .init("items", .texts(items)))
  }

  fileprivate init(_ members: Members) throws(MessageDamage) {
    let way: Way
    switch try members.text("way") {
    case "dots":
      way = .dots(
        try members.number("dots", in: 1...1_000), mostOnOne: try members.numberIfAny("most", in: 1...1_000))
    case "hands": way = .hands
    case "fist": way = .fist
    case "scale": way = .scale
    case "ranking": way = .ranking
    case _: throw .member("way")
    }
    let items = try members.texts("items", most: PhoneLimits.items)
    guard !items.isEmpty else { throw .member("items") }
    self.init(round: try members.number("round", in: 1...Int.max), way: way, items: items)
  }
}

extension PhoneNotice {
  /// The notice as JSON.
  public var json: JSONValue {
    .object([
      .init("version", .number(version)), .init("form-id", .text(formID)), .init("title", .text(title)),
      .init("standing", .text(standing.rawValue)), .init("form", form?.json ?? .null),
      .init("asks-name", .flag(asksName)), .init("wordings", .list(wordings.map(\.json))),
    ])
  }

  /// Reads a notice.
  ///
  /// - Throws: What is missing in it: a form, when one is asked, and a label for each of its fields, in each language.
  public init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    let form: PhoneForm? = if let form = json["form"], form != .null { try PhoneForm(form) } else { nil }
    let wordings = try members.list("wordings", most: PhoneLimits.languages).map { each throws(MessageDamage) in
      try PhoneWording(each)
    }
    self.init(
      version: try members.number("version", in: 0...Int.max), formID: try members.text("form-id", most: 64),
      title: try members.text("title"),
      // What a later version shows otherwise is nothing that this one could show.
      standing: Standing(rawValue: try members.text("standing")) ?? .covered, form: form,
      asksName: try members.flag("asks-name"), wordings: wordings)
    try checkWordings()
  }

  private func checkWordings() throws(MessageDamage) {
    guard standing == .asking else { return }
    guard let form else { throw .member("form") }
    guard !wordings.isEmpty else { throw .member("wordings") }
    guard case .ideas(_, let fields) = form else { return }
    for wording in wordings {
      guard wording.labels.count == fields.count else { throw .member("labels") }
      for (place, field) in fields.enumerated() {
        guard case .choice(let ids) = field.kind else { continue }
        guard wording.options.indices.contains(place), wording.options[place].count == ids.count else {
          throw .member("options")
        }
      }
    }
  }
}

extension PhoneWording {
  fileprivate var json: JSONValue {
    .object([
      .init("language", .text(language)), .init("trail", .text(trail)), .init("text", .text(text)),
      .init("labels", .texts(labels)), .init("options", .list(options.map { .texts($0) })),
    ])
  }

  fileprivate init(_ json: JSONValue) throws(MessageDamage) {
    let members = Members(json)
    self.init(
      language: try members.text("language", most: 16), trail: try members.text("trail"),
      text: try members.text("text"), labels: try members.texts("labels", most: PhoneLimits.fields),
      options: try members.textLists("options", most: PhoneLimits.fields))
  }
}
