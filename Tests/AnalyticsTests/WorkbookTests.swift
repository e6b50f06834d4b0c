import Analytics
import Testing

/// What stands in the cells of an .xlsx, and how a spreadsheet shows it.
@Suite struct WorkbookTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cells: String
    let kpi: String
    let expected: String

    init(_ name: String, _ kpi: String, _ cells: String, gives expected: String) {
      (testDescription, self.cells, self.kpi, self.expected) = (name, cells, kpi, expected)
    }
  }

  private static let header = #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>"#
  private static let shared =
    "<sst><si><t>Date</t></si><si><r><t>Vi</t></r><r><t>ews</t></r><rPh><t>no</t></rPh></si></sst>"
  private static let styles = """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd&quot;th&quot;\\ mmm\\ yyyy"/>\
    <numFmt numFmtId="165" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>
    """

  static let rows = [
    Row(
      "days as numbers, in a style of days", "views",
      #"<row r="2"><c r="A2" s="1"><v>46266</v></c><c r="B2"><v>10</v></c></row>"#
        + #"<row r="3"><c r="A3" s="2"><v>46267.75</v></c><c r="B3"><v>3.2E1</v></c></row>"#,
      gives: "42 count = sum Views, 2/2 days, One"),
    Row(
      "days as texts, numbers as texts, a formula's value", "views",
      #"<row r="2"><c r="A2" t="inlineStr"><is><t>2026-09-01</t></is></c><c r="B2" t="str"><f>5+5</f><v>10</v></c></row>"#
        + #"<row r="3"><c r="A3" t="d"><v>2026-09-02T00:00:00</v></c><c r="B3"><v>32</v></c></row>"#,
      gives: "42 count = sum Views, 2/2 days, One"),
    Row(
      "rows and cells without their places, blank cells between", "views",
      "<row><c t=\"inlineStr\"><is><t>2026-09-01</t></is></c><c><v>10</v></c></row>"
        + "<row><c t=\"inlineStr\"><is><t>2026-09-02</t></is></c><c><v>32</v></c><c/><c/></row>",
      gives: "42 count = sum Views, 2/2 days, One"),
    Row(
      "numbers that became days", "views",
      #"<row r="2"><c r="A2" s="1"><v>46266</v></c><c r="B2"><v>10</v></c></row>"#
        + #"<row r="3"><c r="A3" s="1"><v>46267</v></c><c r="B3" s="1"><v>46115</v></c></row>"#,
      gives: #"file: numbersChangedIntoDates(column: "Views", line: 3, text: "2026-04-03")"#),
    Row(
      "an error is no number", "views",
      #"<row r="2"><c r="A2" s="1"><v>46266</v></c><c r="B2" t="e"><v>#N/A</v></c></row>"#
        + #"<row r="3"><c r="A3" s="1"><v>46267</v></c><c r="B3"><v>32</v></c></row>"#,
      gives: "32 count = sum Views, 2/2 days, One, incomplete missingCells 1, note missingCells Views 1"),
  ]

  @Test(arguments: rows)
  func says(_ row: Row) throws {
    let sheet = "<worksheet><sheetData>\(Self.header)\(row.cells)</sheetData></worksheet>"
    let bytes = Archive.workbook(sheet: sheet, shared: Self.shared, styles: Self.styles)
    let said = try told(bytes, named: "book.xlsx", row.kpi, "2026-09-01..2026-09-02")
    #expect(said == row.expected)
  }

  @Test("a share that is shown as a percentage is a fraction, and one of an archive's members") func percentages()
    throws
  {
    let sheet = """
      <worksheet><sheetData><row><c t="inlineStr"><is><t>Channel</t></is></c><c t="inlineStr"><is><t>Bounce rate</t></is></c></row>
      <row><c t="inlineStr"><is><t>Total</t></is></c><c s="3"><v>0.0113</v></c></row>
      <row><c t="inlineStr"><is><t>Mail</t></is></c><c s="3"><v>0.02</v></c></row></sheetData></worksheet>
      """
    let book = Archive.workbook(sheet: sheet, shared: Self.shared, styles: Self.styles)
    let bytes = Archive.bytes([Archive.Member("book.xlsx", book)])
    let said = try told(bytes, named: "2026-09-01_2026-09-30.zip", "bounce rate", "2026-09-01..2026-09-30")
    #expect(said == "1.13 percent = single Bounce rate, book.xlsx/One, note totalTaken Total")
  }
}
