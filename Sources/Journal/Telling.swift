public import Workshop

extension Reading {
  /// The session that the journal adds up to.
  ///
  /// - Parameter method: The method that its header names.
  /// - Returns: The session.
  public func session(of method: Method) -> Session {
    Session(of: method, told: entries, header: header)
  }
}

extension Reading {
  /// The entries in the order in which they count, under numbers that hold for all of them, without what is hidden.
  public var told: [Entry] {
    let renumbering = entries.renumbering
    return entries.told.map { entry in
      var told = entry
      told.events = renumbering.events(entry.events, by: entry.id.epoch)
      return told
    }
  }
}

extension Session {
  /// The session that entries add up to, under numbers that hold for all of them.
  public init(of method: Method, told entries: [Entry], header: Header) {
    self.init(method: method, language: header.language, run: header.run)
    let renumbering = entries.renumbering
    for entry in entries.told {
      apply(renumbering.events(entry.events, by: entry.id.epoch), as: entry.id, at: entry.at)
    }
  }
}

extension [Entry] {
  /// What the writers of these entries called otherwise than it is called now.
  public var renumbering: Renumbering {
    areOfOneLine
      ? .none : Renumbering(told.map { Renumbering.Part(id: $0.id, seen: $0.seen, events: $0.events) })
  }

  /// The entries in the order in which they count: that of the file, unless several writers went on at the same time; then
  /// the order that the union of their copies has, so that it does not matter who put them together.
  fileprivate var told: [Entry] {
    areOfOneLine ? self : Union.ordered(Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Whether every epoch was begun by somebody who had seen all that stands before it.
  fileprivate var areOfOneLine: Bool {
    var last: [String: Int] = [:]
    var current = ""
    for entry in self {
      if entry.id.epoch != current {
        let seen = Dictionary(entry.seen.map { ($0.epoch, $0.number) }, uniquingKeysWith: Swift.max)
        guard last[entry.id.epoch] == nil, last.allSatisfy({ (seen[$0.key] ?? 0) >= $0.value }) else { return false }
        current = entry.id.epoch
      }
      last[entry.id.epoch] = entry.id.number
    }
    return true
  }
}
