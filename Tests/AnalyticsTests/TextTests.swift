import Analytics
import Testing

/// What a csv may be written in: encodings, delimiters, ways of writing numbers and dates, tables within tables.
@Suite struct TextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let kpi: String
    let days: String
    let choice: Choice?
    let expected: String

    init(
      _ name: String, _ text: String, _ kpi: String = "views", _ days: String = "2026-09-01..2026-09-02",
      choice: Choice? = nil, gives expected: String
    ) {
      self.init(name, bytes: Array(text.utf8), kpi, days, choice: choice, gives: expected)
    }

    init(
      _ name: String, bytes: [UInt8], _ kpi: String = "views", _ days: String = "2026-09-01..2026-09-02",
      choice: Choice? = nil, gives expected: String
    ) {
      (testDescription, self.bytes, self.kpi, self.days) = (name, bytes, kpi, days)
      (self.choice, self.expected) = (choice, expected)
    }
  }

  private static let text = "Date,Views\n2026-09-01,10\n2026-09-02,32\n"
  private static let whole = "42 count = sum Views, 2/2 days"

  private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  static let encodings = [
    Row("UTF-8", text, gives: whole),
    Row("UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8), gives: whole),
    Row("UTF-16, low byte first, with a mark", bytes: [0xFF, 0xFE] + utf16(text, isBig: false), gives: whole),
    Row("UTF-16, high byte first, with a mark", bytes: [0xFE, 0xFF] + utf16(text, isBig: true), gives: whole),
    Row("UTF-16, low byte first, without one", bytes: utf16(text, isBig: false), gives: whole),
    Row("UTF-16, high byte first, without one", bytes: utf16(text, isBig: true), gives: whole),
    Row(
      "Windows-1252 where it is no UTF-8",
      bytes: Array("Date,Views,Note\n2026-09-01,10,".utf8) + [0xE6, 0xF8] + Array("\n2026-09-02,32,a\n".utf8),
      gives: "\(whole), note encodingAssumed"),
    Row("lines with CRLF", "Date,Views\r\n2026-09-01,10\r\n2026-09-02,32\r\n", gives: whole),
    Row("lines with CR", "Date,Views\r2026-09-01,10\r2026-09-02,32", gives: whole),
    Row(
      "a line break in a cell", "Date,Text,Views\n2026-09-01,\"a\nb, \"\"c\"\"\",10\n2026-09-02,a,32\n", gives: whole),
  ]

  static let delimiters = [
    Row("tabs", "Date\tViews\n2026-09-01\t10\n2026-09-02\t32\n", gives: whole),
    Row("semicolons", "Date;Views\n2026-09-01;10\n2026-09-02;32\n", gives: "\(whole), note savedBySpreadsheet"),
    Row("bars", "Date|Views\n2026-09-01|10\n2026-09-02|32\n", gives: whole),
    Row(
      "sep= names it", "sep=;\nDate;Views\n2026-09-01;10\n2026-09-02;32\n", gives: "\(whole), note savedBySpreadsheet"),
    Row(
      "commas in texts", "Date;Text;Views\n2026-09-01;a, b, c;10\n2026-09-02;d, e, f;32\n",
      gives: "\(whole), note savedBySpreadsheet"),
  ]

  static let numbers = [
    Row(
      "thousands with commas", "Date,Views\n2026-09-01,\"1,010\"\n2026-09-02,\"1,000,032\"\n",
      gives: "1001042 count = sum Views, 2/2 days"),
    Row(
      "one comma only, in a file of commas", "Date,Views\n2026-09-01,\"1,010\"\n2026-09-02,32\n",
      gives: "1042 count = sum Views, 2/2 days"),
    Row(
      "one point only, in a file of semicolons", "Date;Views\n2026-09-01;1.010\n2026-09-02;32\n",
      gives: "ask: pointOrComma Views 1.010"),
    Row(
      "and the answer", "Date;Views\n2026-09-01;1.010\n2026-09-02;32\n", choice: Choice(mark: .comma),
      gives: "1042 count = sum Views, 2/2 days, note savedBySpreadsheet"),
    Row(
      "another column tells", "Date;Views;Spend\n2026-09-01;1.010;2,5\n2026-09-02;32;3,25\n",
      gives: "1042 count = sum Views, 2/2 days, note savedBySpreadsheet"),
    Row("decimals, exactly", "Date,Views\n2026-09-01,0.1\n2026-09-02,0.2\n", gives: "0.3 count = sum Views, 2/2 days"),
    Row(
      "spaces part thousands", "Date,Views\n2026-09-01,1\u{A0}010\n2026-09-02,2\u{202F}032\n",
      gives: "3042 count = sum Views, 2/2 days"),
    Row("a true minus", "Date,Views\n2026-09-01,\u{2212}10\n2026-09-02,32\n", gives: "22 count = sum Views, 2/2 days"),
    Row("both marks are decimal", "Date,Views\n2026-09-01,1.5\n2026-09-02,\"2,75\"\n", gives: "no: mixedMarks Views"),
    Row("rounded by a spreadsheet", "Date,Views\n2026-09-01,1.2E+09\n2026-09-02,32\n", gives: "no: rounded Views 2"),
    Row(
      "a word among numbers", "Date,Views\n2026-09-01,10\n2026-09-02,many\n2026-09-03,3\n2026-09-04,4\n", "views",
      "2026-09-01..2026-09-04",
      gives: "17 count = sum Views, 4/4 days, incomplete missingCells 1, note cellsNotNumbers Views 1 3 many"),
    Row(
      "a missing number is not 0", "Date,Views\n2026-09-01,10\n2026-09-02,N/A\n",
      gives: "10 count = sum Views, 2/2 days, incomplete missingCells 1, note missingCells Views 1"),
    Row(
      "too large to count", "Date,Views\n2026-09-01,9223372036854775807\n2026-09-02,9223372036854775807\n",
      gives: "no: tooLarge Views"),
    Row(
      "shares that are neither", "Date,Visits,Bounce rate\n2026-09-01,10,0.5\n2026-09-02,10,1.5\n", "bounce rate",
      gives: "ask: fractionOrPercent Bounce rate 0.5"),
    Row(
      "and the answer to that", "Date,Visits,Bounce rate\n2026-09-01,10,0.5\n2026-09-02,30,1.5\n", "bounce rate",
      choice: Choice(areFractions: false), gives: "1.25 percent = weightedMean Bounce rate / Visits, 2/2 days"),
    Row(
      "fractions", "Date,Visits,Bounce rate\n2026-09-01,10,0.2\n2026-09-02,30,0.4\n", "bounce rate",
      gives: "35 percent = weightedMean Bounce rate / Visits, 2/2 days, note readAsFraction Bounce rate"),
    Row(
      "divided by nothing", "Date,Clicks,Impressions\n2026-09-01,0,0\n2026-09-02,0,0\n", "tf.ctr",
      gives: "no: dividedByZero Clicks"),
  ]

  static let dates = [
    Row("eight digits", "Date,Views\n20260901,10\n20260902,32\n", gives: whole),
    Row("strokes, year first", "Date,Views\n2026/09/01,10\n2026/09/02,32\n", gives: whole),
    Row("names of months and days", "Date,Views\n\"Tue, Sep 1, 2026\",10\nWed Sep 2 2026,32\n", gives: whole),
    Row("a month in another language", "Dato,Views\n1. syyskuuta 2026,10\n2. syyskuuta 2026,32\n", gives: whole),
    Row("a time with a zone", "Date,Views\n2026-09-01T23:59:59+02:00,10\n2026-09-02 07:00 UTC,32\n", gives: whole),
    Row("days that follow each other tell the order", "Date,Views\n09/01/2026,10\n09/02/2026,32\n", gives: whole),
    Row(
      "a day above 12 tells it", "Date,Views\n14/09/2026,10\n02/09/2026,32\n", "views", "2026-09-02..2026-09-02",
      gives: "32 count = sum Views, 1/1 days"),
    Row(
      "nothing tells it", "Date,Views\n01/09/2026,10\n05/09/2026,32\n", gives: "ask: dayOrMonthFirst Date 01/09/2026"),
    Row(
      "months in one order are days of January in the other", "Date,Views\n01/01/2026,10\n01/02/2026,32\n",
      gives: "ask: dayOrMonthFirst Date 01/01/2026"),
    Row(
      "and the answer", "Date,Views\n01/09/2026,10\n05/09/2026,32\n", "views", "2026-09-01..2026-09-05",
      choice: Choice(order: .dayFirst),
      gives: "42 count = sum Views, 2/5 days, incomplete missingDays 3: 2026-09-02..2026-09-04"),
    Row("both orders", "Date,Views\n31/12/2026,10\n12/31/2026,32\n", gives: "no: mixedDates Date"),
    Row(
      "two rows of one day", "Date,Views\n2026-09-01,10\n2026-09-02,32\n2026-09-02,32\n",
      gives: "74 count = sum Views, 2/2 days, incomplete repeatedDays 1"),
    Row(
      "a month a row", "Month,Views\n2026-08,10\n2026-09,32\n", "views", "2026-09-01..2026-09-30",
      gives: "32 count = sum Views, 30/30 days"),
    Row(
      "other days than those asked for", text, "views", "2026-08-01..2026-08-31",
      gives: "no: outsidePeriod 2026-09-01..2026-09-02"),
    Row(
      "numbers of the last days still come in", text.replacing("2026-09", with: "2026-11"), "views",
      "2026-11-01..2026-11-30",
      gives: "42 count = sum Views, 2/30 days, incomplete missingDays 28: 2026-11-03..2026-11-30"),
    Row(
      "as they do for yesterday", "Date,Views\n2026-11-26,10\n2026-11-27,32\n", "views", "2026-11-26..2026-11-27",
      gives: "42 count = sum Views, 2/2 days, incomplete mayStillChange 2026-11-26"),
  ]

  static let tables = [
    Row(
      "invisible signs in headers", "Date,\u{AD}Vi\u{AD}ews\u{A0}\n2026-09-01,10\n2026-09-02,32\n",
      gives: "42 count = sum \u{AD}Vi\u{AD}ews\u{A0}, 2/2 days"),
    Row(
      "two columns of one name", "Date,Views,Views\n2026-09-01,10,1\n2026-09-02,32,2\n",
      gives: "ask: whichColumn Views | Views (2)"),
    Row(
      "and the answer", "Date,Views,Views\n2026-09-01,10,1\n2026-09-02,32,2\n", choice: Choice(columns: ["Views (2)"]),
      gives: "3 count = sum Views (2), 2/2 days"),
    Row("a total that comes last", text + "Total,42\n", gives: "\(whole), note totalLeftOut Total"),
    Row(
      "one field more behind the total", text + ",42,Grand total\n", gives: "\(whole), note totalLeftOut Grand total"),
    Row(
      "a total nobody knows the word for", "Land,Sessions\nSumma summarum,60\nNorge,30\nDanmark,20\nFinland,10\n",
      "sessions",
      gives: "60 count = single Sessions, incomplete periodNotStated, note totalTaken Summa summarum"),
    Row(
      "headers of a language that is not known", "Päivä,Katselut,Tykkäykset\n2026-09-01,10,1\n2026-09-02,32,2\n",
      gives: "ask: whichColumn Katselut | Tykkäykset"),
    Row(
      "and the answer", "Päivä,Katselut,Tykkäykset\n2026-09-01,10,1\n2026-09-02,32,2\n",
      choice: Choice(columns: ["Katselut"]),
      gives: "42 count = sum Katselut, 2/2 days"),
    Row(
      "a KPI of somebody's own", "Date,Cakes\n2026-09-01,10\n2026-09-02,32\n", "cakes sold",
      gives: "ask: whichColumn Cakes"),
    Row(
      "of which nobody knows whether it adds up", "Date,Cakes\n2026-09-01,10\n2026-09-02,32\n", "cakes sold",
      choice: Choice(columns: ["Cakes"]), gives: "ask: sumOrLast Cakes"),
    Row(
      "and the last one", "Date,Cakes\n2026-09-01,10\n2026-09-02,32\n", "cakes sold",
      choice: Choice(columns: ["Cakes"], way: .last), gives: "32 ? = last Cakes, 2/2 days"),
    Row(
      "people are not added up, whoever asks", "Date,Reach\n2026-09-01,10\n2026-09-02,32\n", "reach",
      choice: Choice(columns: ["Reach"], way: .sum), gives: "no: peopleAddedUp Reach"),
    Row(
      "a level that falls to nothing is none", "Date,Followers\n2026-09-01,10\n2026-09-02,0\n", "followers",
      gives: "no: newNotTotal Followers"),
    Row(
      "parts that are not all", "Country,Clicks,Impressions,Position\nNorway,10,100,1.5\nDenmark,5,50,2\n", "clicks",
      gives: "no: partialBreakdown Country, use chart.csv | dates.csv"),
    Row(
      "a breakdown that is cut off", "Channel,Sessions\nA,10\nB,5\nShowing top 500 results\n", "sessions",
      gives: "no: cutOff Showing top 500 results"),
    Row(
      "a table between lines with #",
      "# Start date: 20260901\n# End date: 20260902\nChannel,Sessions\nA,10\nB,5\n# Start date: 20250901\n",
      "sessions", gives: "15 count = sum Sessions, note sumOverBreakdown Channel"),
    Row(
      "more days than asked for", "# 20260801-20260902\nChannel,Sessions\nA,10\nB,5\n", "sessions",
      gives: "no: longerThanPeriod 2026-08-01..2026-09-02"),
    Row(
      "several totals, of which the last is of all",
      "Campaign report\n1 September 2026 - 30 September 2026\nCampaign,Clicks\nA,\"9,380\"\nB,120\nTotal: Campaigns,\"9,500\"\nTotal: Account,\"9,500\"\n",
      "clicks", "2026-09-01..2026-09-30", gives: "9500 count = single Clicks, note totalTaken Total: Account"),
    Row(
      "a remark a day", "Date,Remark,Views\n2026-09-01,a,10\n2026-09-02,b,32\n", gives: whole),
    Row(
      "a level of two profiles is none of both",
      "Date,Profile,Followers\n2026-09-01,A,10\n2026-09-01,B,20\n2026-09-02,A,11\n2026-09-02,B,21\n",
      "followers", gives: "no: breakdownNotTotal Followers by Profile"),
    Row(
      "unless one is chosen",
      "Date,Profile,Followers\n2026-09-01,A,10\n2026-09-01,B,20\n2026-09-02,A,11\n2026-09-02,B,21\n",
      "followers", choice: Choice(rows: "b"), gives: "21 count = last Followers, 2/2 days, note rowsTaken B | B"),
    Row("a blank line among rows", "Date,Views\n2026-09-01,10\n\n2026-09-02,32\n", gives: whole),
  ]

  @Test(arguments: encodings + delimiters + numbers + dates + tables)
  func says(_ row: Row) throws {
    let said = try told(row.bytes, named: "file.csv", row.kpi, row.days, choice: row.choice)
    #expect(said == row.expected)
  }
}
