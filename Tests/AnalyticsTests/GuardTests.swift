import Analytics
import Testing

/// What is refused before it does harm, and what is no table at all.
@Suite struct GuardTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: @Sendable () throws -> [UInt8]
    let limits: Limits
    let expected: String

    init(
      _ name: String, limits change: (inout Limits) -> Void = { _ in }, gives expected: String,
      _ bytes: @escaping @Sendable () throws -> [UInt8]
    ) {
      var limits = Limits()
      change(&limits)
      (testDescription, self.bytes, self.limits, self.expected) = (name, bytes, limits, expected)
    }
  }

  private static let csv = Array("Date,Views\n2026-09-01,1\n2026-09-02,2\n".utf8)

  static let archives = [
    Row("a bomb by its ratio", gives: #"zipBomb(member: "a.csv", times: 2702702, limit: 200)"#) {
      Archive.bytes([Archive.Member("a.csv", csv).with { ($0.method, $0.bytes) = (8, 100_000_000) }])
    },
    Row("a claim of two gigabytes", gives: #"zipBomb(member: "a.csv", times: 58040098, limit: 200)"#) {
      Archive.bytes([Archive.Member("a.csv", csv).with { ($0.method, $0.bytes) = (8, 2_147_483_647) }])
    },
    Row(
      "a member larger than is read", limits: { $0.memberBytes = 30 },
      gives: #"unpacksTooLarge(member: "a.csv", bytes: 37, limit: 30)"#
    ) { Archive.bytes([Archive.Member("a.csv", csv)]) },
    Row(
      "members that are larger together", limits: { $0.unpackedBytes = 60 },
      gives: #"unpacksTooLarge(member: "b.csv", bytes: 74, limit: 60)"#
    ) { Archive.bytes([Archive.Member("a.csv", csv), Archive.Member("b.csv", csv)]) },
    Row("more members than are read", limits: { $0.members = 1 }, gives: "tooManyMembers(count: 2, limit: 1)") {
      Archive.bytes([Archive.Member("a.csv", csv), Archive.Member("b.csv", csv)])
    },
    Row("an archive in an archive", gives: #"nestedArchive(member: "inner.zip")"#) {
      Archive.bytes([Archive.Member("inner.zip", Archive.bytes([Archive.Member("a.csv", csv)]))])
    },
    Row("two members over the same bytes", gives: #"damagedArchive(member: "b.csv")"#) {
      Archive.bytes([Archive.Member("a.csv", csv), Archive.Member("b.csv", csv).with { $0.isOverlapping = true }])
    },
    Row("more bytes than the archive says", gives: #"damagedArchive(member: "a.csv")"#) {
      Archive.bytes([Archive.Member.deflated("a.csv", csv).with { $0.bytes = 20 }])
    },
    Row("fewer bytes than the archive says", gives: #"damagedArchive(member: "a.csv")"#) {
      Archive.bytes([Archive.Member.deflated("a.csv", csv).with { $0.bytes = 50 }])
    },
    Row("another checksum", gives: #"damagedArchive(member: "a.csv")"#) {
      Archive.bytes([Archive.Member.deflated("a.csv", csv).with { $0.checksum ^= 1 }])
    },
    Row("a password", gives: "passwordProtected") {
      Archive.bytes([Archive.Member("a.csv", csv).with { $0.flags |= 1 }])
    },
    Row("another way of packing", gives: #"unknownCompression(member: "a.csv", method: 12)"#) {
      Archive.bytes([Archive.Member("a.csv", csv).with { $0.method = 12 }])
    },
    Row("an archive that is cut off", gives: #"damagedArchive(member: "")"#) {
      Array(Archive.bytes([Archive.Member("a.csv", csv)]).dropLast(30))
    },
    Row("an archive of nothing", gives: "empty") { Archive.bytes([]) },
    Row("an OpenDocument sheet", gives: "otherFormat(openDocument)") {
      Archive.bytes([Archive.Member("mimetype", csv), Archive.Member("content.xml", csv)])
    },
    Row("a binary workbook", gives: "otherFormat(binaryWorkbook)") {
      Archive.bytes([Archive.Member("xl/workbook.bin", csv), Archive.Member("[Content_Types].xml", csv)])
    },
  ]

  static let workbooks = [
    Row("entities", gives: #"entitiesInXML(part: "xl/worksheets/sheet1.xml")"#) {
      Archive.workbook(sheet: #"<!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>"#)
    },
    Row("a document type without entities", gives: #"entitiesInXML(part: "xl/worksheets/sheet1.xml")"#) {
      Archive.workbook(sheet: "<!DOCTYPE w><worksheet/>")
    },
    Row("XML that is not closed", gives: #"damagedXML(part: "xl/worksheets/sheet1.xml", line: 2)"#) {
      Archive.workbook(sheet: "<worksheet>\n<sheetData>")
    },
    Row("elements too deep", gives: #"damagedXML(part: "xl/worksheets/sheet1.xml", line: 1)"#) {
      Archive.workbook(sheet: String(repeating: "<a>", count: 70) + String(repeating: "</a>", count: 70))
    },
    Row("a cell far to the right", gives: "tooManyColumns(line: 1, limit: 4096)") {
      Archive.workbook(
        sheet: #"<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>"#)
    },
    Row("an .xls whose directory follows itself", gives: "cyclicSectors") {
      var bytes = try fixture("linkedin/example-page_followers_1790812900000.xls")
      let (table, directory) = (number32(bytes, 76), number32(bytes, 48))
      let place = (table + 1) * 512 + 4 * directory
      bytes.replaceSubrange(place..<(place + 4), with: bytes[48..<52])
      return bytes
    },
    Row("an .xls that is cut off", gives: "damagedWorkbook") {
      Array(try fixture("linkedin/example-page_followers_1790812900000.xls").prefix(1500))
    },
    Row("an .xls of a few bytes", gives: "cutShort") { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
  ]

  static let texts = [
    Row("nothing", gives: "empty") { [] },
    Row("blank lines", gives: "empty") { Array("\n \r\n\n".utf8) },
    Row("too many bytes", limits: { $0.fileBytes = 20 }, gives: "tooLarge(bytes: 37, limit: 20)") { csv },
    Row("too many rows", limits: { $0.rows = 10 }, gives: "tooManyRows(limit: 10)") {
      csv + Array(String(repeating: "2026-09-03,3\n", count: 200).utf8)
    },
    Row("too many columns", limits: { $0.columns = 3 }, gives: "tooManyColumns(line: 2, limit: 3)") {
      Array("Date,Views\n2026-09-01,1,2,3\n".utf8)
    },
    Row("a row without end", limits: { $0.rowBytes = 100 }, gives: "rowTooLong(line: 2, limit: 100)") {
      Array("Date,Views\n2026-09-01,\"\(String(repeating: "a", count: 200_000))".utf8)
    },
    Row("many small tables", gives: "tooManyTables(limit: 200)") {
      Array(String(repeating: "a,b\n1,2\n\n", count: 300).utf8)
    },
    Row("a mark that nothing closes", gives: "unclosedQuote(line: 2)") {
      Array("Date,Views\n2026-09-01,\"1\n2026-09-02,2\n".utf8)
    },
    Row("a page that is named .xls", gives: "otherFormat(webPage)") {
      Array("<html><table><tr><td>1</td></tr></table>".utf8)
    },
    Row("a PDF", gives: "otherFormat(pdf)") { Array("%PDF-1.7\n".utf8) },
    Row("JSON", gives: "otherFormat(json)") { Array(#"{"views": 3}"#.utf8) },
    Row("XML", gives: "otherFormat(xml)") { Array("<?xml version=\"1.0\"?><a/>".utf8) },
    Row("gzip", gives: "otherFormat(otherArchive)") { [0x1F, 0x8B, 8, 0, 0, 0, 0, 0] },
    Row("a picture", gives: "otherFormat(picture)") { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] },
    Row("bytes that are no text", gives: "otherFormat(unknown)") { [1, 2, 3, 0, 0, 0, 7, 0, 0, 0, 9, 9] },
    Row("a text", gives: "noTable") { Array("Dear all,\nhere are the numbers.\n".utf8) },
    Row("cells that were too narrow", gives: #"cellsTooNarrow(column: "Views", line: 3)"#) {
      Array("Date,Views\n2026-09-01,1\n2026-09-02,#####\n".utf8)
    },
  ]

  @Test(arguments: archives + workbooks + texts)
  func refuses(_ row: Row) throws {
    let said = try told(row.bytes(), named: "file", "views", "2026-09-01..2026-09-02", limits: row.limits)
    #expect(said == "file: \(row.expected)")
  }

  private static func number32(_ bytes: [UInt8], _ place: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
