// What is typed about phones, and about what they wrote.
extension Command {
  /// `/phones`, `/phones 2`, `/phones off`, `/phones admit 3 KH`, `/phones wifi NAME | PASSWORD`.
  init(phones argument: String, in language: Language) throws(Refusal) {
    let (word, rest) = argument.firstWord
    guard !word.isEmpty else {
      self = .phones(.open(network: nil))
      return
    }
    if Int(digits: word) != nil {
      self = .phones(.open(network: try word.number(in: 1...100)))
      return
    }
    switch try CommandVerb(word, of: .phones, in: language) {
    case .off: self = .phones(.off(anyway: try rest.isVerb(.anyway, of: .phones, in: language)))
    case .who: self = .look(.phones)
    case .names: self = .phones(.names(try !rest.isVerb(.off, of: .phones, in: language)))
    case .mute: self = .phones(.mute(try rest.needed(by: .phones).number(in: 1...500)))
    case .admit:
      let (number, name) = try rest.needed(by: .phones).firstWord
      self = .phones(.admit(try number.number(in: 1...500), as: name.isEmpty ? nil : name))
    case .code: self = .phones(.code)
    case .test: self = .phones(.test)
    case .wifi:
      let cells = CellParser.parted(try rest.needed(by: .phones))
      self = .phones(.wifi(name: cells[0], password: cells.dropFirst().joined(separator: "|")))
    case _: throw .unknownVerb(word, of: .phones, known: CommandVerb.shown(of: .phones, in: language))
    }
  }

  /// `/inbox`, `/inbox take 1 3-5 named`, `/inbox take all`, `/inbox merge 2 5 text`, `/inbox park 4`, `/inbox drop 4`.
  init(inbox argument: String, in language: Language) throws(Refusal) {
    let (word, rest) = argument.firstWord
    guard !word.isEmpty else {
      self = .look(.inbox)
      return
    }
    switch try CommandVerb(word, of: .inbox, in: language) {
    case .take:
      var list = try NumberList(rest.needed(by: .inbox), in: language)
      let named = try list.takeVerb(.named, in: language)
      self = .inbox(.take(try list.only(in: language), named: named))
    case .merge:
      let list = try NumberList(rest.needed(by: .inbox), in: language)
      guard let numbers = list.numbers, numbers.count > 1 || !list.rest.isEmpty else { throw .missingArgument(.inbox) }
      self = .inbox(.merge(numbers, text: list.rest.isEmpty ? nil : list.rest))
    case .park: self = .inbox(.park(try NumberList(rest.needed(by: .inbox), in: language).only(in: language)))
    case .drop:
      guard let numbers = try NumberList(rest.needed(by: .inbox), in: language).only(in: language) else {
        throw .missingArgument(.inbox)
      }
      self = .inbox(.drop(numbers))
    case _: throw .unknownVerb(word, of: .inbox, known: CommandVerb.shown(of: .inbox, in: language))
    }
  }
}

/// `all`, or `1 3-5, 7`, and what follows.
private struct NumberList {
  /// The numbers; nil for all.
  var numbers: [Int]?
  var rest: String

  init(_ typed: String, in language: Language) throws(Refusal) {
    let (word, behind) = typed.firstWord
    if CommandVerb.known(word, of: .inbox, in: language) == .all {
      (numbers, rest) = (nil, behind)
      return
    }
    var found: [Int] = []
    var text = typed
    while let numbers = NumberList.numbers(text.firstWord.0) {
      found += numbers.filter { !found.contains($0) }
      text = text.firstWord.1
    }
    guard !found.isEmpty else { throw .numberNeeded(after: CommandName.inbox.shown(in: language)) }
    (numbers, rest) = (found, text)
  }

  mutating func takeVerb(_ verb: CommandVerb, in language: Language) throws(Refusal) -> Bool {
    let isThere = try rest.isVerb(verb, of: .inbox, in: language)
    rest = ""
    return isThere
  }

  /// The numbers, where nothing stands behind them.
  func only(in language: Language) throws(Refusal) -> [Int]? {
    guard rest.isEmpty else {
      throw .unknownVerb(rest, of: .inbox, known: CommandVerb.shown(of: .inbox, in: language))
    }
    return numbers
  }

  /// `3`, `3-5`, `3,4`; nil for anything else.
  private static func numbers(_ word: String) -> [Int]? {
    var numbers: [Int] = []
    for part in word.split(separator: ",") {
      let ends = part.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { Int(digits: $0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first > 0, first <= last,
        last <= 10_000
      else { return nil }
      numbers += first...last
    }
    return numbers.isEmpty ? nil : numbers
  }
}

extension String {
  /// Whether that word is there; nothing else may be.
  fileprivate func isVerb(
    _ verb: CommandVerb, of command: CommandName, in language: Language
  ) throws(Refusal) -> Bool {
    guard !isEmpty else { return false }
    guard CommandVerb.known(self, of: command, in: language) == verb else {
      throw .unknownVerb(self, of: command, known: [verb.shown(in: language, of: command)])
    }
    return true
  }
}
