import Workshop

// The words for refusals about what is not the answers, topic by topic.
extension RefusalText {
  func sentence(_ refusal: SideItemRefusal) -> String {
    switch refusal {
    case .unknown(let typed, let open):
      open.isEmpty
        ? language.sentence("aside.nothing-to-close", ["typed": typed])
        : language.sentence(
          "aside.unknown", ["typed": typed, "open": open.map(\.rawValue).joined(separator: ", ")])
    case .closedAlready(let handle): language.sentence("aside.closed-already", ["answer": handle.rawValue])
    case .notADay(let typed):
      language.sentence(
        "aside.not-a-day",
        ["typed": typed, "example": Day(year: 2026, month: 12, day: 31).map(language.days.text) ?? ""])
    }
  }

  func sentence(_ refusal: TimeRefusal) -> String {
    switch refusal {
    case .notLate: language.sentence("clock.not-late")
    case .noTimeLeft(let questions, _):
      language.sentence("clock.no-time-left", ["least": String(leastMinutes(questions))], count: questions)
    }
  }

  func sentence(_ refusal: PeopleRefusal) -> String {
    switch refusal {
    case .initialsTaken(let initials, let name):
      language.sentence("refusal.initials-taken", ["initials": initials, "name": name])
    case .noParticipants: language.sentence("refusal.no-participants")
    case .unknown(let typed, let known):
      known.isEmpty
        ? language.sentence("refusal.nobody-yet", ["typed": typed])
        : language.sentence("refusal.unknown-person", ["typed": typed, "known": joined(known)])
    case .presenceNotAsked: language.sentence("people.presence-not-asked")
    }
  }

  func sentence(_ refusal: GroupsRefusal) -> String {
    switch refusal {
    case .tooFewPeople(let people): language.sentence("groups.too-few", count: people)
    case .wrongNumber(let count, let people):
      people < 6
        ? language.sentence("groups.only-two", ["people": String(people), "count": String(count)])
        : language.sentence(
          "groups.wrong-number", ["people": String(people), "count": String(count), "most": String(people / 2)])
    case .fileNotThere(let path): language.sentence("groups.no-file", ["file": path])
    case .fileNotText(let path): language.sentence("groups.no-text", ["file": path])
    case .nothingToTake(let origin): language.sentence("groups.nothing-new", ["file": origin])
    case .inFile(let file, let line, let refusal):
      language.sentence(
        "files.script-error",
        [
          "file": file, "line": String(line),
          "message": sentence(refusal),
        ])
    case .joinedAlready(let handle): language.sentence("groups.joined-already", ["answer": names([handle])])
    }
  }

  func sentence(_ refusal: ScreenRefusal) -> String {
    switch refusal {
    case .isShared: language.sentence("screen.for-one")
    }
  }

  func sentence(_ refusal: PrivacyRefusal) -> String {
    switch refusal {
    case .offRecord: language.sentence("refusal.off-record", ["on": command(.on)])
    case .offRecordAlready: language.sentence("refusal.off-already", ["on": command(.on)])
    case .onRecordAlready: language.sentence("refusal.on-already", ["off": command(.off)])
    case .redacted(let handle): language.sentence("refusal.redacted", ["answer": handle.rawValue])
    }
  }

  func names(_ handles: [Handle]) -> String {
    handles.map { handle in session.answer(handle).map { session.name(onScreen: $0.id) } ?? handle.rawValue }.joined(
      separator: ", ")
  }

  /// The whole minutes that so many questions take at least.
  private func leastMinutes(_ questions: Int) -> Int { (questions * Session.leastTimebox + 59) / 60 }
}
