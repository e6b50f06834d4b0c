/// A file that a network handed out, looked through: its tables, and what their columns are for. No rows are kept.
///
/// An import never decides: it proposes one number a KPI with its working, asks, or says why there is none. There is no
/// reader for a product: a file goes from its container to its encoding, its delimiter, its tables, their headers, and
/// what their columns hold; names come last, and stand in tables of data (`Resources`). So a column whose header nobody
/// knows can still be chosen. It is read twice, piece by piece: to see what it is, and for the numbers asked for.
///
/// What is never done: people counted once each are not added up; a mean of means is not made without a weight; what
/// came on a day is no total, whatever its header says; numbers of posts, which count up to today, are not those of
/// days; a number that a spreadsheet changed is not used; days are not moved to another clock. `Resources/Sentences.md`
/// has a sentence for each fact.
///
/// - Complexity: Linear in the bytes; the memory is that of one piece, whatever the length of a text.
public struct AnalyticsFile: Sendable {
  let name: String
  let sheets: [Sheet]
  let tables: [Table]
  let found: [FoundSheet]
  let downloaded: CalendarDay?
  /// The network that each table names itself.
  private let networks: [String?]
  let vocabulary = Vocabulary.builtIn

  /// Looks through a file.
  ///
  /// - Parameters:
  ///   - source: Its bytes.
  ///   - name: Its name without folders, which may tell the period and the network.
  ///   - downloaded: The day it was downloaded; dates without a year are counted back from it.
  ///   - limits: How much is read.
  /// - Throws: Why nothing can be taken from it.
  public init(_ source: Source, name: String, downloaded: CalendarDay?, limits: Limits = Limits()) throws(Refusal) {
    self.name = name
    self.downloaded = downloaded
    sheets = try SheetOpening(limits: limits).sheets(of: source)
    var (tables, found, columns): ([Table], [FoundSheet], Int) = ([], [], 0)
    for (index, sheet) in sheets.enumerated() {
      let inSheet = try AnalyticsFile.look(through: sheet, vocabulary, limits)
      columns += inSheet.columnCount
      guard tables.count + inSheet.tables.count <= limits.tables, columns <= limits.allColumns else {
        throw .tooManyTables(limit: limits.tables)
      }
      for table in inSheet.tables { tables.append(Table(table, sheet: index, vocabulary)) }
      found.append(inSheet)
    }
    self.tables = tables
    self.found = found
    let sheets = sheets
    networks = tables.map { AnalyticsFile.network(named: $0, in: sheets[$0.sheet], name, Vocabulary.builtIn) }
    try FileCheck.check(tables, found, vocabulary)
  }

  private static func look(
    through sheet: Sheet, _ vocabulary: Vocabulary, _ limits: Limits
  ) throws(Refusal) -> FoundSheet {
    var (finder, records) = (TableFinder(vocabulary, delimiter: sheet.delimiter), Records())
    let rows = try sheet.open()
    while try rows.next(&records) {
      finder.add(records)
      guard finder.found.tables.count <= limits.tables, finder.found.columnCount <= limits.allColumns else {
        throw .tooManyTables(limit: limits.tables)
      }
    }
    finder.finish()
    return finder.found
  }

  /// What the file says to some KPIs, one answer each, in their order.
  ///
  /// - Parameters:
  ///   - wanted: What is looked for.
  ///   - mappings: What was taken from files before.
  ///   - choices: What was answered to questions about this file, by the KPI's handle.
  /// - Returns: A proposal, a question or a refusal for each.
  /// - Throws: When the file cannot be read again.
  public func outcomes(
    for wanted: [WantedKPI], mappings: [Mapping] = [], choices: [String: Choice] = [:]
  ) throws(Refusal) -> [Outcome] {
    let searches = wanted.map { kpi in
      Search(self, kpi, mappings: mappings.filter { $0.kpi == kpi.id }, choice: choices[kpi.id])
    }
    var evaluation = Evaluation(self)
    for search in searches { for candidate in search.candidates { evaluation.add(candidate) } }
    try evaluation.run()
    return searches.map { $0.outcome(evaluation) }
  }

  /// The network of a table, by its title, the name of the file, or its links; or else that of the whole file.
  func network(of index: Int) -> String? {
    if let network = networks[index] { return network }
    let all = Set(networks.compactMap { $0 })
    return all.count == 1 ? all.first : nil
  }

  private static func network(
    named table: Table, in sheet: Sheet, _ name: String, _ vocabulary: Vocabulary
  ) -> String? {
    var texts = table.found.notes + [sheet.member, sheet.name, name]
    for (index, role) in table.roles.enumerated() where role == .identity && index < table.found.firstTexts.count {
      texts.append(table.found.firstTexts[index])
    }
    texts += table.found.names.map(\.text).filter { $0.contains("_") }
    return texts.lazy.compactMap { vocabulary.meaning(in: HeaderName.key($0.prefix(400)), "network") }.first
  }

  /// The days that words give for a table, and whether only a name gives them.
  func statedPeriod(of table: Table) -> (days: DayRange, isOfName: Bool)? {
    if let days = StatedPeriod.find(in: table.found.notes, vocabulary) { return (days, false) }
    for fact in found.flatMap(\.facts) {
      if let days = StatedPeriod.find(in: [fact.value], vocabulary) { return (days, false) }
    }
    for text in [sheets[table.sheet].member, sheets[table.sheet].name, name] {
      guard let days = StatedPeriod.find(in: [text], vocabulary) else { continue }
      // The end in some names is the day after the last; a course of days in the same file tells.
      let isDayAfter = tables.contains { other in
        guard other.kind == .days, let column = other.dayColumn, let range = other.found.columns[column].dates.range
        else {
          return false
        }
        return range.first == days.first && range.last == days.last.later(by: -1)
      }
      guard isDayAfter, let shorter = DayRange(days.first, days.last.later(by: -1)) else { return (days, true) }
      return (shorter, false)
    }
    return nil
  }

  /// The order of days and months that the other columns of the file have.
  var dateOrder: DateOrder? {
    let orders = Set(
      tables.flatMap { table in table.found.columns.compactMap { $0.dates.twoOrders > 0 ? $0.dates.order : nil } })
    return orders.count == 1 ? orders.first : nil
  }

  /// What a table is called when there are several.
  func label(of table: Table) -> String {
    guard tables.count > 1 else { return "" }
    let sheet = sheets[table.sheet]
    return [sheet.member, sheet.name, table.found.title].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
