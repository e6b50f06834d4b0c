internal import Text

/// The completions that are offered under the line.
struct Menu {
  /// The line as it was typed, before a choice was put into it.
  var typed: LineBuffer
  var choices: [Completion]
  var selected: Int?

  /// The line with the selected choice in it.
  var line: LineBuffer {
    guard let selected else { return typed }
    var result = typed
    result.apply(choices[selected])
    return result
  }

  mutating func move(by step: Int) {
    guard let selected else {
      self.selected = step > 0 ? 0 : choices.count - 1
      return
    }
    self.selected = (selected + step + choices.count) % choices.count
  }

  /// What all choices agree on beyond what is typed already, when they replace the same place.
  var commonPrefix: Completion? {
    guard var prefix = choices.first, choices.allSatisfy({ $0.replaces == prefix.replaces }) else { return nil }
    for choice in choices {
      prefix.text = String(zip(prefix.text, choice.text).prefix { $0 == $1 }.map(\.0))
    }
    let text = Array(typed.text)
    let range = prefix.replaces.clamped(to: 0..<text.count)
    let replaced = String(text[range])
    return prefix.text.count > replaced.count && prefix.text.hasPrefix(replaced) ? prefix : nil
  }

  /// The rows that fit, with the selected one among them; the last row counts what is left out.
  func rows(room: Int, columns: Int, labels: Labels) -> [StyledText] {
    guard room > 0 else { return [] }
    let shown = choices.count <= room ? choices.count : max(room - 1, 1)
    let first = min(max(0, (selected ?? 0) - shown / 2), choices.count - shown)
    let widest = choices.reduce(0) { max($0, displayWidth(of: visible($1.label))) }
    let labelWidth = min(widest, max(columns / 2, 8))
    var rows = (first..<first + shown).map { index in
      row(of: choices[index], isSelected: index == selected, labelWidth: labelWidth).truncated(to: columns)
    }
    if shown < choices.count, room > shown {
      rows.append(StyledText("  ⋮ \(labels.more(choices.count - shown))").truncated(to: columns))
    }
    return rows
  }

  private func row(of choice: Completion, isSelected: Bool, labelWidth: Int) -> StyledText {
    let label = StyledText(choice.label, isSelected ? .reverse : .bold).truncated(to: labelWidth)
    let gap = String(repeating: " ", count: max(labelWidth - label.width, 0) + 2)
    let lead: StyledText = isSelected ? "▸ " : "  "
    return lead + label + (choice.detail.isEmpty ? "" : StyledText(gap + choice.detail))
  }
}
