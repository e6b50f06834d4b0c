package import Journal
package import Workshop

/// The words for what came of copies of a session that went on apart: what was read, renumbered and put aside.
package struct MergingText {
  package let language: Language

  package init(language: Language) { self.language = language }

  /// How many of a kind are named before the rest is only hinted at.
  private static let most = 20

  /// What a room is told that reads its file anew, a sentence each.
  package func news(_ news: JournalNews) -> [String] {
    var sentences = [language.sentence("saving.followed")]
    if news.written > 0 { sentences.append(language.sentence("saving.united", count: news.written)) }
    if news.heard > 0 { sentences.append(language.sentence("saving.heard", count: news.heard)) }
    let people = news.speakers.map { "\($0.speaker ?? language.sentence("saving.nobody-named")) \($0.count)" }
    if !people.isEmpty { sentences.append(language.sentence("saving.heard-from", ["people": listed(people)])) }
    return sentences + renamed(news.renamed) + conflicts(news.conflicts)
  }

  /// What is called otherwise now; nothing when nothing is.
  package func renamed(_ handles: [RenamedHandle]) -> [String] {
    guard !handles.isEmpty else { return [] }
    return [language.sentence("merge.renamed", ["changes": listed(handles.map { "\($0.was) → \($0.now)" })])]
  }

  /// Edits that were put aside, and how each is taken.
  package func conflicts(_ conflicts: [EditConflict]) -> [String] {
    conflicts.prefix(MergingText.most).map { conflict in
      let handle = conflict.answer.handle.rawValue
      let text = conflict.cells.joined(separator: " | ")
      let command = "/\(CommandName.edit.shown(in: language)) \(handle)"
      return conflict.isDeleted
        ? language.sentence("merge.put-aside-deleted", ["answer": handle, "text": text])
        : language.sentence("merge.put-aside", ["answer": handle, "text": text, "command": command])
    }
  }

  private func listed(_ items: [String]) -> String {
    items.prefix(MergingText.most).joined(separator: ", ") + (items.count > MergingText.most ? ", …" : "")
  }
}
