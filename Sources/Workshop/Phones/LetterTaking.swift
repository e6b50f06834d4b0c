/// Makes ordinary events of letters.
struct LetterTaking {
  let phones: Phones
  let parser: CellParser
  /// Where the room reads that an answer came from.
  let origin: String

  /// The waiting ideas of these numbers, in their order; all of them where no numbers are said.
  func ideas(_ numbers: [Int]?, in session: Session) throws(Refusal) -> [Phones.Idea] {
    let waiting = phones.ideas(in: session)
    guard !waiting.isEmpty else { throw .phones(.nothingWaiting) }
    guard let numbers else { return waiting }
    var chosen: [Phones.Idea] = []
    for number in numbers {
      guard let idea = waiting.first(where: { $0.number == number }) else {
        throw .phones(.unknownIdea(number, waiting: waiting.map(\.number)))
      }
      chosen.append(idea)
    }
    return chosen
  }

  /// Ideas as answers. Of all ideas those that can become answers do; of those that are named each must.
  func take(_ numbers: [Int]?, named: Bool, in session: Session) throws(Refusal) -> [Event] {
    var room = session
    var events: [Event] = []
    var first: Refusal?
    for idea in try ideas(numbers, in: session) {
      do throws(Refusal) {
        let given = try answer(of: idea.cells, under: idea.question, letters: [idea], named: named, in: room)
        room.apply(given, as: EntryID(epoch: "", number: 0), at: Moment(millisecondsSince1970: 0))
        events += given
      } catch {
        let refusal = Refusal.phones(.inIdea(idea.number, error))
        guard numbers == nil else { throw refusal }
        first = first ?? refusal
      }
    }
    if events.isEmpty, let first { throw first }
    return events
  }

  /// Several ideas as one answer.
  func merge(_ numbers: [Int], _ text: String?, in session: Session) throws(Refusal) -> [Event] {
    let ideas = try ideas(numbers, in: session)
    guard let first = ideas.first else { throw .phones(.nothingWaiting) }
    guard ideas.allSatisfy({ $0.question == first.question }) else { throw .phones(.differentQuestions) }
    var cells = first.cells
    if let text, let question = session.method.question(first.question) {
      let typed = CellParser.cells(of: text, for: question)
      cells = Array(cells.prefix(question.placeCells)) + typed
    }
    return try answer(of: cells, under: first.question, letters: ideas, named: false, in: session)
  }

  /// Ideas as points for later.
  func park(_ numbers: [Int]?, in session: Session) throws(Refusal) -> [Event] {
    var number = session.sideItems.next(.parked).number
    var events: [Event] = []
    for idea in try ideas(numbers, in: session) {
      let cells = idea.cells.filter { !$0.isEmpty }.joined(separator: " | ")
      do throws(Refusal) { try session.checkLength(cells) } catch { throw .phones(.inIdea(idea.number, error)) }
      var item = SideItem(id: SideItemID(.parked, number), text: cells, question: idea.question)
      item.letters = [idea.letter.id]
      events.append(.sideItem(.noted(item)))
      number += 1
    }
    return events
  }

  /// What phones said at check-in or check-out.
  func checkIns(_ round: CheckIn.Round, in session: Session) throws(Refusal) -> [Event] {
    let events: [Event] = phones.checkIns(round, in: session).compactMap { letter, word in
      let isNumber = word.allSatisfy(\.isNumber)
      guard !word.isEmpty, word.count <= CheckIn.limit,
        !isNumber || Int(digits: word).map(CheckIn.numbers.contains) == true
      else { return nil }
      var checkIn = CheckIn(round, speaker: phones.admitted[letter.phone], word: word)
      checkIn.letters = [letter.id]
      return .people(.checkedIn(checkIn))
    }
    guard !events.isEmpty else { throw .phones(.nothingWaiting) }
    return events + (round == .checkOut ? session.score(after: events) : [])
  }

  /// One answer of some letters, or the one answer anew where a question holds just one.
  private func answer(
    of given: [String], under id: QuestionID, letters: [Phones.Idea], named: Bool, in session: Session
  ) throws(Refusal) -> [Event] {
    guard let question = session.method.question(id) else { throw .unknownQuestion(id.rawValue, nearest: []) }
    let there = session.answers(to: id)
    let place = try place(of: given, in: question, besides: there, session)
    let typed = Array(given.dropFirst(question.placeCells))
    let places = parser.places(forCells: typed.count, of: question, in: session)
    let row = try parser.row(typed, at: places, into: [], of: question, in: session)
    if case .multi(let column) = question.kind, case .choice(let options) = column.type,
      there.contains(where: { $0.cells == row })
    {
      throw .chosenAlready(OptionID(row[0]), from: options, question: id)
    }
    let old = question.holdsOne ? there.first : nil
    guard there.count - (old == nil ? 0 : 1) < question.most(in: session.run) else {
      throw .tooManyAnswers(most: question.most(in: session.run), question: id)
    }
    var answer = session.fresh(
      question: question, cells: parser.filledByKPI(row, of: question, in: session), place: place)
    let isOne = Set(letters.map(\.letter.phone)).count == 1
    answer.speaker = named && isOne ? letters.first.flatMap { phones.admitted[$0.letter.phone] } : nil
    answer.handedIn = origin
    answer.letters = letters.map(\.letter.id)
    return (old.map { [.answerDeleted($0.id)] } ?? []) + [.answerGiven(answer)]
  }

  private func place(
    of cells: [String], in question: Question, besides there: [Answer], _ session: Session
  ) throws(Refusal) -> Place? {
    guard case .grid(let grid) = question.kind else { return nil }
    func row(_ cell: String, on axis: Grid.Axis) throws(Refusal) -> String {
      let rows = session.rows(of: axis, of: question, in: parser.localization)
      guard let row = rows.first(where: { $0.id == cell }) else { throw .unknownRow(cell, question: question.id) }
      return row.id
    }
    var place = Place(row: try row(cells.first ?? "", on: grid.rows))
    if let across = grid.across { place.across = try row(cells.count > 1 ? cells[1] : "", on: across) }
    guard there.count(where: { $0.place == place }) < grid.perPlace else {
      throw .placeFull(
        row: session.label(of: place, in: grid, of: question, parser.localization), most: grid.perPlace)
    }
    return place
  }
}

extension Question {
  /// How many cells say where in the grid an answer stands.
  var placeCells: Int {
    guard case .grid(let grid) = kind else { return 0 }
    return grid.across == nil ? 1 : 2
  }
}
