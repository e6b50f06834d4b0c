/// Reads the rows of a file once more, for all candidates at a time.
struct Evaluation {
  private let file: AnalyticsFile
  private(set) var candidates: [Candidate] = []
  /// What the rows came to, candidate by candidate.
  private(set) var tallies: [Tally] = []

  init(_ file: AnalyticsFile) { self.file = file }

  mutating func add(_ candidate: Candidate) {
    candidates.append(candidate)
    tallies.append(Tally(candidate.kpi.period))
  }

  /// Reads what the candidates need, and nothing else.
  mutating func run() throws(Refusal) {
    for (index, sheet) in file.sheets.enumerated() {
      let tables = file.tables.indices.filter { file.tables[$0].sheet == index }
      var readings = tables.compactMap { table -> TableRows? in
        let jobs = candidates.indices.filter { candidates[$0].table == table }
        return jobs.isEmpty ? nil : TableRows(file.tables[table], jobs, candidates, file.vocabulary)
      }
      guard !readings.isEmpty else { continue }
      try read(sheet, &readings)
      for reading in readings { for job in reading.jobs { tallies[job.candidate] = job.tally } }
    }
  }

  private func read(_ sheet: Sheet, _ readings: inout [TableRows]) throws(Refusal) {
    let (rows, end) = (try sheet.open(), readings.map(\.endRow).max() ?? 0)
    var (records, place, current) = (Records(), 0, 0)
    while place < end, try rows.next(&records) {
      let bytes = records.bytes.span
      for row in records.rows {
        defer { place += 1 }
        while current < readings.count, place >= readings[current].endRow { current += 1 }
        guard current < readings.count else { break }
        guard place >= readings[current].firstRow else { continue }
        readings[current].take(row, place, bytes, records)
      }
    }
  }
}
