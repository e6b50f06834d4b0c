internal import Text
public import Workshop

/// One of the tables that many workshops make together: its name, its columns, and the rows of a workshop. Names and order
/// of columns are kept; new ones stand behind the others.
public struct WorkshopTable: Sendable {
  /// What stands in a row of a table.
  enum Value {
    case text(String?)
    /// A number as it is stored.
    case number(String?)
    case truth(Bool)

    static func count(_ number: Int) -> Value { .number(String(number)) }
  }

  /// A workshop whose rows are wanted.
  public struct Source {
    /// The name of the session that no other has.
    public var id: String
    /// The name of its folder.
    public var folder: String
    /// The session, with what is hidden in it left out.
    public var session: Session
    /// The words of its room.
    public var localization: Localization
    /// When it was begun.
    public var began: Moment
    /// When it was last written.
    public var ended: Moment

    /// A workshop with what stands beside it in its journal.
    public init(
      id: String, folder: String, session: Session, localization: Localization, began: Moment, ended: Moment
    ) {
      (self.id, self.folder, self.session, self.localization) = (id, folder, session, localization)
      (self.began, self.ended) = (began, ended)
    }
  }

  /// The name, which is that of its files, too.
  public let name: String
  /// The names of the columns.
  public let columns: [String]
  let rows: @Sendable (Source) -> [[Value]]

  init(_ name: String, _ columns: [String], rows: @escaping @Sendable (Source) -> [[Value]]) {
    (self.name, self.columns, self.rows) = (name, ["session"] + columns, rows)
  }

  // MARK: Files

  /// The first line of a CSV file.
  public var header: [UInt8] { Array((columns.joined(separator: ",") + "\r\n").utf8) }

  /// The rows of a workshop as lines of CSV, after RFC 4180. What is not there is empty.
  public func csv(_ source: Source) -> [UInt8] {
    let writer = CSVWriter()
    var text = ""
    for row in all(source) {
      let cells = row.map { value in
        switch value {
        case .text(let text): text.map(writer.escaped) ?? ""
        case .number(let number): number ?? ""
        case .truth(let isTrue): isTrue ? "true" : "false"
        }
      }
      text += cells.joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  /// The rows of a workshop as lines of JSON, an object each. What is not there is null.
  public func jsonLines(_ source: Source) -> [UInt8] {
    all(source).flatMap { row in
      let members = zip(columns, row).map { name, value -> (String, JSON) in
        switch value {
        case .text(let text): (name, text.map { .string($0) } ?? .null)
        case .number(let number): (name, number.map { .literal($0) } ?? .null)
        case .truth(let isTrue): (name, .truth(isTrue))
        }
      }
      return JSON.object(members).text + [10]
    }
  }

  private func all(_ source: Source) -> [[Value]] { rows(source).map { [.text(source.id)] + $0 } }
}
