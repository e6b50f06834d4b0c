/// What must not be read any more, and what stands in its place: texts that were redacted, names under a pseudonym.
///
/// It is made from everything a journal holds, and says what that would be without them. Hiding twice changes nothing, and
/// an older copy that still holds a text is hidden like any other.
public struct Redactions: Sendable {
  private var redacted: Set<AnswerID> = []
  private var redactedSideItems: Set<SideItemID> = []
  private var redactedValues: Set<MeasuredValueID> = []
  private var texts: [String] = []
  private var people: [Person] = []

  /// Somebody whose name is not to be read.
  private struct Person {
    var answer: AnswerID
    var pseudonym: String
    var initials: Set<String> = []
    /// Names as lists of small letters, the longest first.
    var names: [[Character]] = []
  }

  /// What is to be hidden of these events and whatever else belongs to them.
  public init(in events: some Sequence<Event>) {
    for event in events {
      switch event {
      case .privacy(.answerRedacted(let id)): redacted.insert(id)
      case .privacy(.sideItemRedacted(let id)): redactedSideItems.insert(id)
      case .privacy(.valueRedacted(let id)): redactedValues.insert(id)
      case .privacy(.pseudonymGiven(let id, let name)): people.append(Person(answer: id, pseudonym: name))
      case _: continue
      }
    }
    guard !isEmpty else { return }
    for event in events {
      switch event {
      case .answerGiven(let answer): learn(answer.cells, of: answer.id)
      case .answerRevised(let id, let cells, _): learn(cells, of: id)
      case .sideItem(.noted(let sideItem)): learn([sideItem.text], of: sideItem.id)
      case .sideItem(.revised(let id, let text, _, _)): learn([text], of: id)
      case .sideItem(.closed(let id, let outcome)): learn([outcome], of: id)
      case .iteration(.workItemDone(let handle, let outcome)) where hides(handle): learn([outcome])
      case .measures(.taken(let value)): learn(value.finding, of: value.id)
      case .measures(.revised(let id, let finding)): learn(finding, of: id)
      case _: continue
      }
    }
  }

  /// Whether nothing is to be hidden.
  public var isEmpty: Bool {
    redacted.isEmpty && redactedSideItems.isEmpty && redactedValues.isEmpty && people.isEmpty
  }

  /// Whether the text of a side item is not to be read, whatever its writer called it.
  func hides(_ id: SideItemID, naming names: HandleRemapping.Names? = nil) -> Bool {
    redactedSideItems.contains(names?.sideItems[id] ?? id)
  }

  /// Whether the text of an answer is not to be read, whatever its writer called it.
  func hides(_ handle: Handle, naming names: HandleRemapping.Names? = nil) -> Bool {
    redacted.contains { $0.handle == names?.handle(handle) ?? handle }
  }
  /// Whether a measured value is not to be read, whatever its writer called it.
  func hides(_ id: MeasuredValueID, naming names: HandleRemapping.Names? = nil) -> Bool {
    redactedValues.contains(names?.values[id] ?? id)
  }

  private mutating func learn(_ finding: MeasuredFinding, of id: MeasuredValueID) {
    // A number alone is found by chance anywhere.
    if hides(id) { learn([finding.remark, finding.source]) }
  }
  private mutating func learn(_ texts: [String]) {
    self.texts += texts.map(\.trimmed).filter { $0.count > 2 }
  }

  private mutating func learn(_ texts: [String], of id: SideItemID) {
    if hides(id) { learn(texts) }
  }

  private mutating func learn(_ cells: [String], of id: AnswerID) {
    if redacted.contains(id) { learn(cells) }
    for index in people.indices where people[index].answer == id {
      let pseudonym = people[index].pseudonym
      if let initials = cells.first, !initials.isEmpty, initials != pseudonym {
        people[index].initials.insert(initials)
      }
      guard cells.count > 1, cells[1] != pseudonym else { continue }
      let name = cells[1].trimmed
      let parts = name.split { !($0.isLetter || $0 == "-") }.map(String.init).filter { $0.count > 2 }
      for each in [name] + parts where !each.isEmpty {
        let letters = Array(each.lowercased())
        if !people[index].names.contains(letters) { people[index].names.append(letters) }
      }
      people[index].names.sort { $0.count > $1.count }
    }
  }

  /// An event without what is hidden.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - names: What its writer called otherwise; nil when there is nothing.
  /// - Returns: The event.
  public func redacting(_ event: Event, naming names: HandleRemapping.Names? = nil) -> Event {
    switch event {
    case .answerGiven(var answer):
      let id = names?.answers[answer.id] ?? answer.id
      answer.cells = cells(answer.cells, of: id)
      answer.speaker = redacted.contains(id) ? nil : answer.speaker.map(initials)
      return .answerGiven(answer)
    case .answerRevised(let called, let cells, let speaker):
      let id = names?.answers[called] ?? called
      return .answerRevised(
        called, cells: self.cells(cells, of: id), speaker: redacted.contains(id) ? nil : speaker.map(initials))
    case .titleGiven(let title): return .titleGiven(text(title))
    case .questionSkipped(let question, let reason): return .questionSkipped(question, reason: text(reason))
    case .findingAccepted(let key, let acceptance): return .findingAccepted(key, self.acceptance(acceptance))
    case .sideItem(let event): return .sideItem(event.redacted(by: self, naming: names))
    case .vote(let event): return .vote(event.redacted(by: self))
    case .people(let event): return .people(event.redacted(by: self))
    case .groups(let event): return .groups(event.redacted(by: self))
    case .iteration(let event): return .iteration(event.redacted(by: self, naming: names))
    case .measures(let event): return .measures(event.redacted(by: self, naming: names))
    case .languageChosen, .runChosen, .questionEntered, .endReached, .answerDeleted, .answerMoved, .cellsAsked,
      .gapsWalked,
      .undone, .redone, .sessionClosed, .time, .screen, .privacy:
      return event
    }
  }

  /// The cells of an answer without what is hidden.
  func cells(_ cells: [String], of id: AnswerID) -> [String] {
    if redacted.contains(id) { return cells.map { _ in "" } }
    if let person = people.first(where: { $0.answer == id }) {
      return cells.enumerated().map { $0.offset < 2 ? person.pseudonym : text($0.element) }
    }
    return people.isEmpty ? cells : cells.map(cell)
  }

  /// Initials, or the pseudonym of whoever has them.
  func initials(_ initials: String) -> String {
    people.first { $0.initials.contains(initials) }?.pseudonym ?? initials
  }

  /// Why something was let stand, without what is hidden.
  func acceptance(_ acceptance: Finding.Acceptance) -> Finding.Acceptance {
    Finding.Acceptance(person: acceptance.person.map(initials), reason: text(acceptance.reason))
  }

  private func cell(_ cell: String) -> String {
    let values = Answer.values(in: cell)
    let hidden = values.map(initials)
    return text(hidden == values ? cell : hidden.joined(separator: ", "))
  }

  /// A text in which names are replaced: the whole name and its parts where they stand as words, also with the `s` of a
  /// genitive behind them.
  func text(_ text: String) -> String {
    people.reduce(text) { text, person in
      person.names.reduce(text) { Redactions.replacing($1, in: $0, by: person.pseudonym) }
    }
  }

  /// Whether something that is hidden can be read in a text of any kind; initials only in quotation marks, as a journal
  /// has them.
  public func canBeRead(in text: String) -> Bool {
    let hidden = self.text(text)
    return !hidden.utf8.elementsEqual(text.utf8) || texts.contains { text.contains($0) }
      || people.contains { $0.initials.contains { text.contains("\"\($0)\"") } }
  }

  private static func replacing(_ name: [Character], in text: String, by pseudonym: String) -> String {
    let letters = Array(text)
    let small = letters.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
    var result = ""
    var index = 0
    while index < letters.count {
      let end = index + name.count
      let isWord =
        end <= letters.count && small[index..<end].elementsEqual(name) && !isLetter(small, index - 1)
        && (!isLetter(small, end) || (small[end] == "s" && !isLetter(small, end + 1)))
      if isWord { result += pseudonym } else { result.append(letters[index]) }
      index = isWord ? end : index + 1
    }
    return result
  }

  private static func isLetter(_ letters: [Character], _ index: Int) -> Bool {
    letters.indices.contains(index) && (letters[index].isLetter || letters[index].isNumber)
  }
}
