/// What the line editor is doing besides editing the line.
enum Panel {
  case none
  case menu(Menu)
  case search(HistorySearch)
  /// Several lines were pasted and nobody has said yet what they are for.
  case pasted([String])
}

extension Panel {
  /// The rows under the line.
  func below(labels: Labels) -> Below {
    switch self {
    case .none: return .nothing
    case .menu(let menu): return .menu(menu)
    case .search(let search):
      let label = search.isFound ? labels.search : labels.searchFailed
      return .rows([StyledText("  \(label) ", .bold) + StyledText(search.pattern)])
    case .pasted(let lines):
      let first = StyledText("  1  " + (lines.first ?? ""))
      let last = StyledText("  \(lines.count)  " + (lines.last ?? ""))
      let between = lines.count > 2 ? [StyledText("  ⋮ \(labels.more(lines.count - 2))")] : []
      let choices = [labels.pasteAdd, labels.pasteEdit, labels.pasteCancel].map { choice in
        StyledText(String(choice.key), .reverse) + StyledText(" " + choice.text)
      }
      let spread = choices.reduce(StyledText("")) { $0.isEmpty ? $1 : $0 + "   " + $1 }
      return .rows([StyledText("  " + labels.pasted(lines.count), .bold), first] + between + [last, "  " + spread])
    }
  }
}
