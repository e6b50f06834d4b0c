extension Command {
  /// `/vote dots 3 heads 8 top 3 each`, in any order; `/vote close`, `again`, `cancel`, `list`.
  init(vote argument: String, in language: Language) throws(Refusal) {
    var settings = VoteSettings()
    var words = argument.split(whereSeparator: \.isWhitespace)[...]
    var isAgain = false
    while let word = words.popFirst() {
      if Int(digits: word) != nil {
        settings.dots = try VoteSettings.number(word, in: 1...100)
        continue
      }
      switch try CommandVerb(String(word), of: .vote, in: language) {
      case .close:
        self = .vote(.close(anyway: try VoteSettings.isAnyway(words, in: language)))
        return
      case .cancel: self = .vote(.cancel); return
      case .list: self = .look(.votes); return
      case .again: isAgain = true
      case .dots: settings.way = .dots
      case .hands: settings.way = .hands
      case .fist: settings.way = .fist
      case .scale: settings.way = .scale
      case .order: settings.way = .ranking
      case .each: settings.isHeadByHead = true
      case .heads: settings.heads = try VoteSettings.number(words.popFirst(), after: word, in: 1...500)
      case .top: settings.chosen = try VoteSettings.number(words.popFirst(), after: word, in: 1...100)
      case .most: settings.mostOnOne = try VoteSettings.number(words.popFirst(), after: word, in: 1...100)
      case _:
        throw .unknownVerb(String(word), of: .vote, known: CommandVerb.shown(of: .vote, in: language))
      }
    }
    self = .vote(isAgain ? .again(settings) : .open(settings))
  }
}

extension VoteRound.Way {
  /// The word by which a vote is opened in this way.
  public var verb: CommandVerb {
    switch self {
    case .dots: .dots
    case .hands: .hands
    case .fist: .fist
    case .scale: .scale
    case .ranking: .order
    }
  }
}

extension VoteSettings {
  fileprivate static func number(
    _ word: Substring?, after name: Substring, in range: ClosedRange<Int>
  ) throws(Refusal) -> Int {
    guard let word, Int(digits: word) != nil else { throw .numberNeeded(after: String(name)) }
    return try number(word, in: range)
  }

  fileprivate static func number(_ word: Substring, in range: ClosedRange<Int>) throws(Refusal) -> Int {
    guard let number = Int(digits: word), range.contains(number) else {
      throw .numberOutOfRange(String(word), range)
    }
    return number
  }

  fileprivate static func isAnyway(_ words: ArraySlice<Substring>, in language: Language) throws(Refusal) -> Bool {
    guard let word = words.first else { return false }
    guard CommandVerb.known(String(word), of: .vote, in: language) == .anyway, words.count == 1 else {
      let anyway = CommandVerb.anyway.shown(in: language, of: .vote)
      throw .unknownVerb(words.joined(separator: " "), of: .vote, known: [anyway])
    }
    return true
  }
}
