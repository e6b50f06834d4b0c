internal import Text
internal import Workshop

// Votes, to JSON and back.
extension JSONWriter {
  mutating func vote(_ event: VoteEvent) {
    switch event {
    case .opened(let round):
      type(.voteOpened)
      members(round)
    case .cast(let number, let entry):
      type(.votesCast)
      member("number", number)
      members(entry)
    case .headsChanged(let number, let heads):
      type(.headsChanged)
      member("number", number)
      member("heads", heads)
    case .closed(let number):
      type(.voteClosed)
      member("number", number)
    case .cancelled(let number):
      type(.voteCancelled)
      member("number", number)
    }
  }

  private mutating func members(_ round: VoteRound) {
    member("number", round.number)
    member("question", round.question.rawValue)
    member("items", round.items.map(\.rawValue))
    member("way", round.way.stored)
    if round.way == .dots { member("dots", round.dots) }
    member("heads", round.heads)
    member("chosen", round.chosen)
    if let most = round.mostOnOne { member("most", most) }
    if round.isHeadByHead { member("entry", "heads") }
    if let earlier = round.follows { member("follows", earlier) }
  }

  private mutating func members(_ entry: VoteRound.Entry) {
    switch entry {
    case .item(let handle, let marks):
      member("item", handle.rawValue)
      member("marks", marks)
    case .head(let by, let marks):
      member("by", by)
      member("marks", marks)
    }
  }

  mutating func member(_ name: StaticString, _ values: [Int]) {
    key(name)
    beginArray()
    for value in values { number(value) }
    endArray()
  }
}

extension VoteRound.Way {
  /// What it is called in a journal. These names outlive the names in the program.
  fileprivate var stored: String {
    switch self {
    case .dots: "dots"
    case .hands: "hands"
    case .fist: "fist"
    case .scale: "scale"
    case .ranking: "ranking"
    }
  }

  fileprivate init?(stored: String) {
    guard let way = VoteRound.Way.allCases.first(where: { $0.stored == stored }) else { return nil }
    self = way
  }
}

extension JSONReader {
  /// A list of whole numbers; nil for anything else.
  mutating func numbers() throws(Damage) -> [Int]? {
    guard isBeforeArray() else {
      try passValue()
      return nil
    }
    var numbers: [Int]? = []
    try beginArray()
    while try hasElement() {
      if let number = try number() { numbers?.append(number) } else { numbers = nil }
    }
    return numbers
  }
}

extension StoredMembers {
  mutating func voteOpened() -> Event? {
    guard let number = number.take(), let question = question.take(), let items = topic.list("items"),
      let way = topic.text("way").flatMap({ VoteRound.Way(stored: $0) }), let heads = topic.number("heads"),
      let chosen = topic.number("chosen"), number > 0, heads > 0
    else { return nil }
    guard let dots = way == .dots ? topic.number("dots") : 1 else { return nil }
    var round = VoteRound(
      number: number, question: QuestionID(question), items: items.map { Handle($0) }, way: way, dots: dots,
      heads: heads, chosen: chosen)
    round.mostOnOne = topic.number("most")
    round.isHeadByHead = topic.text("entry") == "heads"
    round.follows = topic.number("follows")
    // A round can only follow one that is before it.
    if let earlier = round.follows, earlier >= number { return nil }
    return .vote(.opened(round))
  }

  mutating func headsChanged() -> Event? {
    guard let number = number.take(), let heads = topic.number("heads"), heads > 0 else { return nil }
    return .vote(.headsChanged(number, heads))
  }

  mutating func votesCast() -> Event? {
    guard let number = number.take(), let marks = topic.numberList("marks"), marks.allSatisfy({ 0...1_000_000 ~= $0 })
    else { return nil }
    if let item = topic.text("item") { return .vote(.cast(number, .item(Handle(item), marks))) }
    return .vote(.cast(number, .head(by: by.take(), marks)))
  }
}
