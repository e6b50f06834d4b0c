/// Why nothing can be taken from a file.
public enum Refusal: Error, Hashable, Sendable {
  /// It has no bytes, or only blank ones.
  case empty
  /// It ends before what it says is in it.
  case cutShort
  /// It has more bytes than are read.
  case tooLarge(bytes: Int, limit: Int)
  /// It has more rows than are read.
  case tooManyRows(limit: Int)
  /// A row has more cells than are read.
  case tooManyColumns(line: Int, limit: Int)
  /// It has more cells than are read.
  case tooManyCells(limit: Int)
  /// It has more tables, or they have more columns together, than are looked through.
  case tooManyTables(limit: Int)
  /// A row has more bytes than are read; mostly a quotation mark that is never closed.
  case rowTooLong(line: Int, limit: Int)
  /// A quotation mark that nothing closes.
  case unclosedQuote(line: Int)
  /// It is no table of a kind that is read.
  case otherFormat(FileFormat)
  /// It opens with a password only.
  case passwordProtected
  /// What an archive says of a member, or of itself, does not hold.
  case damagedArchive(member: String)
  /// An archive with more members than are read.
  case tooManyMembers(count: Int, limit: Int)
  /// A member that unpacks to more bytes than are read.
  case unpacksTooLarge(member: String, bytes: Int, limit: Int)
  /// A member that unpacks to so many times its size that no table does: what is called a zip bomb.
  case zipBomb(member: String, times: Int, limit: Int)
  /// An archive within an archive.
  case nestedArchive(member: String)
  /// A way of packing that is not read; its number in the zip format.
  case unknownCompression(member: String, method: Int)
  /// XML that is not well formed.
  case damagedXML(part: String, line: Int)
  /// XML that declares a document type, with which entities come.
  case entitiesInXML(part: String)
  /// A workbook whose parts do not fit together.
  case damagedWorkbook
  /// An .xls whose chain of sectors comes back to itself.
  case cyclicSectors
  /// An .xls from before Excel 97.
  case oldWorkbook
  /// The file says itself that it has no data.
  case noData(text: String)
  /// Nothing in it looks like a table of numbers.
  case noTable
  /// Rows of numbers without a header over them.
  case noHeader(line: Int)
  /// Each row stands as a whole in quotation marks: a spreadsheet did that.
  case wholeRowsQuoted(line: Int)
  /// Numbers that a spreadsheet has changed into dates, such as 3.4 into 3.apr.
  case numbersChangedIntoDates(column: String, line: Int, text: String)
  /// Cells that a spreadsheet wrote as ##### because they were too narrow.
  case cellsTooNarrow(column: String, line: Int)
}

/// Kinds of files that are recognised, and not read.
public enum FileFormat: String, Hashable, Sendable, CaseIterable {
  /// A page for a browser; some products name it .xls.
  case webPage
  /// A PDF.
  case pdf
  /// JSON.
  case json
  /// XML that is no workbook.
  case xml
  /// A picture.
  case picture
  /// A gzip, bzip2, xz, 7-Zip or RAR archive.
  case otherArchive
  /// An OpenDocument spreadsheet.
  case openDocument
  /// A binary workbook (.xlsb).
  case binaryWorkbook
  /// A Word or PowerPoint file.
  case otherDocument
  /// Bytes that are no text.
  case unknown
}
