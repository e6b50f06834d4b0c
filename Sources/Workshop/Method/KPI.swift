/// A measure of the catalogue, as data: what it counts, which way is better, where the figure comes from.
public struct KPI: Hashable, Sendable {
  /// Its name, such as `cs.frt`; a cell keeps it, so that it is shown in every language.
  public var id: KPIID
  /// The kind it belongs to, an option of the column that a KPI fills.
  public var kind: OptionID
  /// What it is counted in: an option of the list `kpi-unit`.
  public var unit: OptionID
  /// Which way is better.
  public var better: Better
  /// Where the figure comes from: options of the list `kpi-source`.
  public var sources: [OptionID]
  /// How far from effect it is: an option of the list `kpi-level`, after AMEC's framework: output, out-take, outcome,
  /// impact.
  public var level: OptionID
  /// The purposes it gives evidence for; empty for any.
  public var purposes: [OptionID]
  /// The purposes whose starter set it belongs to.
  public var starts: [OptionID]
  /// Whether it seldom proves anything by itself, such as likes.
  public var isWeak: Bool

  /// A measure made of its parts.
  public init(
    id: KPIID, kind: OptionID, unit: OptionID, better: Better, sources: [OptionID], level: OptionID,
    purposes: [OptionID] = [], starts: [OptionID] = [], isWeak: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.unit = unit
    self.better = better
    self.sources = sources
    self.level = level
    self.purposes = purposes
    self.starts = starts
    self.isWeak = isWeak
  }

  /// Which way is better.
  public enum Better: String, Hashable, Sendable, CaseIterable {
    /// More.
    case up
    /// Less.
    case down
    /// Within a range.
    case band
  }
}

/// The name of a measure of the catalogue.
public typealias KPIID = ID<KPI>

/// The words of a measure in one language.
public struct KPITexts: Hashable, Sendable {
  /// Its name, as in a table.
  public var name: String
  /// How it is counted, in words.
  public var formula: String

  /// A measure's words.
  public init(name: String, formula: String) {
    self.name = name
    self.formula = formula
  }
}

extension Session {
  /// The measures of the catalogue that fit a search, the best first: the starter set of the chosen purposes, then what
  /// gives evidence for them, then the rest, and what proves little last. Words must all be found in the name, the
  /// formula, the kind, the unit or the level.
  ///
  /// - Parameters:
  ///   - words: What is searched for; empty for everything.
  ///   - localization: The language it is searched in.
  /// - Returns: The measures, best first.
  public func kpis(matching words: String, in localization: Localization) -> [KPI] {
    let wanted = words.lowercased().split(whereSeparator: \.isWhitespace)
    let purposes = chosenPurposes
    let fitting = method.kpis.filter { kpi in
      guard !wanted.isEmpty else { return true }
      let text = localization.searchText(of: kpi, in: method)
      return wanted.allSatisfy { text.contains($0) }
    }
    return fitting.enumerated().sorted { left, right in
      let (first, second) = (left.element.rank(for: purposes), right.element.rank(for: purposes))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// The purposes the room has chosen.
  public var chosenPurposes: [OptionID] {
    method.roles.purpose.map { answers(to: $0).map { OptionID($0.cell(at: 0)) } } ?? []
  }

  /// The measure a typed name means: by its name in the room's language, or its id.
  func kpi(called typed: String, in localization: Localization) -> KPI? {
    let wanted = typed.trimmed.lowercased()
    return method.kpis.first { localization.texts.kpis[$0.id]?.name.lowercased() == wanted || $0.id.rawValue == wanted }
  }
}

extension CellParser {
  /// A row that names a measure of the catalogue, its empty cells filled with what the catalogue knows: columns of the
  /// names `kind`, `unit`, `method` (how it is counted) and `source`.
  func filledByKPI(_ cells: [String], of question: Question, in session: Session) -> [String] {
    guard let place = question.columns.firstIndex(where: { $0.type == .kpi }), cells.indices.contains(place),
      let kpi = session.method.kpis.first(where: { $0.id.rawValue == cells[place] })
    else { return cells }
    let lists = localization.texts.lists
    let known: [ColumnID: String?] = [
      "kind": kpi.kind.rawValue, "unit": lists["kpi-unit"]?[kpi.unit],
      "method": localization.texts.kpis[kpi.id]?.formula,
      "source": kpi.sources.compactMap { lists["kpi-source"]?[$0] }.joined(separator: ", "),
    ]
    var filled = cells
    for (place, column) in question.columns.enumerated() where cells.indices.contains(place) && cells[place].isEmpty {
      if column.isAsked(in: session.run), let value = known[column.id] ?? nil { filled[place] = value }
    }
    return filled
  }
}

extension KPI {
  /// Whether it belongs to the starter set of one of these purposes.
  public func isStarter(for purposes: [OptionID]) -> Bool {
    starts.contains { purposes.contains($0) }
  }

  fileprivate func rank(for wanted: [OptionID]) -> Int {
    if isWeak { return 3 }
    if isStarter(for: wanted) { return 0 }
    return wanted.isEmpty || purposes.isEmpty || purposes.contains { wanted.contains($0) } ? 1 : 2
  }
}

extension Localization {
  fileprivate func searchText(of kpi: KPI, in method: Method) -> String {
    let words = texts.kpis[kpi.id]
    let lists = [("kpi-unit", kpi.unit), ("kpi-level", kpi.level)].compactMap { texts.lists[ListID($0.0)]?[$0.1] }
    let kind = method.roles.kpi.flatMap { role in texts.questions[role]?.options[kpi.kind] }
    return ([words?.name, words?.formula, kind, kpi.id.rawValue].compactMap(\.self) + lists).joined(separator: "\n")
      .lowercased()
  }
}
