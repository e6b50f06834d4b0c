import Workshop

extension DocumentBuilder {
  /// The questions a block is about, for saying how many are open.
  func questions(in content: Section.Content) -> [QuestionID] {
    content.questionsOfItsOwn
      + content.attachments.map(\.question).filter { !standing.contains($0) && !content.isChain }
  }
}

extension Section.Content {
  /// The questions whose answers stand in the block by themselves.
  var questionsOfItsOwn: [QuestionID] {
    switch self {
    case .sentence(let sentence): sentence.variables.map(\.question)
    case .bullets(let bullets): [bullets.question]
    case .table(let table): [table.question]
    case .cross(let cross): cross.questions
    case .figure(let figure): [figure.question] + (figure.heart.map { [$0] } ?? [])
    case .sums(let sums): sums.map(\.question) + sums.compactMap(\.limit)
    case .ticks(let question), .matrix(let question), .cards(let question, _), .quotes(let question, _): [question]
    case .chain, .timeline, .iterations, .record: []
    }
  }

  /// The questions whose answers hang on those of another.
  var attachments: [Section.Attachment] {
    switch self {
    case .cards(_, let attachments), .chain(let attachments, _): attachments
    case .sentence, .bullets, .ticks, .table, .cross, .matrix, .quotes, .figure, .sums, .timeline, .iterations, .record:
      []
    }
  }

  fileprivate var isChain: Bool { if case .chain = self { true } else { false } }
}
