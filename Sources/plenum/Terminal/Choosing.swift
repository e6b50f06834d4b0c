import LineEditor
import Method
import Text
import Workshop

/// Asks whoever is at the keyboard before there is a room: for a line, or for one of several.
struct Choosing {
  let context: CommandContext
  let editor: LineEditor

  /// One of several, by number, id or the beginning of its name; Enter takes the standard one.
  func choose(
    _ question: String, _ names: [String], ids: [String], standard: Int, unknown key: String, _ words: Language
  ) throws -> Int {
    let choices = names.enumerated().map { StyledText("  \($0 + 1) \($1)") }
    var note: String?
    while true {
      let enter = words.sentence("start.enter", ["value": names[standard]])
      let typed = try ask(question, choices + [StyledText(enter)], note: note).trimmed
      let wanted = typed.lowercased()
      if typed.isEmpty { return standard }
      if let place = ids.firstIndex(of: wanted) { return place }
      if let number = Int(typed), names.indices.contains(number - 1) { return number - 1 }
      if let named = Library.language(called: typed, among: ids.map { LanguageCode($0) }),
        let place = ids.firstIndex(of: named.rawValue)
      {
        return place
      }
      let fitting = names.indices.filter {
        names[$0].lowercased().hasPrefix(wanted) || ids[$0].hasPrefix(wanted)
      }
      if let only = fitting.first, fitting.count == 1 { return only }
      note = unknown(key, typed, ids, words)
    }
  }

  func unknown(_ key: String, _ typed: String, _ known: [String], _ words: Language) -> String {
    words.sentence(key, ["typed": typed, "known": known.joined(separator: ", ")])
  }

  func ask(_ question: String, _ lines: [StyledText], note: String?) throws -> String {
    let above = [StyledText(question, .bold)] + lines + (note.map { [StyledText("! " + $0)] } ?? [])
    let outcome = try SessionLauncher.typing(context.language) { () throws(LineEditorError) in
      try editor.read(Request(above: { _ in above }, news: above))
    }
    switch outcome {
    case .line(let line), .editorRequested(let line): return line
    case .pasted(let lines): return lines.first ?? ""
    case .interrupted, .endOfInput, .terminated, .turned:
      editor.close()
      throw Failure(.usage, "")
    }
  }
}
