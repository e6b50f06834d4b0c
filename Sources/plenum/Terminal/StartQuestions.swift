import Facilitation
import LineEditor
import Method
import Text
import Workshop

/// What a session is started with.
struct StartSettings {
  var title: String
  var language: LanguageCode
  var run: RunID
}

/// The three questions before the first: title, language, run. What the command line says is not asked.
struct StartQuestions {
  let context: CommandContext
  let method: Workshop.Method
  let source: Library.Source
  let editor: LineEditor

  /// Asks for what is not given.
  ///
  /// - Throws: A failure when there is nobody to ask, or what was given is unknown.
  mutating func settings(title: String?, language: String?, run: String?) throws -> StartSettings {
    let words = context.language
    guard title != nil || editor.mode != .piped else {
      throw Failure(.usage, words.sentence("files.no-terminal"))
    }
    if title == nil { editor.show([StyledText(words.sentence("start.welcome"), .bold)]) }
    let title = try title?.trimmed ?? askTitle(words)
    guard !title.isEmpty else { throw Failure(.usage, words.sentence("start.title-needed")) }
    let code = try chosenLanguage(language, words)
    let localization = try SessionLauncher.reading(words) { () throws(MethodError) in try source.localization(code) }
    return StartSettings(title: title, language: code, run: try chosenRun(run, localization))
  }

  private func askTitle(_ words: Language) throws -> String {
    var note: String?
    while true {
      let title = try choosing.ask(words.sentence("start.title"), [], note: note).trimmed
      guard title.namesCommand else {
        if !title.isEmpty { return title }
        note = words.sentence("start.title-needed")
        continue
      }
      if leaves(title) {
        editor.close()
        throw Failure(.usage, "")
      }
      note = words.sentence("start.no-command-yet", ["quit": "/" + CommandName.quit.shown(in: words)])
    }
  }

  /// Whether a command leaves, in whatever language: none is chosen yet.
  private func leaves(_ line: String) -> Bool {
    Library.languages.contains { code in
      guard let language = try? Library.language(code), case .quit? = try? Command(parsing: line, in: language) else {
        return false
      }
      return true
    }
  }

  private func chosenLanguage(_ typed: String?, _ words: Language) throws -> LanguageCode {
    let known = method.languages
    let own = known.contains(words.code) ? words.code : known.first ?? words.code
    if let typed {
      guard let code = Library.language(called: typed, among: known) else {
        throw Failure(.usage, choosing.unknown("start.language-unknown", typed, known.map(\.rawValue), words))
      }
      return code
    }
    guard editor.mode != .piped, known.count > 1 else { return own }
    let names = known.map { code in (try? Library.language(code))?.name ?? code.rawValue }
    return known[
      try choosing.choose(
        words.sentence("start.language"), names, ids: known.map(\.rawValue),
        standard: known.firstIndex(of: own) ?? 0, unknown: "start.language-unknown", words)]
  }

  private func chosenRun(_ typed: String?, _ localization: Localization) throws -> RunID {
    let words = localization.language
    let runs = method.runs
    if let typed {
      guard let run = method.run(RunID(typed.lowercased())) else {
        throw Failure(.usage, choosing.unknown("start.run-unknown", typed, runs.map(\.id.rawValue), words))
      }
      return run.id
    }
    guard editor.mode != .piped, runs.count > 1 else { return runs.first?.id ?? "" }
    let names = runs.map { run in
      let name = localization.texts.runs[run.id] ?? run.id.rawValue
      return run.minutes.map { words.sentence("start.run-minutes", ["run": name, "minutes": String($0)]) }
        ?? words.sentence("start.run-open", ["run": name])
    }
    let place = try choosing.choose(
      words.sentence("start.run"), names, ids: runs.map(\.id.rawValue), standard: 0, unknown: "start.run-unknown", words
    )
    return runs[place].id
  }

  private var choosing: Choosing { Choosing(context: context, editor: editor) }
}
