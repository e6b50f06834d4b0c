internal import Text
internal import Workshop

// What happens to the iterations of a project, to JSON and back.
extension JSONWriter {
  mutating func iteration(_ event: IterationEvent) {
    switch event {
    case .begun(let number, let iteration):
      type(.iterationBegun)
      member("number", number)
      member("kind", iteration.kind.rawValue)
      member("focus", iteration.focus)
      member("aim", iteration.aim)
      member("day", iteration.begins?.description)
      member("plan", iteration.plan?.rawValue)
    case .closed(let number, let day):
      type(.iterationClosed)
      member("number", number)
      member("day", day.description)
    case .confirmed(let handles):
      type(.answersConfirmed)
      member("items", handles.map(\.rawValue))
    case .workItemDone(let handle, let outcome):
      type(.workItemDone)
      member("item", handle.rawValue)
      member("outcome", outcome)
    }
  }
}

extension StoredMembers {
  mutating func iterationBegun() -> Event? {
    guard let number = number.take(), number > 1, let kind = topic.text("kind") else { return nil }
    return .iteration(
      .begun(
        number,
        Iteration(
          kind: OptionID(kind), focus: topic.text("focus") ?? "", aim: topic.text("aim") ?? "",
          begins: topic.text("day").flatMap { Day(iso: $0) }, plan: topic.text("plan").map { Handle($0) })))
  }

  mutating func iterationClosed() -> Event? {
    guard let number = number.take(), let day = topic.text("day").flatMap({ Day(iso: $0) }) else { return nil }
    return .iteration(.closed(number, on: day))
  }

  mutating func workItemDone() -> Event? {
    guard let item = topic.text("item"), let outcome = topic.text("outcome") else { return nil }
    return .iteration(.workItemDone(Handle(item), outcome: outcome))
  }
}
