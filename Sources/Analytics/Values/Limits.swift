/// How much is read before a file is refused.
public struct Limits: Sendable {
  /// The bytes of a file.
  public var fileBytes = 50 << 20
  /// The rows of a file, all its tables together.
  public var rows = 1_000_000
  /// The columns of a table; the widest export seen has 1,995.
  public var columns = 4096
  /// The tables of a file, header-only ones included.
  public var tables = 200
  /// The columns of all tables of a file.
  public var allColumns = 20_000
  /// The cells of a file, blank ones included.
  public var cells = 100_000_000
  /// The bytes of one row.
  public var rowBytes = 1 << 20
  /// The members of an archive.
  public var members = 1000
  /// The bytes that one member unpacks to.
  public var memberBytes = 200 << 20
  /// The bytes that all members unpack to.
  public var unpackedBytes = 400 << 20
  /// How many times its packed size a member larger than 1 MB may unpack to; tables of numbers reach 20 to 60.
  public var expansion = 200
  /// The bytes of the texts that a workbook's cells share.
  public var sharedTextBytes = 64 << 20
  /// The bytes that are read in one piece.
  public var pieceBytes = 64 << 10

  /// What suits a file that somebody downloaded.
  public init() {}
}
