import Workshop

/// Events as a journal holds them, spelled out in both directions: a case that is renamed does not change history, and
/// a new one does not build until it is stored.
extension Event {
  func write(to json: inout JSONWriter) {
    json.open("{")
    switch self {
    case .titleGiven(let title):
      json.member("type", "title-given")
      json.member("title", title)
    case .languageChosen(let language):
      json.member("type", "language-chosen")
      json.member("language", language.rawValue)
    case .runChosen(let run):
      json.member("type", "run-chosen")
      json.member("run", run.rawValue)
    case .speakerChosen(let speaker):
      json.member("type", "speaker-chosen")
      json.member("by", optional: speaker)
    case .questionEntered(let question):
      json.member("type", "question-entered")
      json.member("question", question.rawValue)
    case .questionSkipped(let question, let reason):
      json.member("type", "question-skipped")
      json.member("question", question.rawValue)
      json.member("reason", reason)
    case .endReached: json.member("type", "end-reached")
    case .answerGiven(let answer):
      json.member("type", "answer-given")
      answer.id.write(to: &json)
      json.member("row", optional: answer.place?.row)
      json.member("across", optional: answer.place?.across)
      json.member("cells", answer.cells)
      json.member("by", optional: answer.speaker)
    case .answerRevised(let id, let cells, let speaker):
      json.member("type", "answer-revised")
      id.write(to: &json)
      json.member("cells", cells)
      json.member("by", optional: speaker)
    case .answerDeleted(let id):
      json.member("type", "answer-deleted")
      id.write(to: &json)
    case .answerMoved(let id, let target):
      json.member("type", "answer-moved")
      id.write(to: &json)
      json.member("to", target)
    case .cellsAsked(let id, let columns):
      json.member("type", "cells-asked")
      id.write(to: &json)
      json.member("columns", columns.map(\.rawValue))
    case .undone(let entry):
      json.member("type", "undone")
      entry.write(to: &json)
    case .redone(let entry):
      json.member("type", "redone")
      entry.write(to: &json)
    case .sessionClosed: json.member("type", "session-closed")
    }
    json.close("}")
  }
}

extension AnswerID {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("question", question.rawValue)
    json.member("series", optional: series)
    json.member("number", number)
  }
}

extension EntryID {
  fileprivate func write(to json: inout JSONWriter) {
    json.key("of")
    json.open("{")
    json.member("w", epoch)
    json.member("n", number)
    json.close("}")
  }
}

/// The members of a stored event, whatever its type; members that nothing is known about are passed over.
struct StoredEvent {
  private var type = ""
  private var title: String?
  private var language: String?
  private var run: String?
  private var by: String?
  private var question: String?
  private var reason: String?
  private var series: String?
  private var number: Int?
  private var row: String?
  private var across: String?
  private var cells: [String]?
  private var columns: [String]?
  private var target: Int?
  private var entry: EntryID?

  init(_ reader: inout JSONReader) throws(JSONReader.Mismatch) {
    var stored = StoredEvent()
    try reader.object { name, reader throws(JSONReader.Mismatch) in
      switch name {
      case "type": stored.type = try reader.string()
      case "title": stored.title = try reader.string()
      case "language": stored.language = try reader.string()
      case "run": stored.run = try reader.string()
      case "by": stored.by = try reader.string()
      case "question": stored.question = try reader.string()
      case "reason": stored.reason = try reader.string()
      case "series": stored.series = try reader.string()
      case "number": stored.number = try reader.integer()
      case "row": stored.row = try reader.string()
      case "across": stored.across = try reader.string()
      case "cells": stored.cells = try reader.strings()
      case "columns": stored.columns = try reader.strings()
      case "to": stored.target = try reader.integer()
      case "of": stored.entry = try EntryID(&reader)
      case _: try reader.skipValue()
      }
    }
    self = stored
  }

  private init() {}

  /// The event; nil when its type is unknown or a member it needs is missing.
  var event: Event? {
    switch type {
    case "title-given": title.map { .titleGiven($0) }
    case "language-chosen": language.map { .languageChosen(LanguageCode($0)) }
    case "run-chosen": run.map { .runChosen(RunID($0)) }
    case "speaker-chosen": .speakerChosen(by)
    case "question-entered": question.map { .questionEntered(QuestionID($0)) }
    case "question-skipped": question.map { .questionSkipped(QuestionID($0), reason: reason ?? "") }
    case "end-reached": .endReached
    case "answer-given":
      answer.flatMap { id in
        cells.map { cells in
          let place = row.map { Place(row: $0, across: across) }
          return .answerGiven(Answer(id: id, place: place, cells: cells, speaker: by))
        }
      }
    case "answer-revised": answer.flatMap { id in cells.map { .answerRevised(id, cells: $0, speaker: by) } }
    case "answer-deleted": answer.map { .answerDeleted($0) }
    case "answer-moved": answer.flatMap { id in target.map { .answerMoved(id, to: $0) } }
    case "cells-asked": answer.flatMap { id in columns.map { .cellsAsked(id, $0.map { ColumnID($0) }) } }
    case "undone": entry.map { .undone($0) }
    case "redone": entry.map { .redone($0) }
    case "session-closed": .sessionClosed
    case _: nil
    }
  }

  /// The type as it is stored, for a note about one that is unknown.
  var storedType: String { type }

  private var answer: AnswerID? {
    question.flatMap { question in
      number.flatMap { $0 > 0 ? AnswerID(question: QuestionID(question), series: series, number: $0) : nil }
    }
  }
}

extension EntryID {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Mismatch) {
    var id = EntryID(epoch: "", number: 0)
    try reader.object { name, reader throws(JSONReader.Mismatch) in
      switch name {
      case "w": id.epoch = try reader.string()
      case "n": id.number = try reader.integer()
      case _: try reader.skipValue()
      }
    }
    self = id
  }
}
