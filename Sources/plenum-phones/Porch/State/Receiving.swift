internal import PhoneProtocol

/// Something that a phone sent, as its form has it.
struct Sending: Sendable {
  var phone: Int
  var id: SendingID
  var formID: String
  var fields: FormFields
}

extension PorchState {
  /// What becomes of an idea, a mood or a name.
  ///
  /// - Parameters:
  ///   - sending: What was sent.
  ///   - now: Milliseconds of a clock that never goes back.
  ///   - moment: Milliseconds since 1970.
  /// - Returns: What becomes of it.
  mutating func receive(_ sending: Sending, at now: Int, moment: Int) -> Reception {
    let id = sending.id.letterID(from: sending.phone)
    if box.knows(id) { return .again }
    if let refusal = hindrance(of: sending.phone, at: now) { return .refused(refusal) }
    switch form(sending.formID) {
    case .ideas(let question, let fields): return idea(sending, question, fields, moment)
    case .mood(let mood, let way): return said(sending, mood, way, moment)
    case .vote(let vote): return voted(sending, vote)
    case .unknown, nil: return .refused(.unknownForm)
    }
  }

  /// What becomes of a name by itself.
  mutating func introduce(_ sending: Sending, at now: Int, moment: Int) -> Reception {
    if box.knows(sending.id.letterID(from: sending.phone)) { return .again }
    if let refusal = hindrance(of: sending.phone, at: now) { return .refused(refusal) }
    guard notice?.asksName == true else { return .refused(.noNames) }
    let name = cleaned(sending.fields["name"] ?? "")
    guard !name.isEmpty else { return .refused(.empty) }
    return letter(.introduction, of: sending, moment)
  }

  private mutating func hindrance(of phone: Int, at now: Int) -> Refusal? {
    guard let notice else { return .tooEarly }
    if notice.standing == .offRecord { return .offRecord }
    if phones[phone]?.isMuted != false { return .muted }
    return phones[phone]?.bucket.take(at: now) == true ? nil : .tooFast
  }

  private func idea(
    _ sending: Sending, _ question: String, _ fields: [PhoneForm.Field], _ moment: Int
  ) -> Reception {
    let cells = fields.indices.map { cleaned(sending.fields["c\($0)"] ?? "") }
    guard cells.contains(where: { !$0.isEmpty }) else { return .refused(.empty) }
    for (place, field) in fields.enumerated() {
      let cell = cells[place]
      guard !isTooLong(cell) else { return .refused(.tooLong) }
      guard !field.isRequired || !cell.isEmpty else { return .refused(.missing(field: place)) }
      switch field.kind {
      case .choice(let options):
        guard cell.isEmpty || options.contains(cell) else { return .refused(.noSuchOption) }
      case .text, .number: break
      }
    }
    return letter(.idea(question: question, cells: cells), of: sending, moment)
  }

  private func said(_ sending: Sending, _ mood: String, _ way: PhoneForm.Mood, _ moment: Int) -> Reception {
    let text = cleaned(sending.fields["mood"] ?? "")
    guard !text.isEmpty else { return .refused(.empty) }
    guard !isTooLong(text) else { return .refused(.tooLong) }
    switch way {
    case .word: break
    case .score: guard ["1", "2", "3", "4", "5"].contains(text) else { return .refused(.noSuchOption) }
    }
    return letter(.mood(moment: mood, text: text), of: sending, moment)
  }

  private func letter(_ content: Letter.Content, of sending: Sending, _ moment: Int) -> Reception {
    let name = notice?.asksName == true ? cleaned(sending.fields["name"] ?? "") : ""
    guard !isTooLong(name) else { return .refused(.tooLong) }
    let letter = Letter(
      id: sending.id.letterID(from: sending.phone), phone: sending.phone, name: name.isEmpty ? nil : name,
      moment: moment, content: content)
    guard phones[sending.phone]?.counts[letter.question] ?? 0 < PhoneLimits.lettersOfOnePhone else {
      return .refused(.tooMany)
    }
    let bytes = letter.texts.reduce(box.bytes(to: letter.question)) { $0 + $1.utf8.count }
    guard box.letters.count < PhoneLimits.letters, bytes <= PhoneLimits.bytesToOneQuestion else {
      return .refused(.boxFull)
    }
    return .new(.letter(letter), id: letter.id)
  }

  private func voted(_ sending: Sending, _ vote: PhoneVote) -> Reception {
    guard !box.closedRounds.contains(vote.round), isAsked(vote) else { return .refused(.voteClosed) }
    let marks: [Int]
    switch VoteReading(vote, sending.fields).marks {
    case .success(let read): marks = read
    case .failure(let refusal): return .refused(refusal.refusal)
    }
    let last = box.ballot(of: sending.phone, to: vote.round)?.sequence ?? 0
    // Without a script there is no number: then what comes last counts.
    let sequence = sending.fields["seq"].map { Int($0) ?? 0 } ?? last + 1
    guard sequence > last, sequence < Int.max / 2 else { return .refused(.laterVote) }
    let id = sending.id.letterID(from: sending.phone)
    let ballot = Box.Ballot(id: id, phone: sending.phone, round: vote.round, sequence: sequence, marks: marks)
    return .new(.ballot(ballot), id: id)
  }

  /// Whether that round is the one that goes on; while the screen is covered it does.
  private func isAsked(_ vote: PhoneVote) -> Bool {
    guard case .vote(let asked) = notice?.form else { return false }
    return asked.round == vote.round && notice?.standing != .voteClosed
  }
}
