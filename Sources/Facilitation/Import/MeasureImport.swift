package import Analytics
package import Workshop

/// A file that a network handed out, looked through for the figures of a session: one proposal a figure, which somebody
/// takes, changes or leaves. The file itself is not kept.
package struct MeasureImport {
  /// The name of the file, without folders.
  package let name: String
  /// What is still to be taken or left, the next first.
  package private(set) var left: [Handle]
  /// The figures of which there is no number, with why.
  package private(set) var refused: [(kpi: Handle, why: LineError)] = []

  private let file: AnalyticsFile
  private var wanted: [Handle: WantedKPI] = [:]
  private var periods: [Handle: Workshop.DayRange] = [:]
  private var outcomes: [Handle: Outcome] = [:]
  private var choices: [Handle: Analytics.Choice] = [:]
  private var mappings: [Mapping]

  /// Looks through a file.
  ///
  /// - Parameters:
  ///   - bytes: What is in it.
  ///   - name: Its name, without folders.
  ///   - period: The days that are wanted; nil for the last whole period of each figure's rhythm.
  ///   - session: The session that has the figures.
  ///   - localization: The words by which the figures are known.
  ///   - today: The day it is.
  /// - Throws: Why nothing can be taken from it.
  package init(
    _ bytes: [UInt8], named name: String, period: Workshop.DayRange?, for session: Session,
    in localization: Localization,
    today: Day
  ) throws(Analytics.Refusal) {
    self.name = name
    file = try AnalyticsFile(Analytics.Source(bytes), name: name, downloaded: CalendarDay(today))
    mappings = session.measures.mappings.map(Mapping.init)
    left = []
    var all: [WantedKPI] = []
    for answer in session.measurable where !session.privacy.redacted.contains(answer.id) {
      let days = period ?? (session.rhythm(of: answer) ?? .monthly).lastPeriod(before: today)
      guard let first = CalendarDay(days.first), let last = CalendarDay(days.last),
        let range = Analytics.DayRange(first, last)
      else { continue }
      if let refusal = session.refusal(ofValueIn: days, for: answer) {
        refused.append((answer.handle, .refused(.measure(refusal))))
        continue
      }
      let name = session.shownShort(answer, in: localization)
      let kpi = WantedKPI(
        id: answer.handle.rawValue, catalogue: session.catalogued(answer), names: [name],
        network: WantedKPI.network(named: [name] + answer.cells), period: range)
      (wanted[answer.handle], periods[answer.handle]) = (kpi, days)
      all.append(kpi)
    }
    for (kpi, outcome) in zip(all, try file.outcomes(for: all, mappings: mappings)) {
      let handle = Handle(kpi.id)
      let outcome = MeasureImport.countable(outcome)
      outcomes[handle] = outcome
      switch outcome {
      case .refusal(let why): refused.append((handle, .noValue(why, wanted: periods[handle])))
      case .proposal, .question: left.append(handle)
      }
    }
    // What Enter takes comes before what has to be thought about.
    left = left.filter(isProposed) + left.filter { !isProposed($0) }
  }

  /// A number beyond what a session can reckon with is none.
  private static func countable(_ outcome: Outcome) -> Outcome {
    guard case .proposal(let proposal) = outcome, FixedDecimal(proposal.number) == nil else { return outcome }
    return .refusal(.tooLarge(column: proposal.working.columns.joined(separator: " + ")))
  }

  private func isProposed(_ kpi: Handle) -> Bool { if case .proposal = outcomes[kpi] { true } else { false } }

  /// What is said to the figure that comes next; nil when all are done.
  package var outcome: (kpi: Handle, period: Workshop.DayRange, outcome: Outcome)? {
    guard let kpi = left.first, let outcome = outcomes[kpi], let period = periods[kpi] else { return nil }
    return (kpi, period, outcome)
  }

  /// The columns that may be chosen by their numbers.
  package var columns: [ColumnChoice] {
    switch outcome?.outcome {
    case .proposal(let proposal): MeasureImport.once(proposal.others)
    case .question(.whichColumn(let columns)), .question(.headersChanged(_, _, let columns)):
      MeasureImport.once(columns)
    case .question, .refusal, nil: []
    }
  }

  /// A header that stands in several tables means the best of them.
  private static func once(_ columns: [ColumnChoice]) -> [ColumnChoice] {
    var names: Set<String> = []
    return columns.filter { names.insert($0.column).inserted }
  }

  /// The names of those columns.
  package var columnNames: [String] { columns.map(\.column) }

  /// The figure that comes next is left as it is.
  package mutating func leave() { if !left.isEmpty { left.removeFirst() } }

  /// What is typed to the figure that comes next: a column by its number or its name, or the answer to what was asked.
  ///
  /// - Parameter text: What was typed.
  /// - Throws: When it means nothing there, or leads to no number; then nothing has changed.
  package mutating func choose(_ text: String) throws(LineError) {
    guard let (kpi, period, asked) = outcome, let wanted = wanted[kpi] else { return }
    var choice = choices[kpi] ?? Analytics.Choice()
    guard choice.take(text, to: asked, among: columns) else {
      throw .refused(.measure(.noSuchChoice(text, most: max(2, columns.count))))
    }
    let answer: Outcome?
    do throws(Analytics.Refusal) {
      answer = try file.outcomes(for: [wanted], mappings: mappings, choices: [kpi.rawValue: choice]).first
    } catch { throw .unusableFile(error, file: name) }
    let outcome = answer.map(MeasureImport.countable)
    if case .refusal(let why) = outcome { throw .noValue(why, wanted: period) }
    (choices[kpi], outcomes[kpi]) = (choice, outcome)
  }

  /// The proposal that comes next, taken.
  ///
  /// - Parameters:
  ///   - text: The words that say where the number is from.
  ///   - session: The session it is taken into.
  /// - Returns: What happens; nothing where there is no proposal.
  package mutating func take(in text: ImportText, into session: Session) -> [Event] {
    guard let (kpi, period, outcome) = outcome, case .proposal(let proposal) = outcome else { return [] }
    leave()
    guard let answer = session.answer(kpi) else { return [] }
    let value = MeasuredValue(
      id: session.measures.nextValue, kpi: answer.id,
      finding: MeasuredFinding(
        number: proposal.number, period: period,
        source: String(text.source(proposal, file: name).prefix(MeasuredFinding.limit)),
        isIncomplete: !proposal.incomplete.isEmpty), speaker: session.speaker)
    let mapping = ImportMapping(proposal.mapping)
    let isKept = session.measures.mappings.contains(mapping)
    return [.measures(.taken(value))] + (isKept ? [] : [.measures(.mapped(mapping))])
  }
}

extension Proposal {
  /// The number as a session stores it, its ninth decimal the last.
  package var number: String {
    let parts = value.text.split(separator: ".")
    guard parts.count == 2, parts[1].utf8.count > FixedDecimal.mostDecimals else { return value.text }
    return parts[0] + "." + parts[1].prefix(FixedDecimal.mostDecimals)
  }
}

extension CalendarDay {
  init?(_ day: Day) { self.init(year: day.year, month: day.month, day: day.day) }
}

extension Analytics.Choice {
  /// Takes what was typed to a proposal or a question.
  fileprivate mutating func take(_ text: String, to outcome: Outcome, among columns: [ColumnChoice]) -> Bool {
    let number = Int(digits: text)
    func first<Value>(_ one: Value, _ other: Value) -> Value? { number == 1 ? one : number == 2 ? other : nil }
    func set<Value>(_ place: WritableKeyPath<Analytics.Choice, Value?>, _ value: Value?) -> Bool {
      guard let value else { return false }
      self[keyPath: place] = value
      return true
    }
    switch outcome {
    case .refusal: return false
    case .proposal, .question(.whichColumn), .question(.headersChanged):
      let named = columns.filter { $0.column.lowercased().hasPrefix(text.lowercased()) }
      let exact = named.filter { $0.column.lowercased() == text.lowercased() }
      guard
        let column = number.flatMap({ columns.indices.contains($0 - 1) ? columns[$0 - 1] : nil })
          ?? exact.first ?? (named.count == 1 ? named.first : nil)
      else { return false }
      self = Analytics.Choice(columns: [column.column], order: order, mark: mark, network: network, year: year)
      return true
    case .question(.sumOrLast): return set(\.way, first(.sum, .last))
    case .question(.dayOrMonthFirst): return set(\.order, first(.dayFirst, .monthFirst))
    case .question(.pointOrComma): return set(\.mark, first(.point, .comma))
    case .question(.fractionOrPercent): return set(\.areFractions, first(true, false))
    case .question(.whichYear): return set(\.year, number.flatMap { (1900...2999).contains($0) ? $0 : nil })
    case .question(.whichNetwork): return set(\.network, WantedKPI.network(named: [text]) ?? text.lowercased())
    }
  }
}

// MARK: Kept

extension ImportMapping {
  fileprivate init(_ mapping: Mapping) {
    let choice = mapping.choice
    let members: [(String, String?)] =
      choice.columns.map { ("column", $0) } + choice.base.map { ("base", $0) } + [
        ("way", choice.way?.rawValue), ("rows", choice.rows), ("order", choice.order?.rawValue),
        ("mark", choice.mark?.rawValue), ("fractions", choice.areFractions.map { $0 ? "yes" : "no" }),
      ]
    self.init(
      kpi: Handle(mapping.kpi), table: [mapping.fingerprint.title] + mapping.fingerprint.headers,
      choice: members.compactMap { name, value in value.map { "\(name)=\($0)" } })
  }
}

extension Mapping {
  fileprivate init(_ kept: ImportMapping) {
    let members = kept.choice.map { text -> (name: Substring, value: String) in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (parts.first ?? "", parts.count == 2 ? String(parts[1]) : "")
    }
    func all(_ name: String) -> [String] { members.filter { $0.name == name }.map(\.value) }
    func one(_ name: String) -> String? { all(name).first }
    self.init(
      kpi: kept.kpi.rawValue,
      fingerprint: HeaderFingerprint(headers: Array(kept.table.dropFirst()), title: kept.table.first ?? ""),
      choice: Analytics.Choice(
        columns: all("column"), base: all("base"), way: one("way").flatMap { Way(rawValue: $0) }, rows: one("rows"),
        order: one("order").flatMap { DateOrder(rawValue: $0) },
        mark: one("mark").flatMap { DecimalMark(rawValue: $0) },
        areFractions: one("fractions").map { $0 == "yes" }))
  }
}
