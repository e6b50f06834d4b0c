import Facilitation
import LineEditor
import Workshop

extension Labels {
  /// The words of the line editor in a language.
  init(_ language: Language) {
    func choice(_ key: String) -> Choice {
      Choice(language.sentence("editor.\(key)-key").first ?? "?", language.sentence("editor.\(key)"))
    }
    self.init(
      more: { language.sentence("editor.more", count: $0) },
      refused: { language.sentence("editor.refused", ["text": $0]) }, search: language.sentence("editor.search"),
      searchFailed: language.sentence("editor.search-failed"),
      pasted: { language.sentence("editor.pasted", count: $0) }, pasteAdd: choice("paste-add"),
      pasteRest: choice("paste-rest"),
      pasteEdit: choice("paste-edit"), pasteCancel: choice("paste-cancel"),
      chooseNumber: language.sentence("editor.choose-number"))
  }
}
