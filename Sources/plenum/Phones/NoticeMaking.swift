import Facilitation
import PhoneProtocol
import Workshop

/// What phones are shown of a session: the question or the vote, and nothing else of it.
struct NoticeMaking {
  let session: Session
  let phones: Phones
  /// The words in each language, the room's own first.
  let localizations: [Localization]

  /// The notice as it is now, without its number.
  var notice: PhoneNotice {
    let standing = standing
    let form = standing == .asking ? form : nil
    return PhoneNotice(
      version: 0, formID: formID(form), title: session.title,
      standing: form == nil && standing == .asking ? .nothing : standing,
      form: form?.form, asksName: phones.asksNames, wordings: form.map { form in localizations.map(form.wording) } ?? []
    )
  }

  private struct Form {
    var form: PhoneForm
    var id: String
    var wording: (Localization) -> PhoneWording
  }

  private var standing: PhoneNotice.Standing {
    if session.privacy.isOffRecord { return .offRecord }
    if session.screen.isBlank { return .covered }
    if session.time.isOnBreak { return .pause }
    if session.openVote == nil, phones.asked == nil, let last = session.votes.rounds.last, last.state == .closed,
      last.question == session.position, phones.votes(in: last.number) > 0,
      session.votable(at: last.question).allSatisfy({ last.items.contains($0.handle) })
    {
      return .voteClosed
    }
    return .asking
  }

  private func formID(_ form: Form?) -> String { form?.id ?? "none-\(session.position?.rawValue ?? "")" }

  private var form: Form? {
    if let round = session.openVote { return round.isHeadByHead ? vote(round) : nil }
    if let asked = phones.asked { return mood(asked) }
    guard !session.hasEnded, let question = session.position.flatMap(session.method.question) else { return nil }
    return ideas(question)
  }

  private func trail(_ question: QuestionID, _ localization: Localization) -> String {
    guard let (stage, step) = session.method.location(of: question) else { return "" }
    let names = [localization.texts.stages[stage.id] ?? "", localization.texts.steps[step.id] ?? ""].filter {
      !$0.isEmpty
    }
    return names.count == 2 && names[0] == names[1] ? names[0] : names.joined(separator: " › ")
  }

  // MARK: Votes

  private func vote(_ round: VoteRound) -> Form {
    let way: PhoneVote.Way =
      switch round.way {
      case .dots: .dots(round.dots, mostOnOne: round.mostOnOne)
      case .hands: .hands
      case .fist: .fist
      case .scale: .scale
      case .ranking: .ranking
      }
    // What is voted on is all that phones ever see of what others said.
    let items = round.items.map { handle in
      session.answer(handle).map { session.shownShort($0, in: localizations[0]) } ?? handle.rawValue
    }
    let title = session.title
    return Form(form: .vote(PhoneVote(round: round.number, way: way, items: items)), id: "v\(round.number)") {
      PhoneWording(
        language: $0.language.code.rawValue, trail: trail(round.question, $0),
        text: $0.texts.questions[round.question]?.ask ?? title)
    }
  }

  // MARK: Check-in and check-out

  private func mood(_ round: CheckIn.Round) -> Form {
    let way: PhoneForm.Mood = round == .checkIn ? .word : .score
    let key = round == .checkIn ? "moods.check-in" : "moods.check-out"
    return Form(form: .mood(moment: round.rawValue, way), id: "m-\(round.rawValue)") {
      PhoneWording(language: $0.language.code.rawValue, trail: "", text: $0.language.sentence(key))
    }
  }

  // MARK: Ideas

  /// A field with its labels in each language.
  private struct Field {
    var field: PhoneForm.Field
    var label: (Localization) -> String
    var options: (Localization) -> [String]
  }

  private func ideas(_ question: Question) -> Form? {
    let roles = session.method.roles
    guard question.id != roles.participants, !roles.answeredAtStart.contains(question.id),
      let fields = fields(of: question),
      !fields.isEmpty, fields.count <= PhoneLimits.fields
    else { return nil }
    return Form(
      form: .ideas(question: question.id.rawValue, fields: fields.map(\.field)), id: "q-\(question.id.rawValue)"
    ) { localization in
      PhoneWording(
        language: localization.language.code.rawValue, trail: trail(question.id, localization),
        text: localization.texts.questions[question.id]?.ask ?? question.id.rawValue,
        labels: fields.map { $0.label(localization) }, options: fields.map { $0.options(localization) })
    }
  }

  /// The fields of a question; nil where it is not for phones: votes, and grids whose rows are what others said.
  private func fields(of question: Question) -> [Field]? {
    let columns = question.askedColumns(in: session.run).map { question.columns[$0] }
    switch question.kind {
    case .vote: return nil
    case .line, .list, .single, .multi, .number, .date, .table:
      return columns.map { field($0, question, columns.count) }
    case .grid(let grid):
      var axes: [Field] = []
      for axis in [grid.rows, grid.across].compactMap(\.self) {
        guard let rows = rows(axis, question) else { return nil }
        axes.append(rows)
      }
      return axes + columns.map { field($0, question, columns.count) }
    }
  }

  private func rows(_ axis: Grid.Axis, _ question: Question) -> Field? {
    if case .answers = axis { return nil }
    let ids = session.rows(of: axis, of: question, in: localizations[0]).map(\.id)
    guard ids.count <= PhoneLimits.items else { return nil }
    let session = session
    return Field(
      field: PhoneForm.Field(.choice(ids), isRequired: true),
      label: { $0.texts.label(of: question.id) },
      options: { session.rows(of: axis, of: question, in: $0).map(\.label) })
  }

  private func field(_ column: Column, _ question: Question, _ count: Int) -> Field {
    let label: (Localization) -> String = { localization in
      count == 1 ? localization.texts.label(of: question.id) : localization.texts.label(of: column.id, in: question.id)
    }
    let session = session
    func text(_ kind: PhoneForm.Field.Kind) -> Field {
      Field(
        field: PhoneForm.Field(kind, isRequired: column.isRequired || count == 1), label: label, options: { _ in [] })
    }
    switch column.type {
    case .choice(let options):
      let offered = session.offered(options, in: localizations[0])
      guard offered.count <= PhoneLimits.items else { return text(.text) }
      return Field(
        field: PhoneForm.Field(.choice(offered.map(\.rawValue)), isRequired: column.isRequired || count == 1),
        label: label,
        options: { localization in offered.map { localization.texts.label(of: $0, from: options, in: question.id) } })
    case .multi(let options) where question.isMulti:
      let offered = session.offered(options, in: localizations[0])
      guard offered.count <= PhoneLimits.items else { return text(.text) }
      return Field(
        field: PhoneForm.Field(.choice(offered.map(\.rawValue)), isRequired: true), label: label,
        options: { localization in offered.map { localization.texts.label(of: $0, from: options, in: question.id) } })
    case .number, .scale: return text(.number)
    case .text, .texts, .date, .duration, .person, .persons, .multi, .suggestion, .kpi, .frequency, .repeats,
      .reference,
      .references, .yesNo:
      return text(.text)
    }
  }
}

extension Question {
  /// Whether several options can be chosen, each an answer.
  fileprivate var isMulti: Bool {
    switch kind {
    case .multi: true
    case .line, .list, .single, .number, .date, .table, .grid, .vote: false
    }
  }
}

extension Session {
  /// The answers that could be voted on at a question.
  fileprivate func votable(at question: QuestionID) -> [Answer] {
    method.question(question).map { votable(at: $0) } ?? []
  }
}
