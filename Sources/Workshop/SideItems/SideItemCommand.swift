/// What is asked for beside the questions.
public enum SideItemCommand: Hashable, Sendable {
  /// Something said beside the questions.
  case note(SideItem.Kind, String)
  /// A side item that waits for nothing any more, and what became of it.
  case close(String, outcome: String)
}

/// Why something about a side item is turned down.
public enum SideItemRefusal: Hashable, Sendable {
  /// There is none of that handle; these are open.
  case unknown(String, open: [Handle])
  /// It was closed before.
  case closedAlready(Handle)
  /// Not a day.
  case notADay(String)
  /// Either of two days may be meant.
  case eitherDay(String, Day, Day)
  /// The day is another day of the week than the one beside it.
  case otherWeekday(String, Day)
}

extension Session {
  func decide(_ command: SideItemCommand, _ parser: CellParser) throws(Refusal) -> [Event] {
    switch command {
    case .note(let kind, let text): try note(kind, text, parser)
    case .close(let target, let outcome): try close(target, outcome: outcome)
    }
  }

  /// What a typed side item makes happen.
  private func note(_ kind: SideItem.Kind, _ typed: String, _ parser: CellParser) throws(Refusal) -> [Event] {
    let (speaker, attributed) = try attributed(typed)
    let (about, said) = correction(in: attributed, kind)
    let words = try words(of: said, kind, parser)
    var sideItem = SideItem(
      id: sideItems.next(kind), text: words.text, owner: words.owner,
      due: words.due, speaker: speaker ?? self.speaker, question: hasEnded ? nil : position)
    sideItem.about = about
    return [.sideItem(.noted(sideItem))]
  }

  /// `VAL2 text` or `KPI1 text`, where something was measured: the value that a decision or a task answers to.
  private func correction(in text: String, _ kind: SideItem.Kind) -> (about: MeasuredValueID?, said: String) {
    let (name, said) = text.firstWord
    guard kind == .decision || kind == .task, !said.isEmpty else { return (nil, text) }
    let bare = name.hasSuffix(":") ? String(name.dropLast()) : name
    let answer = measurable.first { $0.handle.rawValue == bare.uppercased() }
    let value = measuredValue(called: bare) ?? answer.flatMap { measures.counting(of: $0.id).last }
    return value.map { ($0.id, said) } ?? (nil, text)
  }

  func revise(_ sideItem: SideItem, _ typed: String, _ parser: CellParser) throws(Refusal) -> [Event] {
    let words = try words(of: typed, sideItem.id.kind, parser)
    return [
      .sideItem(
        .revised(
          sideItem.id, text: words.text, owner: words.owner ?? sideItem.owner, due: words.due ?? sideItem.due))
    ]
  }

  private func close(_ typed: String, outcome: String) throws(Refusal) -> [Event] {
    guard let sideItem = sideItem(called: typed) else {
      throw .sideItem(.unknown(typed, open: sideItems.all.filter(\.isWaiting).map(\.handle)))
    }
    guard !sideItem.isGap else { throw .privacy(.redacted(sideItem.handle)) }
    guard sideItem.isOpen else { throw .sideItem(.closedAlready(sideItem.handle)) }
    try checkLength(outcome)
    return [.sideItem(.closed(sideItem.id, outcome: outcome))]
  }

  /// `TEXT @KH 2026-03-01`: the text, who promised it and until when. Only a task has an owner and a day.
  private func words(
    of typed: String, _ kind: SideItem.Kind, _ parser: CellParser
  ) throws(Refusal) -> (text: String, owner: String?, due: Day?) {
    guard kind == .task else {
      try checkLength(typed)
      return (typed, nil, nil)
    }
    var words = typed.split(whereSeparator: \.isWhitespace)[...]
    var owner: String?
    var due: Day?
    if let mark = words.lastIndex(where: { $0.hasPrefix("@") && $0.count > 1 }) {
      let name = String(words[mark].dropFirst())
      owner = try known(name).initials
      let behind = words[(mark + 1)...]
      due = try day(behind.joined(separator: " "), parser)
      words = words[..<mark]
    } else if let last = words.last, last.first?.isNumber == true, last.contains(where: { "-./".contains($0) }),
      let day = try? day(String(last), parser)
    {
      due = day
      words = words.dropLast()
    }
    let text = words.last.map { typed[..<$0.endIndex].trimmed } ?? ""
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw .missingArgument(.task) }
    try checkLength(text)
    return (text, owner, due)
  }

  private func day(_ typed: String, _ parser: CellParser) throws(Refusal) -> Day? {
    guard !typed.isEmpty else { return nil }
    do throws(DayFault) {
      return try parser.localization.language.days.day(typed, today: parser.today, as: .end)
    } catch {
      switch error {
      case .unreadable: throw .sideItem(.notADay(typed))
      case .either(let first, let second): throw .sideItem(.eitherDay(typed, first, second))
      case .otherWeekday(let day): throw .sideItem(.otherWeekday(typed, day))
      }
    }
  }

  func checkLength(_ text: String) throws(Refusal) {
    guard text.count <= SideItem.limit else { throw .textTooLong(length: text.count, limit: SideItem.limit) }
  }
}
