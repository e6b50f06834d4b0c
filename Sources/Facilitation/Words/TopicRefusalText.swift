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
    case .eitherDay(let typed, let first, let second):
      language.sentence(
        "aside.either-day",
        ["typed": typed, "first": language.days.weekText(first), "second": language.days.weekText(second)])
    case .otherWeekday(let typed, let day):
      language.sentence("aside.other-weekday", ["typed": typed, "date": language.days.weekText(day)])
    }
  }

  /// Who may be meant: initials with the names beside them.
  func several(_ typed: String, _ initials: [String]) -> String {
    let people = session.participants.filter { initials.contains($0.initials) }.map { person in
      person.name.isEmpty ? person.initials : "\(person.initials) (\(person.name))"
    }
    return language.sentence("refusal.several-people", ["typed": typed, "people": joined(people)])
  }

  func sentence(_ fault: RecurrenceFault, isFrequency: Bool, label: String, typed: String) -> String {
    let format = language.frequencies
    func examples(_ repeats: [String]) -> String { joined(repeats.map(format.repeatText)) }
    switch fault {
    case .unreadable where isFrequency:
      return language.sentence(
        "fault.not-a-frequency",
        [
          "column": label, "typed": typed,
          "examples": joined(["3/week", "1/fortnight", "on-demand"].map(format.text)),
        ])
    case .unreadable:
      return language.sentence(
        "fault.not-a-repeat",
        [
          "column": label, "typed": typed,
          "examples": examples(["weekly:Mon-Fri", "every-2-weeks:Tue", "monthly:15", "monthly:last-Fri"]),
        ])
    case .notStored(let nearest):
      return language.sentence(
        "fault.frequency-between", ["column": label, "typed": typed, "nearest": format.text(nearest)])
    case .daysNeeded:
      return language.sentence(
        "fault.days-needed",
        [
          "column": label, "typed": typed,
          // Each of them has a comma of its own.
          "examples": ["weekly:Mon,Thu", "monthly:1,15"].map(format.repeatText).joined(separator: "; "),
        ])
    case .either(let first, let second):
      return language.sentence(
        "fault.either-repeat",
        ["column": label, "typed": typed, "first": format.text(first), "second": format.text(second)])
    case .onDemand: return language.sentence("fault.no-repeat", ["column": label, "typed": typed])
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
    case .several(let typed, let initials): several(typed, initials)
    case .nameless: language.sentence("refusal.nameless")
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
