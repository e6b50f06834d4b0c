import FacilitationFixtures
import Journal
import Method
import SessionFixtures
import Testing
import Text
import Workshop

@testable import Facilitation

/// Every refusal and error has a whole sentence in every language.
struct WordsTests {
  private static let question: QuestionID = "frame.goals.organisation"

  static let faults: [CellFault] = [
    .tooLong(length: 9, limit: 3), .wrongNumberOfTexts(found: 9, expected: 1...5), .notANumber, .notWhole,
    .outOfRange(1...5), .notADay, .notADuration, .notAnOption(.list("network"), nearest: []),
    .notAnOption(.list("network"), nearest: ["facebook"]), .ambiguousOption(["facebook", "x"], .list("network")),
    .unknownHandle(series: ["GOAL"], existing: []), .unknownHandle(series: ["GOAL"], existing: ["GOAL1"]),
    .unknownPerson(known: []), .unknownPerson(known: ["KH"]), .onlyOne, .notYesOrNo,
  ]

  private static let iterations: [IterationRefusal] = [
    .open(2, Session.OpenWork(questions: 3, answers: 1, workItems: 0)), .closed(2), .nothingPlanned(kinds: ["focus"]),
    .unknownKind("x", kinds: ["foundation", "focus"]), .focusNeeded, .tooManyCells(5), .notADay("soon"),
    .tooEarly(TestSession.today, since: TestSession.today), .unknown("7", count: 1), .unknown("7", count: 3),
    .begunAlready("IT2"), .noWorkItems, .unknownWorkItem("7", open: []), .unknownWorkItem("7", open: ["1", "2"]),
    .nothingCarried, .notCarried("OBJ1"),
  ]

  static let refusals: [Refusal] =
    faults.map { .cell("goal", question: question, typed: "typed", fault: $0) } + [
      .unknownCommand("nxt", nearest: []), .unknownCommand("nxt", nearest: ["next"]),
      .ambiguousCommand("e", ["edit", "export"]), .unknownQuestion("x", nearest: []),
      .unknownQuestion("x", nearest: ["SWOT"]), .ambiguousQuestion("x", [question]), .unknownSection("x"),
      .unknownAnswer("7", question: question, numbers: []), .unknownAnswer("7", question: question, numbers: [1, 2]),
      .unknownAnswer("OBJ9", question: question, numbers: [1, 2]),
      .tooManyCells(expected: ["goal", "level"], found: 3, question: "post.objectives.smart"),
      .answerElsewhere("OBJ1", question: question), .atStart, .atEnd, .nothingToUndo, .nothingToRedo,
      .privacy(.offRecord), .privacy(.offRecordAlready), .privacy(.onRecordAlready), .privacy(.redacted("OBJ1")),
      .tooManyAnswers(most: 1, question: question), .tooManyAnswers(most: 5, question: question),
      .placeFull(row: "strengths", most: 5), .placeFull(row: "strengths", most: 1),
      .chosenAlready("facebook", from: .list("network"), question: question),
      .tooManyCells(expected: ["goal"], found: 3, question: question),
      .tooManyCells(expected: ["goal", "level"], found: 3, question: question), .emptyRow,
      .cellNeeded("goal", question: question), .rowNeeded(question: "situation.swot.grid", typed: "x"),
      .unknownRow("q", question: "situation.swot.grid"), .columnNeeded(row: "NEED1", question: "post.match.grid"),
      .unknownAcross("q", question: "post.match.grid"), .emptyPlace(row: "strengths"),
      .unreadableVote("x", question: question), .people(.initialsTaken("KH", by: "Kari")), .people(.noParticipants),
      .people(.unknown("x", known: [])), .people(.unknown("x", known: ["KH"])),
      .unknownLanguage("xx", known: ["en", "nb"]),
      .unknownRun("x", known: ["core"]),
    ] + iterations.map { .iteration($0) }
    + [.goto, .edit, .delete, .move, .language, .run, .people].map { .missingArgument($0) }

  @Test(arguments: Library.languages) func everyRefusalHasItsSentence(_ code: LanguageCode) throws {
    let rooms = try Rooms()
    let room = try rooms.open("words", language: code)
    let text = RefusalText(session: room.session, localization: room.localization)
    for refusal in WordsTests.refusals { expectSentence(text.sentence(refusal), "\(refusal)") }
  }

  @Test(arguments: Library.languages) func everyErrorHasItsSentence(_ code: LanguageCode) throws {
    let language = try Library.language(code)
    let faults: [Fault] = [
      .diskFull, .quotaExceeded, .fileTooLarge, .inputOutput, .readOnlyDisk, .notPermitted, .noSuchFile, .exists,
      .symbolicLink, .isFolder, .isNoFolder, .nameTooLong, .tooManyFiles, .interrupted, .wouldBlock, .notSupported,
      .other(99),
    ]
    let journal: [JournalError] =
      [
        .notFound, .alreadyExists, .newerFormat(99), .isReadOnly(.needs(["x"])), .isReadOnly(.otherSession(line: 3)),
        .isReadOnly(.headerDamaged), .lockedElsewhere, .notARegularFile(.folder), .belongsToSomebodyElse,
        .replaced(.removed), .tooLarge(.cell), .tooLarge(.file), .notASessionName, .ambiguous(["a", "b"]), .closed,
      ] + [.empty, .onlyNULs, .utf16, .noHeader].map { .notAJournal($0) } + faults.map { .cannotWrite($0) }
      + [.cannotOpen(.inputOutput), .cannotRead(.inputOutput), .cannotCreate(.exists), .syncFailed(.inputOutput)]
    for error in journal {
      expectSentence(JournalErrorText(language: language, file: "f").sentence(error), "\(error)")
    }
    let method: [MethodError.Fault] =
      [
        .unreadable, .tooLarge(bytes: 9, limit: 3), .tooManyNodes(limit: 3), .notUTF8, .notYAML(problem: "p"), .empty,
        .anchor, .keyIsNoText, .missing(key: "k"), .unknownKey("k", nearest: []), .unknownKey("k", nearest: ["l"]),
        .unknownWord("w", known: ["a"]), .duplicate("d"), .unknownName("n"), .missingWords("k"),
        .unknownVariable("v", sentence: "s", known: ["w"]), .unknownVariable("v", sentence: "s", known: []),
      ] + MethodError.Form.allCases.map { .expected($0, found: "x") }
      + MethodError.Senseless.allCases.map { .senseless($0) }
    for fault in method {
      let error = MethodError(file: "method.yaml", line: 7, fault: fault)
      let sentence = MethodErrorText(language: language).sentence(error)
      expectSentence(sentence, "\(fault)")
      #expect(sentence.hasPrefix("method.yaml:7: "))
    }
  }

  @Test(arguments: Library.languages) func everyLineThatCannotBePlayedHasItsSentence(_ code: LanguageCode) throws {
    let room = try Rooms().open("words", language: code)
    let answer = Answer(id: AnswerID(question: "gone", number: 1), cells: ["x"])
    let faults =
      Script.Fault.allCases.map { ReplayFailure.Fault.flaw($0) } + [.lost(since: 3), .noSuchQuestion(answer)]
    for fault in faults {
      let step = ReplayStep(number: 7, content: .line(Script.Line(number: 7, text: "x")))
      let failure = ReplayFailure(step: step, fault: fault, session: room.session, localization: room.localization)
      let text = ReplayFailureText(file: "a.plenum", failure: failure, words: room.localization.language)
      expectSentence(text.message, "\(fault)")
      #expect(text.lines.first?.hasPrefix("a.plenum:7: ") == true)
    }
  }

  @Test(arguments: Library.languages) func helpSpeaksOfEveryCommand(_ code: LanguageCode) throws {
    let rooms = try Rooms()
    let room = try rooms.open("words", language: code)
    let view = LookView(session: room.session, localization: room.localization, columns: 60, now: rooms.clock.now())
    let lines = try view.lines(.help("")).map(\.plainText)
    for name in CommandName.allCases {
      #expect(lines.contains { $0.contains("/" + name.shown(in: room.localization.language)) }, "\(name)")
      for line in try view.lines(.help(name.rawValue)) { #expect(!line.plainText.contains("{"), "\(name)") }
    }
  }

  /// Lines, and what stands on the screen after them: a refusal, or what may be typed.
  struct Shown: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var refusal: String?
    var hint: String?
    var testDescription: String { lines.last ?? "" }
  }

  static let shown: [Shown] = [
    Shown(
      lines: ["/goto frame.goals.organisation", "More visitors", "a | b"],
      refusal: "Only one cell is still to come in this row (“Level”), but you typed 2."),
    Shown(
      lines: ["/goto frame.goals.organisation", "More visitors | organisation | c"],
      refusal: "This question has 2 columns (“Goal | Level”), but you typed 3 cells."),
    Shown(
      lines: ["/why OBJ1"],
      refusal: "No answer in this session is called OBJ1; /list shows the answers to this question."),
    Shown(lines: ["/goto post.objectives.smart", "More visitors"], hint: "~ leaves it open"),
    Shown(
      lines: ["/goto frame.goals.organisation", "More visitors", "~", "/goto post.objectives.smart", "More visitors"],
      hint: "GOAL1 More visitors  –  ~ leaves it open"),
  ]

  @Test(arguments: shown) func theScreenSays(_ row: Shown) throws {
    let rooms = try Rooms()
    var room = try rooms.open("words", language: "en")
    var refusal: String?
    for line in row.lines {
      do { _ = try room.hear(line) } catch {
        guard case .refused(let error) = error else { throw error }
        refusal = RefusalText(session: room.session, localization: room.localization).sentence(error)
      }
      guard line.hasPrefix("/why") else { continue }
      let view = LookView(session: room.session, localization: room.localization, columns: 80, now: rooms.clock.now())
      do { _ = try view.lines(.why(String(line.dropFirst(5)))) } catch {
        refusal = RefusalText(session: room.session, localization: room.localization).sentence(error)
      }
    }
    #expect(refusal == row.refusal)
    let size = WindowSize(columns: 80, rows: 24)
    let view = QuestionView(session: room.session, localization: room.localization, size: size)
    if let hint = row.hint { #expect(view.lines(note: nil).map(\.plainText).contains(hint)) }
  }

  @Test func helpNamesTheOtherNamesOnly() throws {
    let rooms = try Rooms()
    let room = try rooms.open("words")
    let view = LookView(session: room.session, localization: room.localization, columns: 60, now: rooms.clock.now())
    let lines = try view.lines(.help("stem")).map(\.plainText)
    #expect(lines.last == "  Også: /vote, /avstemning")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") && $0.count <= 60 }, "\(lines)")
  }

  private func expectSentence(_ text: String, _ what: String) {
    #expect(!text.contains("{") && !text.contains("}"), "a variable is not filled: \(what): \(text)")
    #expect(text.contains(" "), "no sentence: \(what): \(text)")
    #expect(".?".contains(text.last ?? " "), "no end: \(what): \(text)")
    #expect(!text.contains("!") && !text.contains("invalid"), "\(what): \(text)")
  }
}
