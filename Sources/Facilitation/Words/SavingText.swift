package import Journal
package import Workshop

/// The words for what is not on the disk, what was done so that it is, and what is not recorded at all.
package struct SavingText {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// A command as it is typed in this language.
  private func command(_ name: CommandName, _ argument: String = "") -> String {
    "/" + name.shown(in: language) + (argument.isEmpty ? "" : " " + argument)
  }

  /// Why so many entries are not on the disk, and what can be done.
  package func trouble(_ error: JournalError, file: String, count: Int) -> String {
    let save = language.sentence("usage.save")
    let remedy =
      switch error {
      case .syncFailed: language.sentence("saving.stuck", ["save": save], count: count)
      case _: language.sentence("saving.kept", ["save": save], count: count)
      }
    return JournalErrorText(language: language, file: file).sentence(error) + " " + remedy
  }

  /// What keeps the facilitator from leaving.
  package func leaving(_ count: Int) -> String {
    let word = language.commands["quit unsaved"]?.first ?? "unsaved"
    return language.sentence(
      "saving.leave", ["save": language.sentence("usage.save"), "quit": command(.quit, word)], count: count)
  }

  /// What was done so that the session could go on, a sentence each.
  package func recovery(_ recovery: JournalRecovery) -> [String] {
    switch recovery {
    case .followed(let news): MergingText(language: language).news(news)
    case .writtenAgain: [language.sentence("saving.written-again")]
    case .rescued(let path): [language.sentence("saving.rescued", ["path": path])]
    }
  }

  /// What is said when nothing is recorded any more.
  package var offRecord: String { language.sentence("hiding.off", ["on": command(.on)]) }

  /// What is said of a line that is not recorded.
  package var heardOffRecord: String { language.sentence("hiding.heard", ["on": command(.on)]) }
}
