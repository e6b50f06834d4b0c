internal import Text
public import Workshop

/// Sets the answers of a question as a table for a spreadsheet, after RFC 4180.
public struct CSVWriter: Sendable {
  let isForExcel: Bool

  /// A writer.
  ///
  /// - Parameter isForExcel: Whether the file is for Excel as it is set up where the language is spoken: a byte order
  ///   mark, the language's decimal mark, and a semicolon between cells where that is a comma.
  public init(forExcel isForExcel: Bool = false) {
    self.isForExcel = isForExcel
  }

  /// The answers of a question: a header row, then a row each.
  ///
  /// Cells are what they mean: numbers and ISO days as they are stored, options by their labels, others by their
  /// handles and initials. Text that a spreadsheet would take for a formula gets an apostrophe in front.
  public func text(of question: Question, in session: Session, _ localization: Localization) -> [UInt8] {
    let isGrid = if case .grid = question.kind { true } else { false }
    let labels = question.columns.map { localization.texts.label(of: $0.id, in: question.id) }
    let head = [localization.language.sentence("draft.handle")] + (isGrid ? [""] : []) + labels
    var text = isForExcel ? "\u{FEFF}" : ""
    text += line(head.map(escaped), localization)
    for answer in session.answers(to: question.id) {
      var cells = [escaped(answer.handle.rawValue)]
      if let place = answer.place, case .grid(let grid) = question.kind {
        cells.append(escaped(session.label(of: place, in: grid, of: question, localization)))
      }
      cells += question.columns.indices.map { cell($0, of: answer, question, session, localization) }
      text += line(cells, localization)
    }
    return Array(text.utf8)
  }

  func line(_ cells: [String], _ localization: Localization) -> String {
    let mark = isForExcel && localization.language.numbers.decimal == "," ? ";" : ","
    return cells.joined(separator: mark) + "\r\n"
  }

  private func cell(
    _ place: Int, of answer: Answer, _ question: Question, _ session: Session, _ localization: Localization
  ) -> String {
    let stored = answer.cell(at: place)
    switch question.columns[place].type {
    case .number, .scale:
      // A file from a stranger may hold anything in the place of a number.
      let digits = stored.hasPrefix("-") ? stored.dropFirst() : stored[...]
      guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return escaped(stored) }
      return number(stored, localization)
    case .date, .person, .persons, .reference, .references: return escaped(stored)
    case .text, .texts, .duration, .choice, .multi, .suggestion, .kpi, .frequency, .repeats, .yesNo:
      return escaped(session.shown(place, of: answer, in: localization))
    }
  }

  /// A stored number as a cell.
  func number(_ stored: String, _ localization: Localization) -> String {
    guard isForExcel, localization.language.numbers.decimal == "," else { return stored }
    return String(stored.map { $0 == "." ? "," : $0 })
  }

  /// Text as a cell.
  func escaped(_ text: String) -> String {
    let line = readable(text)
    let isFormula = line.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } == true
    let safe = isFormula ? "'" + line : line
    guard safe.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
    else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
