extension Rule {
  /// The variables that the sentence of a rule may have: what the rule finds fills each of them, always.
  ///
  /// The article *Writing a method* has the same table, and a test compares what every rule finds with it.
  public var variables: [String] {
    switch kind {
    case .required, .unanswered: ["question"]
    case .gap: ["answer", "missing"]
    case .unreferenced, .phone, .digitless, .firstIs, .lastIs: ["answer"]
    case .crowded, .silent: ["answer", "n"]
    case .count:
      ["n"] + (numbers["most"] != nil || !mostInRun.isEmpty ? ["most"] : [])
        + (numbers["least"] != nil ? ["least"] : [])
    case .few: ["answer", "least"]
    case .fewer: ["n", "m"]
    case .differs: ["value", "n"]
    case .holds, .same, .risk, .strangers, .placeholders: ["answer", "value"]
    case .lacks, .undecided, .long: []
    case .words where isTurned: conditions.first?.path.column == nil ? [] : ["value"]
    case .words: ["answer", "value", "word"]
    case .less, .late, .soon, .notFalling, .slower: ["answer", "value", "limit"]
    case .ratio, .wrongWay: ["answer", "from", "to"]
    case .outside: ["answer", "value", "least", "most"]
    case .overlap, .notIn, .duplicate: ["answer", "other"]
    case .unfit: ["answer", "value", "purpose"]
    case .when: ["value", "other"]
    case .uncovered, .early, .emptyRow: ["missing"]
    case .sum: ["sum", "total", "difference"]
    case .sumPer: ["answer", "value", "sum"]
    case .workload: ["need", "have"]
    case .calendar: ["answer", "frequency", "n"]
    case .piled: ["person", "n"]
    case .tie: ["question", "answer", "other"]
    case .turnout: ["question", "n", "m"]
    }
  }
}

extension Finding {
  /// The variables of the sentences that the program has itself, where a method puts them in words of its own.
  public static let ownVariables: [MessageID: [String]] = [
    "question-unanswered": ["question"], "question-skipped": ["question"],
    "question-skipped-why": ["question", "reason"], "too-few-answers": ["question", "n", "least"],
    "answer-incomplete": ["answer", "missing"], "reference-lost": ["answer", "target", "column"],
    "check-again": ["answer", "other"],
  ]

  /// The sentences that the program has itself; a method may have its own for them.
  public static var ownMessages: [MessageID] { ownVariables.keys.sorted { $0.rawValue < $1.rawValue } }
}

extension Method {
  /// The variables that a check's sentence may have: those that every rule fills that says it; nil where none does.
  public func variables(of message: MessageID) -> [String]? {
    let sets = checks.flatMap(\.rules).filter { $0.message == message }.map(\.variables)
    let own = Finding.ownVariables[message].map { [$0] } ?? []
    return Method.common(sets + own)
  }

  /// The variables that a sentence of the draft may have: those that every block fills that sets it; nil where none does.
  public func variables(of sentence: SentenceID) -> [String]? {
    let blocks = sections.flatMap { $0.blocks + $0.notes + $0.shortened }
    let titles = blocks.filter { $0.title == sentence }.map { _ in [String]() }
    let sets =
      titles
      + blocks.compactMap { block -> [String]? in
        switch block.content {
        case .sentence(let set) where set.id == sentence: set.variables.map(\.name)
        case .bullets(let set) where set.sentence == sentence:
          ["handle"] + columns(of: set.question).map(\.id.rawValue)
        case _: nil
        }
      }
    return Method.common(sets)
  }

  /// The sentences that blocks of the draft set, each once, in their order.
  public var sentences: [SentenceID] {
    var sentences: [SentenceID] = []
    for block in sections.flatMap({ $0.blocks + $0.notes }) {
      let used: SentenceID? =
        switch block.content {
        case .sentence(let set): set.id
        case .bullets(let set): set.sentence
        case _: nil
        }
      for id in [block.title, used].compactMap(\.self) where !sentences.contains(id) { sentences.append(id) }
    }
    return sentences
  }

  private static func common(_ sets: [[String]]) -> [String]? {
    guard var common = sets.first else { return nil }
    for set in sets.dropFirst() { common.removeAll { !set.contains($0) } }
    return common
  }
}
