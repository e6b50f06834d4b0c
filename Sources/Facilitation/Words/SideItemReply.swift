import Workshop

// What is said about something beside the questions.
extension TopicReply {
  func sentence(_ event: SideItemEvent) -> String {
    switch event {
    case .noted(let sideItem): noted(sideItem)
    case .revised(let id, _, _, _): language.sentence("reply.edited", ["answer": id.handle.rawValue])
    case .closed(let id, _): language.sentence("aside.is-closed", ["answer": id.handle.rawValue])
    case .deleted(let id): deleted(id)
    }
  }

  /// A private note is named by its handle alone: others may be looking on.
  private func deleted(_ id: SideItemID) -> String {
    let name = id.handle.rawValue
    guard id.kind != .note, let sideItem = session.sideItem(id) else {
      return language.sentence("aside.is-deleted", ["answer": name])
    }
    return language.sentence("reply.deleted", ["answer": name, "text": sideItem.shown(in: language)])
  }

  private func noted(_ sideItem: SideItem) -> String {
    let name = sideItem.handle.rawValue
    switch sideItem.id.kind {
    case .parked: return language.sentence("aside.is-parked", ["answer": name])
    case .decision: return language.sentence("aside.is-decided", ["answer": name])
    case .note: return language.sentence("aside.is-noted", ["answer": name])
    case .task:
      guard let owner = sideItem.owner else { return language.sentence("aside.is-unowned", ["answer": name]) }
      return language.sentence("aside.is-promised", ["answer": name, "name": session.firstName(of: owner)])
    }
  }
}
