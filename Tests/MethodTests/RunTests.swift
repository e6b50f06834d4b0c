import Method
import SessionFixtures
import Testing
import Workshop

@Suite("Runs of the built-in method")
struct RunTests {
  /// A core session with the examples as answers.
  private func core(_ language: LanguageCode = "en") throws -> TestSession {
    var room = try TestSession(language: language)
    for question in room.session.agenda {
      try room.hear("/goto \(question.id)")
      for example in room.session.examples(of: question, in: room.localization) { try room.hear(example) }
    }
    return room
  }

  @Test("Another run keeps every answer and only adds questions", arguments: ["half-day", "full"])
  func anotherRunOnlyAdds(_ run: String) throws {
    var room = try core()
    let method = room.session.method
    let before = method.questions.map { room.session.answers(to: $0.id) }
    let asked = Set(room.session.agenda.map(\.id))
    try room.hear("/run \(run)")
    #expect(room.session.run.rawValue == run)
    let settled = method.roles.run
    for (question, answers) in zip(method.questions, before) where question.id != settled {
      #expect(room.session.answers(to: question.id) == answers, "\(question.id)")
    }
    #expect(asked.isSubset(of: room.session.agenda.map(\.id)))
    #expect(room.session.agenda.count > asked.count)
    try room.hear("/run core")
    #expect(Set(room.session.agenda.map(\.id)) == asked)
  }

  @Test func whatALongerRunAsksInARowIsAGapThen() throws {
    var room = try core()
    try room.hear("/run half-day")
    let gaps = room.findings.filter { $0.message == "answer-incomplete" || $0.check != Check.required.id }
    #expect(gaps.contains { $0.question == "post.people.audiences" })
  }

  @Test("Answers make questions needless, and needed again")
  func answersHideQuestions() throws {
    var room = try TestSession(run: "full")
    func asks(_ id: QuestionID) -> Bool { room.session.agenda.contains { $0.id == id } }
    #expect(asks("organise.scrm.data") && !asks("report.final.focus") && !asks("plan.pilot.results"))
    try room.hear("/goto organise.scrm.ambition")
    try room.hear("leave it for now")
    #expect(!asks("organise.scrm.data") && !asks("organise.scrm.rollout"))
    let data = try #require(room.session.method.question("organise.scrm.data"))
    #expect(room.session.absence(of: data) == .hidden(by: AnswerPath(question: "organise.scrm.ambition")))
    try room.hear("/undo")
    #expect(asks("organise.scrm.data"))
  }
}
