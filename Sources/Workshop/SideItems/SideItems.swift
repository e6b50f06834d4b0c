/// What was said beside the questions so far.
public struct SideItems: Hashable, Sendable {
  /// All that is there, in the order in which it was said.
  public internal(set) var all: [SideItem] = []
  /// The highest number given in each kind: none is given twice.
  var numbers: [SideItem.Kind: Int] = [:]

  /// Those of a kind.
  func of(_ kind: SideItem.Kind) -> [SideItem] { all.filter { $0.id.kind == kind } }

  /// The one of that name.
  subscript(id: SideItemID) -> SideItem? { all.last { $0.id == id } }

  /// The next name of a kind.
  func next(_ kind: SideItem.Kind) -> SideItemID { SideItemID(kind, (numbers[kind] ?? 0) + 1) }
}

extension Session {
  /// The side items of a kind, in the order in which they were said.
  public func sideItems(_ kind: SideItem.Kind) -> [SideItem] { sideItems.of(kind) }

  /// The side item of that name.
  public func sideItem(_ id: SideItemID) -> SideItem? { sideItems[id] }

  /// The side item with a handle, whatever the case of its letters; an answer of that handle goes before it.
  public func sideItem(called typed: String) -> SideItem? {
    let wanted = typed.trimmed.uppercased()
    guard answer(Handle(typed.trimmed)) == nil else { return nil }
    return sideItems.all.last { $0.handle.rawValue == wanted }
  }
}
