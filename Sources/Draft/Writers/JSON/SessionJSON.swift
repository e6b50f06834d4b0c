internal import Text
public import Workshop

/// Sets a whole session and its draft as JSON, after the published schema.
public struct JSONExportWriter: Sendable {
  /// A writer; it has nothing to set up.
  public init() {}

  /// The session and its draft.
  public func text(of session: Session, in localization: Localization, draft document: Document) -> [UInt8] {
    let setting = SessionStateEncoder(session: session, localization: localization)
    return JSON.object([
      ("format", .string("plenum-session")), ("version", .number(1)), ("title", .string(session.title)),
      ("language", .string(localization.language.code.rawValue)), ("run", .string(session.run.rawValue)),
      (
        "method",
        .object([("name", .string(session.method.name)), ("version", .string(session.method.version))])
      ),
      ("date", session.date.map { .string($0.description) } ?? .null),
      (
        "participants",
        .array(
          session.participants.map { .object([("initials", .string($0.initials)), ("name", .string($0.name))]) })
      ),
      ("questions", .array(session.method.questions.compactMap(setting.question))),
      ("findings", .array(session.findings(in: localization).map(setting.finding))), ("draft", draft(document)),
      ("measuredValues", .array(session.measures.all.map(\.json))), ("standings", .array(session.standings)),
    ]).text + [10]
  }

  private func draft(_ document: Document) -> JSON {
    .object([
      ("title", .string(document.title)),
      (
        "parts",
        .array(
          document.parts.map { part in
            .object([
              ("id", .string(part.id.rawValue)), ("title", part.title.map { .string($0) } ?? .null),
              ("state", part.state.map { .string($0.rawValue) } ?? .null),
              ("blocks", .array(part.blocks.map(block))),
            ])
          })
      ),
    ])
  }

  private func block(_ block: Document.Block) -> JSON {
    .object([
      ("kind", .string(block.kind)),
      (
        "texts",
        .array(
          block.texts.filter { !$0.text.isEmpty }.map { text in
            .object([
              ("text", .string(text.text)), ("from", .strings(text.sources.map(\.rawValue))),
              ("gap", .truth(text.isGap)),
            ])
          })
      ),
    ])
  }
}

/// The answers and findings of a session as JSON.
private struct SessionStateEncoder {
  let session: Session
  let localization: Localization

  /// A question with its answers; nil for one that is neither asked nor answered.
  func question(_ question: Question) -> JSON? {
    let answers = session.answers(to: question.id)
    guard !answers.isEmpty || session.asks(question) else { return nil }
    return .object([
      ("id", .string(question.id.rawValue)), ("label", .string(localization.texts.label(of: question.id))),
      ("required", .truth(session.requires(question))),
      ("skipped", session.skipped[question.id].map { .string($0) } ?? .null),
      (
        "columns",
        .array(
          question.columns.map { column in
            .object([
              ("id", .string(column.id.rawValue)),
              ("label", .string(localization.texts.label(of: column.id, in: question.id))),
            ])
          })
      ),
      ("answers", .array(answers.map { answer($0, question) })),
    ])
  }

  private func answer(_ answer: Answer, _ question: Question) -> JSON {
    .object([
      ("handle", .string(answer.handle.rawValue)),
      (
        "place",
        answer.place.map { place in
          .object([("row", .string(place.row)), ("across", place.across.map { .string($0) } ?? .null)])
        } ?? .null
      ),
      ("speaker", answer.speaker.map { .string($0) } ?? .null),
      (
        "cells",
        .object(
          question.columns.enumerated().map { place, column in
            (column.id.rawValue, value(answer.cell(at: place), column.type))
          })
      ),
      ("text", .string(session.shownShort(answer, in: localization))),
    ])
  }

  private func value(_ cell: String, _ type: CellType) -> JSON {
    if cell.isEmpty { return .null }
    switch type {
    case .number, .scale: return isNumber(cell) ? .literal(cell) : .string(cell)
    case .yesNo: return .truth(cell == "yes")
    case .persons, .references, .multi: return .strings(Answer.values(in: cell))
    case .text, .texts, .date, .duration, .person, .choice, .suggestion, .kpi, .frequency, .repeats, .reference:
      return .string(cell)
    }
  }

  private func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    return (1...2).contains(parts.count) && isPlain && (parts[0].utf8.count == 1 || parts[0].utf8.first != 48)
  }

  func finding(_ finding: Finding) -> JSON {
    .object([
      ("severity", .string(finding.severity.rawValue)), ("check", .string(finding.check.rawValue)),
      ("accepted", finding.acceptance.map { .string($0.reason) } ?? .null),
      ("question", .string(finding.question.rawValue)),
      ("message", .string(session.sentence(for: finding, in: localization))),
    ])
  }
}

extension Document.Block {
  /// What the block is called in the schema.
  fileprivate var kind: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .boxed: "boxed"
    case .list: "list"
    case .ticks: "ticks"
    case .table: "table"
    case .cross: "cross"
    case .cards: "cards"
    case .quotes: "quotes"
    case .tree: "tree"
    case .figure: "figure"
    case .timeline: "timeline"
    case .calendar: "calendar"
    }
  }
}
