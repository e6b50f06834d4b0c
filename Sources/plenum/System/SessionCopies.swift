import Facilitation
import Journal
import LineEditor
import Text
import Workshop

/// Copies of a session that a synchronising folder, or a rescue, has put beside its journal.
struct SessionCopy {
  var name: String
  var path: String
  /// What it holds and the journal does not.
  var lacking: [Entry]

  /// The copies beside a journal that hold something of the same session that it lacks. Synchronising programs keep the
  /// beginning of the name and its end: `journal (conflicted copy).jsonl`, `journal-LAPTOP.jsonl`,
  /// `journal.sync-conflict-20260210.jsonl`.
  static func all(beside place: SessionLocation, known contents: JournalContents) -> [SessionCopy] {
    let names = ((try? place.storage.names(place.folder)) ?? []).sorted().filter { name in
      name.hasPrefix("journal") && name.hasSuffix(".jsonl") && place.folder + "/" + name != place.journal
    }
    var known = Set(contents.entries.map(\.id))
    return names.compactMap { name in
      let path = place.folder + "/" + name
      guard let copy = try? Journal.read(path, storage: place.storage), copy.header.session == contents.header.session
      else { return nil }
      let lacking = copy.entries.filter { !known.contains($0.id) }
      known.formUnion(lacking.map(\.id))
      return lacking.isEmpty ? nil : SessionCopy(name: name, path: path, lacking: lacking)
    }
  }
}

extension SessionLauncher {
  /// Offers what other copies beside the journal hold. In a pipe there is nobody to ask: then it is only said.
  ///
  /// - Returns: What stands in the journal afterwards.
  func takingCopies(
    at place: SessionLocation, _ journal: Journal, _ contents: JournalContents, _ editor: LineEditor
  ) throws -> JournalContents {
    let words = context.language
    var taken = 0
    for copy in SessionCopy.all(beside: place, known: contents) {
      guard editor.mode != .piped else {
        context.say(
          words.sentence(
            "merge.copy-there",
            ["file": copy.name, "name": place.name, "path": "\"\(copy.path)\"", "new": place.name + "-2"],
            count: copy.lacking.count))
        continue
      }
      let (yes, no) = (words.yes.first ?? "yes", words.no.first ?? "no")
      let question = words.sentence(
        "merge.copy", ["file": copy.name, "yes": yes, "no": no], count: copy.lacking.count)
      guard try isAgreed(question, editor) else { continue }
      try saving(place.journal) { () throws(JournalError) in try journal.write(copy.lacking) }
      taken += copy.lacking.count
    }
    guard taken > 0 else { return contents }
    context.say(words.sentence("merge.taken", count: taken))
    return try saving(place.journal) { () throws(JournalError) in
      try Journal.read(place.journal, storage: context.storage)
    }
  }

  /// Says which numbers were given twice in copies that were continued apart, what is called otherwise for that, and which
  /// edits were put aside.
  func sayRenamed(in entries: [Entry]) {
    let (remapping, text) = (entries.remapping, MergingText(language: words))
    for sentence in text.renamed(remapping.renamed) + text.conflicts(remapping.conflicts) { context.say(sentence) }
  }

  /// Asks something that is answered by yes or no; Enter alone is yes.
  func isAgreed(_ question: String, _ editor: LineEditor) throws -> Bool {
    let yes = words.yes.first ?? "yes"
    let lines = [StyledText(question, .bold), StyledText(words.sentence("start.enter", ["value": yes]))]
    let outcome = try SessionLauncher.typing(words) { () throws(LineEditorError) in
      try editor.read(Request(above: { _ in lines }, news: lines))
    }
    guard case .line(let typed) = outcome else {
      editor.close()
      throw Failure(.usage, "")
    }
    editor.eraseFrame()
    let answer = typed.trimmed.lowercased()
    return answer.isEmpty || words.yes.contains(answer)
  }
}
