/// What is looked for in a file.
public struct WantedKPI: Hashable, Sendable {
  /// The handle by which the answer is told apart, such as `KPI3`.
  public let id: String
  /// Its number in the catalogue of KPIs, such as `aw.impressions`; nil for one of somebody's own.
  public let catalogue: String?
  /// What it is called, in any language; the first that is known counts.
  public let names: [String]
  /// The network it is measured on, as `facebook`; nil when it is measured on no one network.
  public let network: String?
  /// The days it is measured for.
  public let period: DayRange

  /// A KPI.
  ///
  /// - Parameters:
  ///   - id: The handle.
  ///   - catalogue: Its number in the catalogue.
  ///   - names: What it is called.
  ///   - network: The network, one of `facebook instagram linkedin x youtube tiktok`, or another name in lower case.
  ///   - period: The days.
  public init(id: String, catalogue: String? = nil, names: [String] = [], network: String? = nil, period: DayRange) {
    self.id = id
    self.catalogue = catalogue
    self.names = names
    self.network = network
    self.period = period
  }

  /// The one network that texts name, as `facebook`; nil when they name none or several.
  public static func network(named texts: [String]) -> String? {
    let named = Set(texts.compactMap { Vocabulary.builtIn.meaning(in: HeaderName.key($0), "network") })
    return named.count == 1 ? named.first : nil
  }
}

/// How a number is made of columns.
public enum Way: String, Hashable, Sendable, CaseIterable {
  /// Added up.
  case sum
  /// The last one in the period.
  case last
  /// The one number of the period.
  case single
  /// A sum divided by a sum.
  case ratio
  /// A mean, weighted by a column.
  case weightedMean
  /// A mean in which each row counts once.
  case mean
  /// Share of 9 and 10 less share of 0 to 6.
  case netPromoterScore
  /// How many rows there are.
  case count
}

/// What somebody has answered, or a mapping remembers: all of it may be left open.
public struct Choice: Hashable, Sendable {
  /// The headers that are added up, as they are compared (`HeaderFingerprint`); empty when the file's names decide.
  public var columns: [String]
  /// The headers that are divided by, or weigh.
  public var base: [String]
  /// How the number is made; nil when the kind of the column decides.
  public var way: Way?
  /// Only rows whose label holds this word.
  public var rows: String?
  /// The order of days and months.
  public var order: DateOrder?
  /// The decimal mark.
  public var mark: DecimalMark?
  /// The network that the numbers are of. Not remembered: two networks' files may be alike.
  public var network: String?
  /// The year of the last row, where dates have none. Not remembered.
  public var year: Int?
  /// Whether shares are fractions.
  public var areFractions: Bool?

  /// Nothing decided.
  public init(
    columns: [String] = [], base: [String] = [], way: Way? = nil, rows: String? = nil, order: DateOrder? = nil,
    mark: DecimalMark? = nil, network: String? = nil, year: Int? = nil, areFractions: Bool? = nil
  ) {
    self.columns = columns.map(HeaderName.key)
    self.base = base.map(HeaderName.key)
    self.way = way
    self.rows = rows
    self.order = order
    self.mark = mark
    self.network = network
    self.year = year
    self.areFractions = areFractions
  }
}

/// How a KPI was taken from a table, to be taken so again when a table with the same headers comes.
public struct Mapping: Hashable, Sendable {
  /// The KPI's handle.
  public let kpi: String
  /// The table.
  public let fingerprint: HeaderFingerprint
  /// What was decided.
  public let choice: Choice

  /// A mapping that was kept.
  ///
  /// - Parameters:
  ///   - kpi: The KPI's handle.
  ///   - fingerprint: The table.
  ///   - choice: What was decided.
  public init(kpi: String, fingerprint: HeaderFingerprint, choice: Choice) {
    self.kpi = kpi
    self.fingerprint = fingerprint
    self.choice = choice
  }
}
