import Analytics
import Draft
import Text
import Workshop

// A file that figures are taken from, one after another, between two questions.
extension Interpreter {
  /// What comes of a command where it is about a file; nil where it is not.
  mutating func followImport(_ command: Command, at now: Moment) throws(LineError) -> Reply? {
    switch command {
    case .measure(.from(let typed)):
      do throws(Workshop.Refusal) { _ = try decide(command, at: now) } catch { throw .refused(error) }
      return try openImport(typed, at: now)
    case .answer(let typed) where importing != nil: return try answerImport(typed, at: now)
    // Enter uncovers a covered screen, and nothing else.
    case .goOn where importing != nil && !session.screen.isBlank: return try answerImport("", at: now)
    case _: return nil
    }
  }

  /// A command that leads elsewhere ends it, once it has been followed.
  mutating func endImport(for command: Command) {
    switch command {
    case .edit(_, nil), .editor, .takeSuggestions, .measure(.walk), .privacy(.offRecord), .quit: importing = nil
    case _ where command.has(.endsBreaks): importing = nil
    case _: break
    }
  }

  /// Opens a file that was named behind `/measure from`, with a day or a period behind it where one is wanted.
  private mutating func openImport(_ typed: String, at now: Moment) throws(LineError) -> Reply {
    let today = clock.day(now)
    let (bytes, path, period) = try measuredFile(typed, today: today)
    if let period, period.first > today { throw .refused(.measure(.inFuture(period))) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do throws(Analytics.Refusal) {
      importing = try MeasureImport(bytes, named: name, period: period, for: session, in: localization, today: today)
    } catch { throw .unusableFile(error, file: name) }
    var reply = Reply()
    if let file = importing { reply.display = .onScreen(importView.lines(file), after: importView.refused(file)) }
    endImportWhereDone(&reply)
    return reply
  }

  /// What is typed while a file is gone through: Enter takes a proposal, a number changes it, `n` leaves it.
  private mutating func answerImport(_ typed: String, at now: Moment) throws(LineError) -> Reply {
    guard var file = importing, let (kpi, _, outcome) = file.outcome else { return Reply() }
    let language = localization.language
    var reply = Reply()
    switch outcome {
    case .proposal where typed.isEmpty || language.yes.contains(typed.lowercased()):
      reply.events = file.take(in: ImportText(language: language), into: session)
      try happen(reply.events, at: now)
      reply.sentence = session.measures.all.last.map {
        MeasureText(session: session, localization: localization).said($0, on: clock.day(now))
      }
    case _ where typed.isEmpty || typed.lowercased() == "n" || language.no.contains(typed.lowercased()):
      file.leave()
      reply.sentence = language.sentence("import.left", ["kpi": kpi.rawValue])
    case _: try file.choose(typed)
    }
    importing = file
    reply.display = .onScreen(importView.lines(file))
    endImportWhereDone(&reply)
    return reply
  }

  private var importView: ImportView { ImportView(session: session, localization: localization, columns: columns) }

  private mutating func endImportWhereDone(_ reply: inout Reply) {
    guard importing?.outcome == nil else { return }
    importing = nil
    let sentence = localization.language.sentence("import.finished")
    reply.sentence = [reply.sentence, sentence].compactMap(\.self).joined(separator: " ")
    if case .onScreen(_, let refused) = reply.display { reply.display = refused.isEmpty ? .nothing : .lines(refused) }
  }

  /// The bytes of a file whose name may hold blanks, and the period that may stand behind it.
  private func measuredFile(
    _ typed: String, today: Day
  ) throws(LineError) -> (bytes: [UInt8], path: String, period: Workshop.DayRange?) {
    func file(_ typed: String) -> (bytes: [UInt8], path: String)? {
      [TypedPath(typed, home: home).path, typed].lazy.compactMap { path in reads(path).map { ($0, path) } }.first
    }
    if let (bytes, path) = file(typed) { return (bytes, path, nil) }
    let words = typed.split(separator: " ", omittingEmptySubsequences: false)
    for count in 1...4 where words.count > count {
      let (path, tail) = (words.dropLast(count).joined(separator: " "), words.suffix(count).joined(separator: " "))
      guard let period = localization.language.days.period(tail, in: today), let (bytes, path) = file(path) else {
        continue
      }
      return (bytes, path, period)
    }
    throw .refused(.measure(.noFile(TypedPath(typed, home: home).path)))
  }
}
