internal import Workshop

/// How much a journal may hold. What goes beyond is refused with an error of its own, never cut.
public enum Limit: Hashable, Sendable {
  /// One cell of an answer.
  case cell
  /// One line of the file, without its line feed.
  case line
  /// The lines of the file.
  case lines
  /// The whole file.
  case file

  /// The most that is taken: bytes, and for ``lines`` a count.
  public var most: Int {
    switch self {
    case .cell: 8 << 10
    case .line: 1 << 20
    case .lines: 1_000_000
    case .file: 256 << 20
    }
  }

  /// How deep objects and arrays may stand in one another.
  static let depth = 32
}

extension Entry {
  /// Its line as it goes into a file, with the line feed.
  ///
  /// - Throws: ``JournalError/tooLarge(_:)`` when it goes beyond what a line or a cell may be.
  func lineThatFits() throws(JournalError) -> [UInt8] {
    try requireCellsThatFit()
    var line = line
    guard line.count <= Limit.line.most else { throw .tooLarge(.line) }
    line.append(0x0A)
    return line
  }

  private func requireCellsThatFit() throws(JournalError) {
    for event in events {
      guard event.cells.allSatisfy({ $0.utf8.count <= Limit.cell.most }) else { throw .tooLarge(.cell) }
    }
  }

  /// More bytes than its line can take, with the line feed; nil where that is not told at a glance. It is less than a cell
  /// may be, so that such an entry always fits.
  var bytesAtMost: Int? {
    guard seen.isEmpty, repair == nil, verbatim == nil else { return nil }
    var most = 128 + id.epoch.utf8.count
    for event in events {
      guard let texts = event.textsAtMost else { return nil }
      most += 128 + texts
    }
    return most < Limit.cell.most ? most : nil
  }
}

extension Event {
  /// The cells that it brings.
  fileprivate var cells: [String] {
    switch self {
    case .answerGiven(let answer): answer.cells
    case .answerRevised(_, let cells, _): cells
    case .titleGiven, .languageChosen, .runChosen, .questionEntered, .questionSkipped, .endReached, .answerDeleted,
      .answerMoved, .cellsAsked, .gapsWalked, .findingAccepted, .undone, .redone, .sideItem, .vote, .time, .people,
      .groups,
      .iteration,
      .measures, .screen, .privacy, .sessionClosed:
      []
    }
  }

  /// More bytes than its texts can take; nil for what happens seldom.
  fileprivate var textsAtMost: Int? {
    switch self {
    case .questionEntered(let question): question.rawValue.bytesAtMost
    case .answerGiven(let answer) where answer.origin == nil && answer.handedIn == nil:
      answer.id.bytesAtMost + answer.cells.bytesAtMost + (answer.speaker?.bytesAtMost ?? 0)
        + (answer.place?.row.bytesAtMost ?? 0) + (answer.place?.across?.bytesAtMost ?? 0)
    case .answerRevised(let id, let cells, let speaker):
      id.bytesAtMost + cells.bytesAtMost + (speaker?.bytesAtMost ?? 0)
    case .cellsAsked(let id, let columns): id.bytesAtMost + columns.reduce(0) { $0 + $1.rawValue.bytesAtMost }
    case _: nil
    }
  }
}

extension String {
  /// A character takes `\uXXXX` at the worst, and a text quotation marks and a comma.
  fileprivate var bytesAtMost: Int { 6 * utf8.count + 3 }
}

extension [String] {
  fileprivate var bytesAtMost: Int { reduce(0) { $0 + $1.bytesAtMost } }
}

extension AnswerID {
  fileprivate var bytesAtMost: Int { question.rawValue.bytesAtMost + (series?.bytesAtMost ?? 0) }
}
