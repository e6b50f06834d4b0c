import Analytics
import Foundation

/// The bytes of a file in `Fixtures`.
func fixture(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/Fixtures/\(name)")))
}

/// The folder of these tests.
let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

/// The day on which the files were downloaded, where nothing else is said.
let downloaded = CalendarDay("2026-11-28")

extension CalendarDay {
  /// A day as ISO 8601 has it.
  init?(_ iso: String) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}

extension DayRange {
  /// Two days with two points between them.
  init?(_ text: String) {
    let days = text.components(separatedBy: "..").compactMap { CalendarDay($0) }
    guard days.count == 2 else { return nil }
    self.init(days[0], days[1])
  }

  var told: String { first == last ? first.iso : "\(first.iso)..\(last.iso)" }
}

/// What a file says to a KPI, in a line that is easy to compare.
func told(
  _ bytes: [UInt8], named name: String, _ kpi: String, on network: String? = nil, _ days: String, choice: Choice? = nil,
  mappings: [Mapping] = [], downloaded: CalendarDay? = downloaded, limits: Limits = Limits()
) throws -> String {
  let file: AnalyticsFile
  do throws(Refusal) {
    file = try AnalyticsFile(Source(bytes), name: name, downloaded: downloaded, limits: limits)
  } catch {
    return "file: \(told(error))"
  }
  guard let period = DayRange(days) else { return "no period" }
  let wanted = WantedKPI(
    id: "KPI1", catalogue: kpi.contains(".") ? kpi : nil, names: [kpi], network: network, period: period)
  let choices = choice.map { ["KPI1": $0] } ?? [:]
  return told(try file.outcomes(for: [wanted], mappings: mappings, choices: choices)[0])
}

func told(_ outcome: Outcome) -> String {
  switch outcome {
  case .proposal(let proposal): told(proposal)
  case .question(let question): "ask: \(told(question))"
  case .refusal(let refusal): "no: \(told(refusal))"
  }
}

private func told(_ proposal: Proposal) -> String {
  let working = proposal.working
  var text =
    "\(proposal.value.text) \(proposal.unit?.rawValue ?? "?") = \(working.way) \(working.columns.joined(separator: " + "))"
  if !working.base.isEmpty { text += " / \(working.base.joined(separator: " + "))" }
  if working.daysFound > 0 { text += ", \(working.daysFound)/\(working.daysExpected) days" }
  let place = [working.member, working.sheet].filter { !$0.isEmpty }.joined(separator: "/")
  if !place.isEmpty { text += ", \(place)" }
  for incomplete in proposal.incomplete { text += ", incomplete \(told(incomplete))" }
  for note in proposal.notes { text += ", note \(told(note))" }
  return text
}

private func told(_ incomplete: Incompleteness) -> String {
  switch incomplete {
  case .missingDays(let count, let ranges): "missingDays \(count): \(ranges.map(\.told).joined(separator: " "))"
  case .endsEarly(let day): "endsEarly \(day.iso)"
  case .mayStillChange(let day): "mayStillChange \(day.iso)"
  case .partlyCovered(let days): "partlyCovered \(days.told)"
  case .periodNotStated: "periodNotStated"
  case .missingCells(let count): "missingCells \(count)"
  case .repeatedDays(let count): "repeatedDays \(count)"
  }
}

private func told(_ note: Note) -> String {
  switch note {
  case .encodingAssumed: "encodingAssumed"
  case .savedBySpreadsheet: "savedBySpreadsheet"
  case .sumOverBreakdown(let dimension): "sumOverBreakdown \(dimension)"
  case .totalTaken(let label): "totalTaken \(label)"
  case .totalLeftOut(let label): "totalLeftOut \(label)"
  case .yearCounted(let day): "yearCounted \(day.iso)"
  case .daysOfNetwork(let network, let clock): "daysOfNetwork \(network) \(clock)"
  case .readAsFraction(let column): "readAsFraction \(column)"
  case .readAsPercent(let column): "readAsPercent \(column)"
  case .missingCells(let column, let count): "missingCells \(column) \(count)"
  case .cellsNotNumbers(let column, let count, let line, let text): "cellsNotNumbers \(column) \(count) \(line) \(text)"
  case .othersDiffer(let table, let value): "othersDiffer \(table) \(value.text)"
  case .cutOff(let text): "cutOff \(text)"
  case .dayNotStated: "dayNotStated"
  case .networkNotStated: "networkNotStated"
  case .lastDayMayNotBelong(let day): "lastDayMayNotBelong \(day.iso)"
  case .fewAnswers(let count): "fewAnswers \(count)"
  case .rowsTaken(let labels): "rowsTaken \(labels.joined(separator: " | "))"
  case .unevenRows(let count, let line): "unevenRows \(count) \(line)"
  case .filter(let name, let value): "filter \(name): \(value)"
  }
}

private func told(_ question: Question) -> String {
  switch question {
  case .whichColumn(let choices): "whichColumn \(choices.map(\.column).joined(separator: " | "))"
  case .sumOrLast(let column): "sumOrLast \(column)"
  case .dayOrMonthFirst(let column, let example): "dayOrMonthFirst \(column) \(example)"
  case .pointOrComma(let column, let example): "pointOrComma \(column) \(example)"
  case .whichYear(let column, let example): "whichYear \(column) \(example)"
  case .whichNetwork(let title): "whichNetwork \(title)"
  case .fractionOrPercent(let column, let example): "fractionOrPercent \(column) \(example)"
  case .headersChanged(let added, let gone, let columns):
    "headersChanged +\(added.joined(separator: "|")) -\(gone.joined(separator: "|")) of \(columns.count)"
  }
}

private func told(_ refusal: ValueRefusal) -> String {
  switch refusal {
  case .notInFile: "notInFile"
  case .peopleAddedUp(let column): "peopleAddedUp \(column)"
  case .noWeight(let column): "noWeight \(column)"
  case .newNotTotal(let column): "newNotTotal \(column)"
  case .onlyChanges(let columns): "onlyChanges \(columns.joined(separator: " | "))"
  case .breakdownNotTotal(let column, let dimension): "breakdownNotTotal \(column) by \(dimension)"
  case .partialBreakdown(let dimension, let use): "partialBreakdown \(dimension), use \(use.joined(separator: " | "))"
  case .itemsNotDays(let column): "itemsNotDays \(column)"
  case .otherNetwork(let found): "otherNetwork \(found)"
  case .outsidePeriod(let days): "outsidePeriod \(days.told)"
  case .longerThanPeriod(let days): "longerThanPeriod \(days.told)"
  case .noRows(let table): "noRows \(table)"
  case .noValues(let column): "noValues \(column)"
  case .otherWindow(let column, let days): "otherWindow \(column) \(days)"
  case .cutOff(let text): "cutOff \(text)"
  case .rounded(let column, let line): "rounded \(column) \(line)"
  case .mixedMarks(let column): "mixedMarks \(column)"
  case .mixedDates(let column): "mixedDates \(column)"
  case .tooLarge(let column): "tooLarge \(column)"
  case .dividedByZero(let column): "dividedByZero \(column)"
  case .noSuchRows(let word): "noSuchRows \(word)"
  }
}

/// A refusal as its case and what it holds.
func told(_ refusal: Refusal) -> String {
  "\(refusal)".replacingOccurrences(of: "Analytics.", with: "").replacingOccurrences(of: "FileFormat.", with: "")
}
