/// Reads a line into the cells of a row, or into a place of a grid and what stands there.
extension CellParser {
  /// The cells of a line, parted by ` | ` or a tab; a bar without white space parts them as well, since that is how it is
  /// typed in a hurry. A bar or a tab that belongs to a text has a backslash before it.
  ///
  /// - Parameter line: The line.
  /// - Returns: The cells, trimmed; one at least.
  public static func parted(_ line: String) -> [String] {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == 0x09 }) else { return [line.trimmed] }
    var cells: [String] = [""]
    let characters = Array(line)
    for (place, character) in characters.enumerated() {
      guard character == "|" || character == "\t" else {
        cells[cells.count - 1].append(character)
        continue
      }
      if place == 0 || characters[place - 1] != "\\" {
        cells.append("")
      } else {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append(character)
      }
    }
    return cells.map(\.trimmed)
  }

  /// The cells of a line for a question: where there is just one column, the line is the cell.
  static func cells(of line: String, for question: Question) -> [String] {
    question.columns.count == 1 ? [line.trimmed] : parted(line)
  }

  /// A cell as it is typed among others: every bar and every tab has a backslash more.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: What is typed for it.
  public static func barsEscaped(in cell: String) -> String {
    cell.utf8.contains { $0 == UInt8(ascii: "|") || $0 == 0x09 }
      ? cell.replacing("|", with: "\\|").replacing("\t", with: "\\\t") : cell
  }

  /// Reads typed cells into a row.
  ///
  /// - Parameters:
  ///   - typed: The cells as they were typed.
  ///   - places: The places of the columns they belong to, in order; fewer cells leave the last ones alone.
  ///   - row: The cells the row has so far; an empty cell keeps what stands there, the sign for an open one empties it.
  ///   - question: The question.
  ///   - session: The session.
  /// - Returns: The whole row.
  /// - Throws: A refusal, when a cell is wrong or there are too many.
  func row(
    _ typed: [String], at places: [Int], into row: [String], of question: Question, in session: Session
  ) throws(Refusal) -> [String] {
    let columns = question.columns
    guard typed.count <= places.count else {
      throw .tooManyCells(expected: places.map { columns[$0].id }, found: typed.count, question: question.id)
    }
    var row = row + Array(repeating: "", count: max(0, columns.count - row.count))
    for (text, place) in zip(typed, places) where !text.trimmed.isEmpty {
      row[place] = try cell(text, column: columns[place], of: question.id, in: session)
    }
    guard row.contains(where: { !$0.isEmpty }) else { throw .emptyRow }
    try checkUnits(typed, at: places, of: question, unit: row, in: session)
    return row
  }

  /// The places of the columns that so many typed cells belong to: those the run asks for, or all of them when there is
  /// a cell for each column the question has.
  func places(forCells count: Int, of question: Question, in session: Session) -> [Int] {
    let asked = question.askedColumns(in: session.run)
    return count > asked.count && count == question.columns.count ? Array(question.columns.indices) : asked
  }

  /// Reads the place a line of a grid belongs to, and what follows it.
  ///
  /// `strengths: a; b`, `s a`, `NEED1 x GOAL1: marketing | a`. Before a colon any unambiguous beginning of a row's name
  /// will do; without one only the letter or the whole name, since the line may be nothing but an answer.
  func place(
    _ line: String, in grid: Grid, of question: Question, in session: Session
  ) throws(Refusal) -> (place: Place, rest: String) {
    // The name of a row may have a colon in it, but a row is not looked for in the middle of a text.
    let beginning = line.prefix(CellType.defaultLimit)
    for colon in beginning.indices.filter({ beginning[$0] == ":" }).prefix(8) {
      if let place = try? place(at: line[..<colon].trimmed, in: grid, of: question, in: session) {
        return (place, line[line.index(after: colon)...].trimmed)
      }
    }
    guard grid.across == nil else {
      guard let colon = line.firstIndex(of: ":") else { throw .rowNeeded(question: question.id, typed: line) }
      // Whatever is wrong with the place is said by looking for it.
      return (try place(at: line[..<colon].trimmed, in: grid, of: question, in: session), "")
    }
    let rows = rows(of: grid.rows, of: question, in: session)
    let typed = line.lowercased()
    let named = rows.flatMap { row in row.names.map { (id: row.id, name: $0) } }
      .filter { typed == $0.name.lowercased() || typed.hasPrefix($0.name.lowercased() + " ") }
    // The longest, so that a row whose name begins with the name of another can be meant.
    if let longest = named.max(by: { $0.name.count < $1.name.count }) {
      return (Place(row: longest.id), line.dropFirst(longest.name.count).trimmed)
    }
    let word = line.prefix { !$0.isWhitespace }
    if word.count == 1, word.count < line.count {
      let fitting = rows.filter { row in row.names.contains { $0.begins(with: String(word)) } }
      if let only = fitting.first, fitting.count == 1 {
        return (Place(row: only.id), line.dropFirst(word.count).trimmed)
      }
    }
    throw .rowNeeded(question: question.id, typed: line)
  }

  private func place(
    at address: String, in grid: Grid, of question: Question, in session: Session
  ) throws(Refusal) -> Place {
    guard let across = grid.across else {
      return Place(row: try row(address, on: grid.rows, of: question, in: session))
    }
    guard let mark = [" x ", " × ", " X "].lazy.compactMap({ address.firstRange(of: $0) }).first else {
      throw .columnNeeded(row: try row(address, on: grid.rows, of: question, in: session), question: question.id)
    }
    let row = try row(address[..<mark.lowerBound].trimmed, on: grid.rows, of: question, in: session)
    let typed = address[mark.upperBound...].trimmed
    guard let column = try? self.row(typed, on: across, of: question, in: session) else {
      throw .unknownAcross(typed, question: question.id)
    }
    return Place(row: row, across: column)
  }

  private func row(
    _ typed: String, on axis: Grid.Axis, of question: Question, in session: Session
  ) throws(Refusal) -> String {
    let rows = rows(of: axis, of: question, in: session)
    let wanted = typed.lowercased()
    if let exact = rows.first(where: { $0.names.contains { $0.lowercased() == wanted } }) { return exact.id }
    if let number = Int(digits: typed), rows.indices.contains(number - 1) { return rows[number - 1].id }
    let fitting = rows.filter { row in !wanted.isEmpty && row.names.contains { $0.begins(with: wanted) } }
    guard let only = fitting.first, fitting.count == 1 else { throw .unknownRow(typed, question: question.id) }
    return only.id
  }

  private func rows(
    of axis: Grid.Axis, of question: Question, in session: Session
  ) -> [(id: String, names: [String])] {
    session.rows(of: axis, of: question, in: localization).map { row in
      // An answer may be meant by its text as well.
      let text = session.answer(Handle(row.id)).map { session.shownShort($0, in: localization) }
      return (row.id, [row.letter, row.id, row.label, text].compactMap(\.self).filter { !$0.isEmpty })
    }
  }

  /// Reads votes: `S1 9, S3 6`, `3:5 7:4`, `SCN1, SCN2`, `4.4 - shorter next time`.
  func votes(
    _ line: String, in vote: Vote, of question: Question, in session: Session
  ) throws(Refusal) -> [[String]] {
    let parts = line.split(separator: " - ", maxSplits: 1)
    let comment = parts.count > 1 ? parts[1].trimmed : ""
    let items = ballots(parts.first ?? "", in: vote)
    let isPairs = items.isPairs
    guard !items.texts.isEmpty else { throw .unreadableVote(line, question: question.id) }
    var rows: [[String]] = []
    for item in items.texts {
      var words = item.split { $0.isWhitespace || (isPairs && $0 == ":") }.map(String.init)
      var votes = ""
      if vote.ballot != .choice, words.count > 1 || vote.among.isEmpty, let last = words.popLast() { votes = last }
      let named = try cell(words.joined(separator: " "), column: vote.columns[0], of: question.id, in: session)
      let counted = try cell(votes, column: vote.columns[1], of: question.id, in: session)
      guard !(named.isEmpty && counted.isEmpty), !counted.isEmpty || vote.ballot == .choice, !counted.hasPrefix("-"),
        !rows.contains(where: { $0[0] == named })
      else { throw .unreadableVote(item, question: question.id) }
      rows.append([named, counted, rows.isEmpty ? comment : ""])
    }
    return rows
  }

  /// The ballots of a line, parted by commas, or by spaces when each is a pair with a colon.
  ///
  /// A comma between two digits belongs to a score in a language that writes its decimals so.
  private func ballots(_ line: Substring, in vote: Vote) -> (texts: [String], isPairs: Bool) {
    let isDecimal =
      switch vote.ballot {
      case .score: localization.language.numbers.decimal == ","
      case .dots, .choice: false
      }
    let characters = Array(line)
    func isDigit(_ place: Int) -> Bool { characters.indices.contains(place) && characters[place].isNumber }
    func isMark(_ place: Int) -> Bool {
      guard characters[place] == "," else { return false }
      // What the room names itself may have a comma in it; its votes stand last.
      if vote.among.isEmpty, !isDigit(place - 1) { return false }
      return !(isDecimal && isDigit(place - 1) && isDigit(place + 1))
    }
    let isPairs = line.contains(":") && !characters.indices.contains(where: isMark)
    var texts = [""]
    for (place, character) in characters.enumerated() {
      if isMark(place) || (isPairs && character.isWhitespace) {
        texts.append("")
      } else {
        texts[texts.count - 1].append(character)
      }
    }
    return (texts.map(\.trimmed).filter { !$0.isEmpty }, isPairs)
  }
}

/// A row of a grid, or a column of one that has two directions.
public struct GridRow: Hashable, Sendable {
  /// Its name: of a fixed row, an option, or an answer's handle.
  public var id: String
  /// The letters it may be typed by: its series (`S`), where it has one.
  public var letter: String?
  /// What the room reads.
  public var label: String
}

extension Session {
  /// The rows of one direction of a grid, in order.
  public func rows(of axis: Grid.Axis, of question: Question, in localization: Localization) -> [GridRow] {
    switch axis {
    case .fixed(let rows):
      let letters: [String] =
        switch question.handles {
        case .perRow(let series): series
        case .numbered, .series, .perOption: []
        }
      return rows.enumerated().map { place, row in
        GridRow(
          id: row.rawValue, letter: letters.indices.contains(place) ? letters[place] : nil,
          label: localization.texts.label(ofRow: row, in: question.id))
      }
    case .list(let list):
      return method.options(of: list).map { option in
        GridRow(
          id: option.rawValue, letter: nil,
          label: localization.texts.label(of: option, from: .list(list), in: question.id))
      }
    case .answers(let series):
      return answers(inSeries: series).map { answer in
        GridRow(id: answer.handle.rawValue, letter: nil, label: name(of: answer.handle, in: localization))
      }
    }
  }

  /// A place in a grid as the room reads it; a row whose answer is gone by its handle.
  public func label(of place: Place, in grid: Grid, of question: Question, _ localization: Localization) -> String {
    func label(_ row: String, on axis: Grid.Axis) -> String {
      rows(of: axis, of: question, in: localization).first { $0.id == row }?.label ?? row
    }
    let row = label(place.row, on: grid.rows)
    guard let across = place.across, let axis = grid.across else { return row }
    return row + " × " + label(across, on: axis)
  }
}
