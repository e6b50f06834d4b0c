/// A header over a column, as it stands and as it is compared.
struct ColumnName: Sendable, Equatable {
  /// As it stands; a second one of the same name has its number behind it.
  let text: String
  /// What a second row of headers says under it.
  let detail: String
  /// As it is compared.
  let key: String
}

/// A table as it was found in a sheet: its header, and what its columns hold.
struct FoundTable: Sendable {
  /// The lines over it: titles, and what stands behind #.
  var notes: [String] = []
  /// The last title over it.
  var title = ""
  var names: [ColumnName] = []
  var columns: [ColumnProfile] = []
  /// The place of its first data row among all rows of the sheet.
  var firstRow = 0
  /// The place behind its last data row.
  var endRow = 0
  var rowCount = 0
  /// The line of its header.
  var line = 0
  /// Its first and last rows, as texts.
  var firstTexts: [String] = []
  var lastTexts: [String] = []
  /// Single cells behind its rows.
  var footers: [String] = []
  /// Rows with more or fewer cells than the header, and the line of the first.
  var unevenRows = 0
  var firstUnevenLine = 0

  /// The set of its headers and its title. A title with numbers in it names days, which are others the next time.
  var fingerprint: HeaderFingerprint {
    HeaderFingerprint(headers: names.map(\.key), title: title.contains(where: \.isNumber) ? "" : title)
  }
}

/// A label and its value on a row of their own.
struct FoundFact: Sendable {
  let label: String
  let value: String
  let line: Int
}

/// All that was found in a sheet.
struct FoundSheet: Sendable {
  var tables: [FoundTable] = []
  var facts: [FoundFact] = []
  /// Lines that belong to no table.
  var notes: [String] = []
  /// The line of the first row of numbers that no header stands over.
  var headless: Int?
  /// The columns of all tables.
  var columnCount = 0
}
