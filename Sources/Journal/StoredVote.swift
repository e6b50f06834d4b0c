internal import Text
internal import Workshop

// Votes, to JSON and back.
extension JSONWriter {
  mutating func members(_ round: VoteRound) {
    member("number", round.number)
    member("question", round.question.rawValue)
    member("items", round.items.map(\.rawValue))
    switch round.way {
    case .dots(let dots):
      member("way", "dots")
      member("dots", dots)
    case .hands: member("way", "hands")
    case .fist: member("way", "fist")
    case .scale: member("way", "scale")
    case .ranking: member("way", "ranking")
    }
    member("heads", round.heads)
    member("chosen", round.chosen)
    if let most = round.mostOnOne { member("most", most) }
    if round.isHeadByHead { member("entry", "heads") }
    if let earlier = round.follows { member("follows", earlier) }
  }

  mutating func members(_ entry: VoteRound.Entry) {
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
    guard let number = number.take(), let question = question.take(), let items = room.list("items"),
      let way = way(), let heads = room.number("heads"), let chosen = room.number("chosen"), number > 0, heads > 0
    else { return nil }
    var round = VoteRound(
      number: number, question: QuestionID(question), items: items.map { Handle($0) }, way: way, heads: heads,
      chosen: chosen)
    round.mostOnOne = room.number("most")
    round.isHeadByHead = room.text("entry") == "heads"
    round.follows = room.number("follows")
    // A round can only follow one that is before it.
    if let earlier = round.follows, earlier >= number { return nil }
    return .room(.voteOpened(round))
  }

  private mutating func way() -> VoteRound.Way? {
    switch room.text("way") {
    case "dots": room.number("dots").map { .dots($0) }
    case "hands": .hands
    case "fist": .fist
    case "scale": .scale
    case "ranking": .ranking
    case _: nil
    }
  }

  mutating func votesCast() -> Event? {
    guard let number = number.take(), let marks = room.numberList("marks"), marks.allSatisfy({ 0...1_000_000 ~= $0 })
    else { return nil }
    if let item = room.text("item") { return .room(.votesCast(number, .item(Handle(item), marks))) }
    return .room(.votesCast(number, .head(by: by.take(), marks)))
  }
}
