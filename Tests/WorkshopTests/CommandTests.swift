import SessionFixtures
import Testing
import Workshop

/// A typed line, and the command it is.
struct Typed: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let line: String
  let language: LanguageCode
  let then: Result<Command, Refusal>

  init(_ line: String, in language: LanguageCode = "en", _ command: Command) {
    (testDescription, self.line, self.language, then) = ("“\(line)” in \(language)", line, language, .success(command))
  }

  init(_ line: String, in language: LanguageCode = "en", refused refusal: Refusal) {
    (testDescription, self.line, self.language, then) = ("“\(line)” in \(language)", line, language, .failure(refusal))
  }
}

@Suite("Commands as they are typed")
struct CommandTests {
  static let typed = [
    Typed("A text", .answer("A text")),
    Typed("  A text  ", .answer("A text")),
    Typed("", .goOn),
    Typed(" \t ", .goOn),
    Typed("//slash", .answer("/slash")),
    Typed("//", .answer("/")),
    Typed("/next", .next),
    Typed("/NEXT", .next),
    Typed("/ne", .next),
    Typed("/neste", in: "nb", .next),
    Typed("/next", in: "nb", .next),
    Typed("/tilb", in: "nb", .back),
    Typed("/skip", .skip(reason: "")),
    Typed("/skip  not  now ", .skip(reason: "not  now")),
    Typed("/goto 7", .goto("7")),
    Typed("/go crisis levels", .goto("crisis levels")),
    Typed("/gå 7", in: "nb", .goto("7")),
    Typed("/edit 2", .edit(target: "2", text: nil)),
    Typed("/edit OBJ1 a | b", .edit(target: "OBJ1", text: "a | b")),
    Typed("/delete 2", .delete("2")),
    Typed("/slett 2", in: "nb", .delete("2")),
    Typed("/move 3 1", .move("3", to: "1")),
    Typed("/undo", .undo),
    Typed("/angre", in: "nb", .undo),
    Typed("/redo", .redo),
    Typed("/people", .look(.people(.participants))),
    Typed("/people add KH | Kari", .people(.add("KH | Kari"))),
    Typed("/folk ny KH | Kari", in: "nb", .people(.add("KH | Kari"))),
    Typed(
      "/people who",
      refused: .unknownVerb("who", of: .people, known: ["add", "out", "in", "facilitator", "counts"])),
    Typed("/people --counts", .look(.people(.contributions))),
    Typed("/people out KH", .people(.presence("KH", isInRoom: false))),
    Typed("/people in KH", .people(.presence("KH", isInRoom: true))),
    Typed("/people facilitator KH", .people(.facilitator("KH"))),
    Typed("/people out", refused: .missingArgument(.people)),
    Typed("/by Kari", .people(.speaker("Kari"))),
    Typed("/by", .people(.speaker(""))),
    Typed("/language nb", .language("nb")),
    Typed("/run full", .run("full")),
    Typed("/help", .look(.help(""))),
    Typed("/help edit", .look(.help("edit"))),
    Typed("/tip", .look(.tip)),
    Typed("/example", .look(.example)),
    Typed("/map", .look(.map)),
    Typed("/list", .look(.list)),
    Typed("/show mål", in: "nb", .look(.show("mål"))),
    Typed("/check", .look(.check(all: false))), Typed("/check all", .look(.check(all: true))),
    Typed("/draft crisis", .look(.draft("crisis"))),
    Typed("/export markdown, HTML docx", .export(["markdown", "html", "docx"])),
    Typed("/quit", .quit()),
    Typed("/exit", .quit()),
    Typed("/quit unsaved", .quit(leavingUnsaved: true)),
    Typed("/avslutt ulagret", in: "nb", .quit(leavingUnsaved: true)),
    Typed("/save /media/usb", .save(to: "/media/usb")),
    Typed("/off", .privacy(.offRecord)), Typed("/on", .privacy(.onRecord)),
    Typed("/redact OBJ1", .privacy(.redact("OBJ1"))), Typed("/pseudonym Kari", .privacy(.pseudonym("Kari"))),
    Typed("/redac OBJ1", refused: .unknownCommand("redac", nearest: ["redact", "redo"])),
    Typed("/save", refused: .missingArgument(.save)),
    Typed("/park", .look(.sideItems(.parked))),
    Typed("/park Money", .sideItem(.note(.parked, "Money"))),
    Typed("/vedta Ja", in: "nb", .sideItem(.note(.decision, "Ja"))),
    Typed("/task Call @KH 1 May", .sideItem(.note(.task, "Call @KH 1 May"))),
    Typed("/note", .look(.sideItems(.note))),
    Typed("/close PARK1 in OBJ2", .sideItem(.close("PARK1", outcome: "in OBJ2"))),
    Typed("/close", refused: .missingArgument(.close)),
    Typed("/nxet", refused: .unknownCommand("nxet", nearest: ["next"])),
    Typed("/xyzzy", refused: .unknownCommand("xyzzy", nearest: [])),
    Typed("/", refused: .unknownCommand("", nearest: [])),
    Typed("/ next", refused: .unknownCommand("", nearest: [])),
    Typed("/e", refused: .ambiguousCommand("e", ["example", "edit", "editor", "export", "quit"])),
    Typed("/del 2", refused: .unknownCommand("del", nearest: ["delete"])),
    Typed("/delet 2", refused: .unknownCommand("delet", nearest: ["delete"])),
    Typed("/slet 2", in: "nb", refused: .unknownCommand("slet", nearest: ["slett"])),
    Typed("/nese", in: "nb", refused: .unknownCommand("nese", nearest: ["neste"])),
    Typed("/delete", refused: .missingArgument(.delete)),
    Typed("/goto  ", refused: .missingArgument(.goto)),
    Typed("/language", refused: .missingArgument(.language)),
    Typed("/run", refused: .missingArgument(.run)),
  ]

  @Test(arguments: typed) func aLineIsRead(_ row: Typed) throws {
    let language = try TestSession(.odd).localization(row.language).language
    let result = Result { () throws(Refusal) in try Command(parsing: row.line, in: language) }
    #expect(result == row.then)
  }

  @Test("A removing command has no short form", arguments: ["en", "nb"] as [LanguageCode])
  func removingIsWrittenOut(_ code: LanguageCode) throws {
    let language = try TestSession(.odd).localization(code).language
    for name in CommandName.delete.names(in: language) {
      for length in 1..<name.count {
        let command = try? Command(parsing: "/\(name.prefix(length)) 1", in: language)
        if case .delete = command { Issue.record("/\(name.prefix(length)) deletes") }
      }
    }
  }
}
