import Workshop

// What is said about the iterations of a project.
extension TopicReply {
  func sentence(_ event: IterationEvent) -> String {
    switch event {
    case .begun(let number, let iteration):
      let name = IterationName(session: session, localization: localization).text(iteration)
      return language.sentence("iterations.has-begun", ["number": String(number), "name": name])
    case .closed(let number, _): return language.sentence("iterations.is-closed", ["number": String(number)])
    case .confirmed(let handles):
      guard let only = handles.first, handles.count == 1 else {
        return language.sentence("iterations.are-confirmed", count: handles.count)
      }
      return language.sentence("iterations.is-confirmed", ["answer": name(only)])
    case .workItemDone(let handle, _):
      let text = session.answer(handle).map { session.shownShort($0, in: localization) } ?? name(handle)
      return language.sentence("iterations.is-done", ["item": text])
    }
  }
}

extension RefusalText {
  func sentence(_ refusal: IterationRefusal) -> String {
    switch refusal {
    case .open(let number, let open):
      language.sentence(
        "iterations.open",
        [
          "number": String(number), "questions": String(open.questions), "answers": String(open.answers),
          "items": String(open.workItems),
        ])
    case .closed(let number): language.sentence("iterations.closed", ["number": String(number)])
    case .nothingPlanned(let kinds): language.sentence("iterations.nothing-planned", ["kinds": labels(kinds)])
    case .unknownKind(let typed, let kinds):
      language.sentence("iterations.unknown-kind", ["typed": typed, "kinds": labels(kinds)])
    case .focusNeeded: language.sentence("iterations.focus-needed")
    case .tooManyCells(let count): language.sentence("iterations.too-many-cells", ["found": String(count)])
    case .notADay(let typed): sentence(SideItemRefusal.notADay(typed))
    case .tooEarly(let day, let since):
      language.sentence(
        "iterations.too-early", ["day": language.days.text(day), "since": language.days.text(since)])
    case .unknown(let typed, let count):
      language.sentence("iterations.unknown", ["typed": typed], count: count)
    case .begunAlready(let handle): language.sentence("iterations.begun-already", ["answer": handle.rawValue])
    case .noWorkItems: language.sentence("iterations.no-work-items")
    case .unknownWorkItem(let typed, let open):
      open.isEmpty
        ? language.sentence("iterations.no-open-work-item", ["typed": typed])
        : language.sentence(
          "iterations.unknown-work-item", ["typed": typed, "open": open.joined(separator: ", ")])
    case .nothingCarried: language.sentence("iterations.nothing-carried")
    case .notCarried(let handle): language.sentence("iterations.not-carried", ["answer": names([handle])])
    }
  }

  private func labels(_ kinds: [OptionID]) -> String {
    kinds.map { session.method.label(ofIterationKind: $0, in: localization) }.joined(separator: ", ")
  }
}
