public import Workshop

extension JournalContents {
  /// The session that the journal adds up to.
  ///
  /// - Parameter method: The method that its header names.
  /// - Returns: The session.
  public func session(of method: Method) -> Session {
    let header = header(for: method)
    return session(of: method, header)
  }

  /// The header, and where it is damaged, what the entries and the method tell in its place.
  public func header(for method: Method) -> Header {
    var header = header
    if !method.languages.contains(header.language) {
      let spoken = entries.lazy.flatMap(\.events).compactMap { event in
        if case .languageChosen(let code) = event { code } else { nil }
      }.first
      header.language = spoken ?? (method.languages.contains("en") ? "en" : method.languages.first ?? "en")
    }
    // The longest run asks every question that the room was asked.
    if method.run(header.run) == nil { header.run = method.runs.last?.id ?? header.run }
    if header.method.isEmpty { (header.method, header.methodVersion) = (method.name, method.version) }
    if header.created.millisecondsSince1970 == 0, let first = entries.map(\.at).min() { header.created = first }
    return header
  }

  private func session(of method: Method, _ header: Header) -> Session {
    Session(of: method, inCausalOrder: entries, header: header)
  }
}

extension JournalContents {
  /// The entries in the order in which they count, under numbers that hold for all of them, without what is hidden.
  public var inCausalOrder: [Entry] {
    let (entries, remapping) = entries.inCausalOrder
    guard !remapping.changes.isEmpty else { return entries }
    return entries.map { entry in
      var inCausalOrder = entry
      inCausalOrder.events = remapping.events(entry.events, by: entry.id.epoch)
      return inCausalOrder
    }
  }
}

extension Session {
  /// The session that entries add up to, under numbers that hold for all of them.
  public init(of method: Method, inCausalOrder entries: [Entry], header: Header) {
    self.init(method: method, language: header.language, run: header.run)
    let (entries, remapping) = entries.inCausalOrder
    for entry in entries {
      apply(remapping.events(entry.events, by: entry.id.epoch), as: entry.id, at: entry.at)
    }
  }
}

extension [Entry] {
  /// What the writers of these entries called otherwise than it is called now.
  public var remapping: HandleRemapping { inCausalOrder.remapping }

  /// The entries in the order in which they count: that of the file, unless lines were mixed up or several writers went on
  /// at the same time; then the order that the union of their copies has, so that it does not matter who put them
  /// together, or how. And what their writers called otherwise than it is called now.
  fileprivate var inCausalOrder: (entries: [Entry], remapping: HandleRemapping) {
    if areOfOneLine { return (self, .none) }
    let entries = Union.ordered(Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    return (entries, HandleRemapping(entries.map { HandleRemapping.Part(id: $0.id, seen: $0.seen, events: $0.events) }))
  }

  /// Whether every epoch was begun by somebody who had seen all that stands before it.
  fileprivate var areOfOneLine: Bool {
    var last: [String: Int] = [:]
    var current = ""
    var number = 0
    for place in indices {
      let id = self[place].id
      if id.epoch != current {
        if !current.isEmpty { last[current] = number }
        let seen = Dictionary(self[place].seen.map { ($0.epoch, $0.number) }, uniquingKeysWith: Swift.max)
        guard last[id.epoch] == nil, last.allSatisfy({ (seen[$0.key] ?? 0) >= $0.value }) else { return false }
        (current, number) = (id.epoch, 0)
      }
      guard id.number > number || number == 0 else { return false }
      number = id.number
    }
    return true
  }
}
