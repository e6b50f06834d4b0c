internal import Text
public import Workshop

/// Sets the answers of a question as a table for a spreadsheet, after RFC 4180.
public struct CSVWriter: Sendable {
  let isForExcel: Bool

  /// A writer.
  ///
  /// - Parameter isForExcel: Whether the file is for Excel or LibreOffice as they are set up where the language is
  ///   spoken: a byte order mark, the language's decimal mark, a semicolon between cells where that is a comma, and
  ///   texts that would be taken for days or numbers protected.
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
    // A header is a plain word: some readers keep a point out of a name.
    let handle = localization.language.sentence("draft.handle").filter { $0.isLetter || $0.isNumber || $0 == " " }
    let head = [handle] + (isGrid ? [""] : []) + labels
    var text = isForExcel ? "\u{FEFF}" : ""
    text += line(head.map(escaped), localization)
    for answer in session.readableAnswers(to: question.id) {
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
    case .date: return escaped(stored)
    case .person, .persons, .reference, .references: return escaped(protected(stored, localization))
    case .text, .texts, .duration, .choice, .multi, .suggestion, .kpi, .frequency, .repeats, .yesNo:
      return escaped(protected(session.shown(place, of: answer, in: localization), localization))
    }
  }

  /// A stored number as a cell.
  func number(_ stored: String, _ localization: Localization) -> String {
    guard isForExcel, localization.language.numbers.decimal == "," else { return stored }
    return String(stored.map { $0 == "." ? "," : $0 })
  }

  /// A text that a spreadsheet would turn into a day, a time, a number or a fraction gets an apostrophe in front where
  /// the file is for one; numbers and days of their own columns do not.
  func protected(_ text: String, _ localization: Localization) -> String {
    guard isForExcel, CSVWriter.looksConvertible(text, months: localization.language.days.months) else { return text }
    return "'" + text
  }

  /// Whether a spreadsheet may take a text for something else: it begins or ends with a number and holds nothing but
  /// numbers, the marks between them, signs of percent and currency, and the name of a month or its beginning.
  static func looksConvertible(_ text: String, months: [String]) -> Bool {
    let text = text.trimmed
    guard text.contains(where: \.isNumber), text.count <= 30 else { return false }
    // A plain number stays what it is.
    if text.first != "0" || text.count == 1, text.allSatisfy({ $0.isASCII && $0.isNumber }), text.count < 12 {
      return false
    }
    let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    let words = text.lowercased().split { !$0.isLetter }
    return words.allSatisfy { word in
      ["e", "am", "pm", "kr", "eur", "nok", "dkk", "sek", "gbp"].contains(word)
        || (word.count >= 3 && (months + english).contains { $0.lowercased().hasPrefix(word) })
    } && text.allSatisfy { $0.isLetter || $0.isNumber || " \u{A0}.,:/-–−+%€£$'’".contains($0) }
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
