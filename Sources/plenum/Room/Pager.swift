import LineEditor
import Workshop

/// A long text, shown a window at a time in place of the question.
struct Pager {
  private let lines: [StyledText]
  /// The first row that is shown: the place of its line, and of the row within it once the line is broken.
  private var top: (line: Int, row: Int) = (0, 0)

  init(_ lines: [StyledText]) { self.lines = lines }

  private typealias Row = (line: Int, row: Int, text: StyledText)

  private func rows(_ columns: Int) -> [Row] {
    lines.enumerated().flatMap { place, line in
      line.wrapped(to: max(columns, 20)).enumerated().map { (line: place, row: $0, text: $1) }
    }
  }

  /// The rows of text that a window has room for: the prompt takes one, and a second when a line is typed into it.
  static func height(_ size: WindowSize) -> Int { max(size.rows - 2, 3) }

  private func first(_ rows: [Row]) -> Int {
    rows.firstIndex { ($0.line, $0.row) >= top } ?? rows.count
  }

  /// The rows that are shown in a window of that size.
  func page(_ size: WindowSize) -> [StyledText] {
    let rows = rows(size.columns)
    return rows[first(rows)...].prefix(Pager.height(size)).map(\.text)
  }

  /// Which page is shown, and of how many.
  func place(_ size: WindowSize) -> (page: Int, pages: Int) {
    let rows = rows(size.columns)
    let height = Pager.height(size)
    let pages = max(1, (rows.count + height - 1) / height)
    return (min(pages, (first(rows) + height - 1) / height + 1), pages)
  }

  /// On to the next page.
  ///
  /// - Returns: Whether there is one.
  mutating func turn(_ size: WindowSize) -> Bool {
    let rows = rows(size.columns)
    let next = first(rows) + Pager.height(size)
    guard rows.indices.contains(next) else { return false }
    top = (rows[next].line, rows[next].row)
    return true
  }
}

extension LiveRoom {
  /// Shows lines: into the scrollback where they can be read beside the question, else a window at a time. Where the
  /// screen is only added to, nothing is held back.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - waits: Whether they stay until Enter, however few they are.
  mutating func present(_ lines: [StyledText], waits: Bool = false) {
    let size = editor.windowSize
    let view = QuestionView(session: session, wording: room.wording, size: size, goesOn: goesOn)
    let beside = size.rows - 2 - view.height(view.lines(note: nil))
    guard editor.mode == .rich, waits || view.height(lines) > beside else { return show(lines) }
    pager = Pager(lines)
  }

  /// What a line does while pages are shown: Enter turns them, `q` leaves them, and any other line is heard as it would
  /// be without them.
  ///
  /// - Returns: Whether the line is dealt with.
  mutating func turnPage(_ line: String) -> Bool {
    guard pager != nil else { return false }
    if line.trimmed.isEmpty, pager?.turn(editor.windowSize) == true { return true }
    pager = nil
    return line.trimmed.isEmpty || line.trimmed.lowercased() == "q"
  }

  /// The request for the line below a page.
  func request(below pager: Pager) -> Request {
    let (page, pages) = pager.place(editor.windowSize)
    let key = page < pages ? "page.more" : "page.last"
    let prompt = language.sentence(key, ["page": String(page), "pages": String(pages)])
    let secrecy = secrecy
    return Request(
      above: { pager.page($0) }, prompt: StyledText(prompt, .bold) + " › ", corner: timebox.box?.corner,
      isPrivate: { $0.trimmed.isEmpty || $0.trimmed.lowercased() == "q" || secrecy.isPrivate($0) },
      conceals: secrecy.conceals)
  }

  /// When a stage is left, what is amiss in it is said and the points that were parked come back; at the end it is said
  /// how the time went.
  mutating func lookBack(leaving question: QuestionID?, hadEnded: Bool) {
    let view = StageEndView(session: session, wording: room.wording, columns: columns, now: room.clock.now())
    guard let stage = view.stageLeft(by: question, hadEnded: hadEnded) else { return }
    let (findings, lines) = (view.findings(in: stage), view.lines(leaving: stage))
    guard lines.isEmpty else { return present(findings + lines, waits: true) }
    // What is amiss is said beside the next question; nobody has to press a key for it.
    if !findings.isEmpty { present(findings) }
  }
}
