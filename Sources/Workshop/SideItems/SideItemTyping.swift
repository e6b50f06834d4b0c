// What is typed beside the questions, and how it is typed again.
extension Command {
  /// A side item, or without a text all of its kind.
  init(_ kind: SideItem.Kind, _ text: String) {
    self = text.isEmpty ? .look(.sideItems(kind)) : .sideItem(.note(kind, text))
  }
}

extension CommandReconstruction {
  /// Lines that may have made something happen beside the questions.
  func lines(_ event: SideItemEvent) -> [String] {
    switch event {
    case .noted(let sideItem):
      let speaker = sideItem.speaker.map { "\($0): " } ?? ""
      let about = sideItem.about.map { "\($0.handle) " } ?? ""
      let words = about + words(sideItem.text, sideItem.owner, sideItem.due)
      return [sideItem.speaker == session.speaker ? "" : speaker, speaker].map {
        "/\(command(sideItem.id.kind)) \($0)\(words)"
      }
    case .revised(let id, let text, let owner, let due): return ["/edit \(id.handle) \(words(text, owner, due))"]
    case .closed(let id, let outcome): return ["/close \(id.handle) \(outcome)"]
    case .deleted(let id): return ["/delete \(id.handle)"]
    }
  }

  private func command(_ kind: SideItem.Kind) -> CommandName {
    switch kind {
    case .parked: .park
    case .decision: .decide
    case .task: .task
    case .note: .note
    }
  }

  /// `TEXT @KH 2026-03-01`.
  private func words(_ text: String, _ owner: String?, _ due: Day?) -> String {
    ([text] + [owner.map { "@\($0)" }, due.map { localization.language.days.text($0) }].compactMap(\.self))
      .joined(separator: " ")
  }
}
