package import Text
package import Workshop

/// How a pasted text is understood at the question it is pasted at: one line is one row.
package struct PasteReader {
  private let session: Session
  private let localization: Localization

  package init(session: Session, localization: Localization) {
    (self.session, self.localization) = (session, localization)
  }

  /// A pasted text, understood.
  package struct Reading {
    /// Its rows, each as it would be typed.
    package var rows: [String]
    /// How it was understood, to be read before anything is added.
    package var preview: [StyledText]
    /// Whether its first row names the columns: then every cell is in the one that stands above it.
    package var hasHeading: Bool
  }

  private var language: Language { localization.language }
  private var question: Question? { session.position.flatMap(session.method.question) }

  /// The places of the columns that a row fills, where the question has rows.
  private var columns: [Int] {
    guard let question, case .table = question.kind, session.openVote == nil, !session.hasEnded else { return [] }
    return question.askedColumns(in: session.run)
  }

  /// Whether more than one cell is typed at the question, in a row or at a place of a grid.
  private var hasCells: Bool {
    if columns.count > 1 { return true }
    if case .grid = question?.kind { return session.openVote == nil && !session.hasEnded }
    return false
  }

  /// Understands a text.
  ///
  /// - Parameter text: The text as it was pasted.
  /// - Returns: The rows, and how they were understood.
  package func read(_ text: String) -> Reading {
    let isTable = columns.count > 1
    var cells = PasteReader.cells(of: text)
    let heading = isTable ? cells.first.flatMap(heading) : nil
    if let heading { cells = cells.map { PasteReader.arranged($0, below: heading) } }
    let rows = cells.map { hasCells ? PasteReader.typed($0) : $0.joined(separator: " ") }
    guard rows.count > 1 else { return Reading(rows: rows, preview: [], hasHeading: false) }
    let preview = (isTable ? table(cells) : list(rows)) + warnings(rows, cells)
    return Reading(rows: rows, preview: preview, hasHeading: heading != nil)
  }

  /// The rows of a text as cells, without bullets and numbers; a bar parts cells as a tab does.
  private static func cells(of text: String) -> [[String]] {
    // A bullet or a number with a tab behind it, as word processors copy a list, is no cell.
    let rows = pastedRows(of: text)
    let unmarked = zip(rows, ListMarker.removed(from: rows.map { $0.prefix(2).joined(separator: " ") })).map {
      row, text in
      row.count > 1 && !row[0].isEmpty && text == row[1] ? Array(row.dropFirst()) : row
    }
    let firsts = ListMarker.removed(from: unmarked.map { $0[0] })
    return zip(unmarked, firsts).map { row, first in [first] + row.dropFirst() }.filter { $0 != [""] }
  }

  /// A row as it would be typed.
  private static func typed(_ cells: [String]) -> String {
    guard cells.count > 1 else { return cells.first ?? "" }
    return cells.map(CellParser.barsEscaped).joined(separator: " | ")
  }

  private func labels() -> [String] {
    guard let question else { return [] }
    return columns.map { localization.texts.label(of: question.columns[$0].id, in: question.id) }
  }

  /// The places of the columns that a first row names by their labels, in its order; nil when it is a row like others.
  private func heading(_ row: [String]) -> [Int]? {
    let labels = labels().map { $0.lowercased() }
    let named = row.flatMap(CellParser.parted).map { $0.lowercased().filter { $0 != "*" }.trimmed }
    let places = named.compactMap { labels.firstIndex(of: $0) }
    return places.count == named.count && Set(places).count > 1 && Set(places).count == places.count ? places : nil
  }

  /// A row with each cell in the column that stands above it; what has none stays behind the last.
  private static func arranged(_ row: [String], below heading: [Int]) -> [String] {
    let typed = row.count > 1 ? row : CellParser.parted(row[0])
    var cells = Array(repeating: "", count: (heading.max() ?? 0) + 1)
    for (place, cell) in zip(heading, typed) { cells[place] = cell }
    cells += typed.dropFirst(heading.count)
    while cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  // MARK: Preview

  /// The first rows, and the last.
  private func shown<Row>(_ rows: [Row]) -> (first: ArraySlice<Row>, left: Int, last: ArraySlice<Row>) {
    rows.count <= 4 ? (rows[...], 0, []) : (rows.prefix(3), rows.count - 4, rows.suffix(1))
  }

  private func table(_ rows: [[String]]) -> [StyledText] {
    let split = rows.map { row in row.count > 1 ? row : CellParser.parted(row[0]) }
    let counts = split.map(\.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let head =
      least == most
      ? language.sentence("paste.rows", ["rows": String(rows.count), "cells": String(most)])
      : language.sentence(
        "paste.rows-between", ["rows": String(rows.count), "least": String(least), "most": String(most)])
    func padded(_ row: [String]) -> [String] { row + Array(repeating: "", count: most - row.count) }
    let parts = shown(split)
    let labels = Array(labels().prefix(most))
    let lines = TextTable(
      rows: ([labels] + parts.first + parts.last).map(padded), flexible: Array((0..<most).reversed())
    ).text(columns: 72).split(separator: "\n").map { StyledText("  " + $0) }
    return [StyledText("  " + head, .bold)] + lines.prefix(parts.first.count + 1) + more(parts.left)
      + lines.suffix(parts.last.count)
  }

  private func list(_ rows: [String]) -> [StyledText] {
    let parts = shown(Array(rows.enumerated()))
    func lines(_ rows: ArraySlice<(offset: Int, element: String)>) -> [StyledText] {
      rows.map { StyledText("  \($0.offset + 1)  \($0.element)") }
    }
    return [StyledText("  " + language.sentence("editor.pasted", count: rows.count), .bold)] + lines(parts.first)
      + more(parts.left) + lines(parts.last)
  }

  private func more(_ count: Int) -> [StyledText] {
    count > 0 ? [StyledText("  ⋮ " + language.sentence("editor.more", count: count))] : []
  }

  /// What will not fit, told before it is refused.
  private func warnings(_ rows: [String], _ cells: [[String]]) -> [StyledText] {
    guard let question, session.openVote == nil, !session.hasEnded, !question.holdsOne else { return [] }
    var lines: [StyledText] = []
    let most = question.most(in: session.run)
    let there = session.answers(to: question.id).count
    if there + rows.count > most {
      lines.append(
        StyledText(
          "  "
            + language.sentence(
              "paste.too-many",
              ["room": String(max(0, most - there)), "count": String(rows.count), "most": String(most)]), .bold))
    }
    if question.columns.count == 1, case .text(let limit) = question.columns[0].type,
      let place = rows.firstIndex(where: { $0.count > limit })
    {
      lines.append(
        StyledText(
          "  "
            + language.sentence(
              "paste.too-long",
              ["row": String(place + 1), "count": String(rows[place].count), "most": String(limit)]), .bold))
    }
    return lines
  }
}
