internal import Text

/// What the line editor is doing besides editing the line.
enum Panel {
  case none
  case menu(Menu)
  case search(HistorySearch)
  /// Several lines were pasted and nobody has said yet what they are for.
  case pasted(PastedLines)
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
    case .pasted(let lines): return .rows(lines.rows(labels: labels), keys: lines.keys(labels: labels))
    }
  }
}
