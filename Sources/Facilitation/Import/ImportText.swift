package import Analytics
package import Workshop

/// What is said of a file that figures are taken from, in the words of a language.
package struct ImportText {
  package let language: Language

  package init(language: Language) { self.language = language }

  func joined(_ names: [String]) -> String { names.joined(separator: ", ") }

  func days(_ range: Analytics.DayRange) -> String {
    guard let first = day(range.first), let last = day(range.last) else { return "" }
    return language.days.text(Workshop.DayRange(first, last))
  }

  private func day(_ day: CalendarDay) -> Day? {
    Day(year: day.parts.year, month: day.parts.month, day: day.parts.day)
  }

  func number(_ number: Int) -> String { language.numbers.text(String(number)) }

  // MARK: A proposal

  /// A number as it is counted in the file.
  package func number(_ proposal: Proposal) -> String {
    let number = language.numbers.text(proposal.number)
    switch proposal.unit {
    case .percent: return language.numbers.percentText(proposal.number)
    case .seconds: return number + "\u{A0}s"
    case .hours: return number + "\u{A0}h"
    case .count, .money, .score, nil: return number
    }
  }

  /// How the number came about.
  package func working(_ proposal: Proposal) -> String {
    let working = proposal.working
    let way = way(working)
    guard working.daysExpected > 1, working.daysFound > 0, working.way.isOfDays else { return way }
    return way + ", "
      + language.sentence(
        "import.days", ["found": String(working.daysFound), "expected": String(working.daysExpected)])
  }

  private func way(_ working: Working) -> String {
    let columns = working.columns.joined(separator: " + ")
    let base = working.base.joined(separator: " + ")
    let rows = number(working.rows)
    switch working.way {
    case .sum where working.rows == 1, .mean where working.rows == 1:
      return language.sentence("import.way-single", ["columns": columns])
    case .sum: return language.sentence("import.way-sum", ["columns": columns, "rows": rows])
    case .last: return language.sentence("import.way-last", ["columns": columns])
    case .single: return language.sentence("import.way-single", ["columns": columns])
    case .ratio: return language.sentence("import.way-ratio", ["columns": columns, "base": base])
    case .weightedMean, .mean:
      guard !base.isEmpty else { return language.sentence("import.way-mean", ["columns": columns, "rows": rows]) }
      return language.sentence("import.way-weighted", ["columns": columns, "rows": rows, "base": base])
    case .netPromoterScore: return language.sentence("import.way-nps", ["columns": columns, "rows": rows])
    case .count: return language.sentence("import.way-count", ["rows": rows])
    }
  }

  /// Where a number is from, in one line: the file, the table, and how it was made.
  package func source(_ proposal: Proposal, file: String) -> String {
    let table = [proposal.working.member, proposal.working.sheet, proposal.working.title]
    return ([file] + table.filter { !$0.isEmpty }.map(short) + [working(proposal)]).joined(separator: " · ")
  }

  /// Why a number is not whole; nil where it is.
  package func incompleteness(_ proposal: Proposal) -> String? {
    guard !proposal.incomplete.isEmpty else { return nil }
    return ([language.sentence("import.is-incomplete")] + proposal.incomplete.map(sentence)).joined(separator: " ")
  }

  /// A name as far as it is needed: some sheets have a sentence over their table.
  func short(_ name: String) -> String { name.count > 40 ? name.prefix(39) + "…" : name }

  /// What was done with the file; what it says itself in one line.
  package func notes(_ proposal: Proposal) -> [String] {
    let said = proposal.notes.compactMap { note -> String? in
      switch note {
      case .cutOff(let text): text
      case .filter(let name, let value): "\(name): \(value)"
      case _: nil
      }
    }
    return proposal.notes.compactMap(sentence)
      + (said.isEmpty ? [] : [language.sentence("import.note-says", ["text": said.joined(separator: " · ")])])
  }

  private func sentence(_ reason: Incompleteness) -> String {
    switch reason {
    case .missingDays(_, let ranges):
      language.sentence(
        "import.missing-days", ["days": joined(ranges.prefix(3).map(days) + (ranges.count > 3 ? ["…"] : []))])
    case .endsEarly(let day): language.sentence("import.ends-early", ["days": days(Analytics.DayRange(day))])
    case .mayStillChange(let day): language.sentence("import.may-change", ["days": days(Analytics.DayRange(day))])
    case .partlyCovered(let range): language.sentence("import.partly-covered", ["days": days(range)])
    case .periodNotStated: language.sentence("import.period-not-stated")
    case .missingCells(let count): language.sentence("import.cells-missing", ["number": number(count)])
    case .repeatedDays(let count): language.sentence("import.days-twice", ["number": number(count)])
    }
  }

  private func sentence(_ note: Note) -> String? {
    switch note {
    case .encodingAssumed: language.sentence("import.note-encoding")
    case .savedBySpreadsheet: language.sentence("import.note-spreadsheet")
    case .sumOverBreakdown(let text): language.sentence("import.note-breakdown", ["text": text])
    case .totalTaken(let text): language.sentence("import.note-total", ["text": text])
    case .rowsTaken(let labels): language.sentence("import.note-rows", ["text": joined(labels)])
    case .totalLeftOut(let text): language.sentence("import.note-left-out", ["text": text])
    case .yearCounted(let day): language.sentence("import.note-year", ["text": days(Analytics.DayRange(day))])
    case .daysOfNetwork(_, let clock):
      language.sentence(clock == "utc" ? "import.note-clock-utc" : "import.note-clock-california")
    case .readAsFraction(let column): language.sentence("import.note-fraction", ["text": column])
    case .readAsPercent(let column): language.sentence("import.note-percent", ["text": column])
    case .missingCells(let column, _), .cellsNotNumbers(let column, _, _, _):
      language.sentence("import.note-cells", ["text": column])
    case .othersDiffer(let table, let value):
      language.sentence("import.note-differs", ["text": "\(language.numbers.text(value.text)) (\(table))"])
    case .cutOff, .filter: nil
    case .dayNotStated: language.sentence("import.note-no-day")
    case .networkNotStated: language.sentence("import.note-no-network")
    case .lastDayMayNotBelong(let day):
      language.sentence("import.note-last-day", ["text": days(Analytics.DayRange(day))])
    case .fewAnswers(let count): language.sentence("import.note-few", ["text": number(count)])
    case .unevenRows(let count, _): language.sentence("import.note-uneven", ["text": number(count)])
    }
  }

  // MARK: A question

  /// What is asked because the file does not say.
  package func sentence(_ question: Analytics.Question) -> String {
    switch question {
    case .whichColumn: language.sentence("import.which-column")
    case .headersChanged(let added, let gone, _):
      language.sentence(
        "import.headers-changed",
        ["added": added.isEmpty ? "–" : joined(added), "gone": gone.isEmpty ? "–" : joined(gone)])
    case .sumOrLast(let column): language.sentence("import.sum-or-last", ["column": column])
    case .dayOrMonthFirst(_, let example): language.sentence("import.day-or-month", ["example": example])
    case .pointOrComma(_, let example): language.sentence("import.point-or-comma", ["example": example])
    case .whichYear(_, let example): language.sentence("import.which-year", ["example": example])
    case .whichNetwork(let title): language.sentence("import.which-network", ["text": title])
    case .fractionOrPercent(let column, let example):
      language.sentence("import.fraction-or-percent", ["column": column, "example": example])
    }
  }
}

extension Way {
  /// Whether the days of a period are put together.
  fileprivate var isOfDays: Bool {
    switch self {
    case .sum, .last, .ratio, .weightedMean, .mean: true
    case .single, .netPromoterScore, .count: false
    }
  }
}
