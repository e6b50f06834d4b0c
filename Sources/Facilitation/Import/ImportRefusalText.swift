package import Analytics
package import Workshop

// Why nothing is taken from a file, or no value of a figure, with what to do instead.
extension ImportText {
  /// Why nothing can be taken from a file.
  package func sentence(_ refusal: Analytics.Refusal, file: String) -> String {
    switch refusal {
    case .empty: return language.sentence("import.empty", ["file": file])
    case .cutShort: return language.sentence("import.cut-short", ["file": file])
    case .tooLarge(let bytes, let limit):
      return language.sentence(
        "import.too-large", ["file": file, "bytes": number(bytes), "limit": number(limit)])
    case .tooManyRows(let limit), .tooManyColumns(_, let limit), .tooManyCells(let limit), .tooManyTables(let limit),
      .tooManyMembers(_, let limit):
      return language.sentence("import.too-many", ["file": file, "limit": number(limit)])
    case .rowTooLong(let line, let limit):
      return language.sentence(
        "import.row-too-long", ["file": file, "line": number(line), "limit": number(limit)])
    case .unclosedQuote(let line):
      return language.sentence("import.unclosed-quote", ["file": file, "line": number(line)])
    case .otherFormat(let format): return sentence(format, file: file)
    case .passwordProtected: return language.sentence("import.password", ["file": file])
    case .damagedArchive(let part): return damaged(part, file)
    case .damagedXML(let part, _), .entitiesInXML(let part): return damaged(part, file)
    case .unpacksTooLarge(let part, let bytes, let limit):
      return zipBomb(part, times: max(1, bytes / max(1, limit)), file)
    case .zipBomb(let part, let times, _): return zipBomb(part, times: times, file)
    case .nestedArchive, .unknownCompression: return language.sentence("import.unpack-first", ["file": file])
    case .damagedWorkbook, .cyclicSectors, .oldWorkbook:
      return language.sentence("import.save-as-xlsx", ["file": file])
    case .noData(let text): return language.sentence("import.no-data", ["file": file, "text": text])
    case .noTable, .noHeader: return language.sentence("import.no-table", ["file": file])
    case .wholeRowsQuoted: return language.sentence("import.rows-quoted", ["file": file])
    case .numbersChangedIntoDates(let column, let line, let text):
      return damagedBySpreadsheet(column, line, text, file)
    case .cellsTooNarrow(let column, let line): return damagedBySpreadsheet(column, line, "#####", file)
    }
  }

  private func sentence(_ format: FileFormat, file: String) -> String {
    switch format {
    case .webPage: language.sentence("import.web-page", ["file": file])
    case .pdf: language.sentence("import.other-format", ["file": file, "format": "PDF"])
    case .json: language.sentence("import.other-format", ["file": file, "format": "JSON"])
    case .xml: language.sentence("import.other-format", ["file": file, "format": "XML"])
    case .picture, .otherDocument, .unknown: language.sentence("import.no-table-format", ["file": file])
    case .otherArchive: language.sentence("import.unpack-first", ["file": file])
    case .openDocument, .binaryWorkbook: language.sentence("import.save-as-xlsx", ["file": file])
    }
  }

  private func damaged(_ part: String, _ file: String) -> String {
    language.sentence("import.damaged", ["file": file, "part": part])
  }

  private func zipBomb(_ part: String, times: Int, _ file: String) -> String {
    language.sentence("import.zip-bomb", ["file": file, "part": part, "times": number(times)])
  }

  private func damagedBySpreadsheet(_ column: String, _ line: Int, _ text: String, _ file: String) -> String {
    language.sentence(
      "import.spreadsheet-damage", ["file": file, "column": column, "line": number(line), "text": text])
  }

  /// Why no value of a figure is proposed.
  package func sentence(_ refusal: ValueRefusal, wanted: Workshop.DayRange?) -> String {
    func about(_ column: String) -> KeyValuePairs<String, String> { ["column": column] }
    switch refusal {
    case .notInFile: return language.sentence("import.not-in-file")
    case .peopleAddedUp(let column): return language.sentence("import.people-added-up", about(column))
    case .noWeight(let column): return language.sentence("import.no-weight", about(column))
    case .newNotTotal(let column): return language.sentence("import.only-changes", about(column))
    case .onlyChanges(let columns): return language.sentence("import.only-changes", about(joined(columns)))
    case .breakdownNotTotal(_, let dimension), .partialBreakdown(let dimension, _):
      return language.sentence("import.not-a-total", about(dimension))
    case .itemsNotDays(let column): return language.sentence("import.items-not-days", about(column))
    case .otherNetwork(let found): return language.sentence("import.other-network", ["network": found])
    case .outsidePeriod(let found), .longerThanPeriod(let found):
      return language.sentence(
        "import.outside-period", ["found": days(found), "wanted": wanted.map(language.days.text) ?? "–"])
    case .noRows(let table): return language.sentence("import.no-values", about(table))
    case .noValues(let column), .tooLarge(let column): return language.sentence("import.no-values", about(column))
    case .otherWindow(let column, let days):
      return language.sentence("import.other-window", ["column": column, "days": number(days)])
    case .cutOff(let text): return language.sentence("import.is-cut-off", ["text": text])
    case .rounded(let column, _), .mixedMarks(let column), .mixedDates(let column):
      return language.sentence("import.mixed", about(column))
    case .dividedByZero(let column): return language.sentence("import.divided-by-zero", about(column))
    case .noSuchRows(let word): return language.sentence("import.no-such-rows", about(word))
    }
  }
}
