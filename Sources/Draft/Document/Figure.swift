import Workshop

extension Document {
  /// A drawing; every writer that cannot draw sets it as a table.
  public enum Figure: Hashable, Sendable {
    /// From where each number comes to where it shall go.
    case bars([Bar])
    /// Parts of a whole, in per cent.
    case shares([Share])
    /// Likelihood by impact, each from 1 to the size.
    case risks(Risks)
    /// Cells of a comb.
    case honeycomb(Honeycomb)
    /// Petals around a heart.
    case flower(Flower)
    /// What was measured on its way, and the headers of the same as a table.
    case courses([MeasuredCourse], [String])
  }

  /// A number on its way.
  public struct Bar: Hashable, Sendable {
    /// What is measured.
    public var label: Text
    /// Where it is, as a number between 0 and 1 of the bar.
    public var from: Double
    /// Where it shall go, likewise.
    public var to: Double
    /// Where it is, as it is read.
    public var baseline: Text
    /// Where it shall go, as it is read, with the unit.
    public var target: Text
  }

  /// A part of a whole.
  public struct Share: Hashable, Sendable {
    /// What it is a part for.
    public var label: Text
    /// The part as it is read; a gap when nobody has said it.
    public var text: Text
    /// The part in per cent, 0 to 100.
    public var percent: Double
  }

  /// Things that may happen, by how likely they are and how much they would hurt.
  public struct Risks: Hashable, Sendable {
    /// What the direction upwards is called.
    public var likelihood: String
    /// What the direction to the right is called.
    public var impact: String
    /// How many steps each direction has.
    public var size: Int
    /// The risks.
    public var risks: [Risk]
  }

  /// Something that may happen.
  public struct Risk: Hashable, Sendable {
    /// Its handle.
    public var mark: Text
    /// What it is.
    public var label: Text
    /// How likely it is; nil when nobody has said.
    public var likelihood: Int?
    /// How much it would hurt; nil when nobody has said.
    public var impact: Int?
  }

  /// Cells with where they stand and where they shall stand.
  public struct Honeycomb: Hashable, Sendable {
    /// What the first number is called.
    public var today: String
    /// What the second number is called.
    public var wanted: String
    /// The cells.
    public var cells: [Cell]

    /// One cell.
    public struct Cell: Hashable, Sendable {
      /// What it is about.
      public var label: Text
      /// Where it stands.
      public var today: Text
      /// Where it shall stand.
      public var wanted: Text
    }
  }

  /// Petals around a heart.
  public struct Flower: Hashable, Sendable {
    /// What stands in the middle.
    public var heart: Text
    /// The petals.
    public var petals: [Petal]

    /// One petal.
    public struct Petal: Hashable, Sendable {
      /// Whose it is.
      public var label: Text
      /// What it is for.
      public var aspect: Text
      /// Whom to ask.
      public var contact: Text
    }
  }
}

extension Document.Figure {
  /// Whether what it shows stands in words beside it too.
  var hasLegend: Bool {
    switch self {
    case .risks, .courses: true
    case .bars, .shares, .honeycomb, .flower: false
    }
  }

  /// The same as a table, for writers and readers that have no drawings; the headers are empty where none is needed.
  public var table: Document.Table {
    switch self {
    case .bars(let bars): bars.table { [$0.label, $0.baseline, Document.Text("→"), $0.target] }
    case .shares(let shares): shares.table { [$0.label, $0.text] }
    case .risks(let risks):
      risks.risks.table(["", "", risks.likelihood, risks.impact]) {
        [
          $0.mark, $0.label, Document.Text($0.likelihood.map { String($0) } ?? ""),
          Document.Text($0.impact.map { String($0) } ?? ""),
        ]
      }
    case .honeycomb(let comb): comb.cells.table(["", comb.today, comb.wanted]) { [$0.label, $0.today, $0.wanted] }
    case .courses(let courses, let headers):
      courses.table(headers) { [$0.label, $0.baseline, $0.value, $0.target, $0.state] }
    case .flower(let flower):
      flower.petals.table { [$0.label, $0.aspect, $0.contact] }
    }
  }
}

extension Array {
  fileprivate func table(_ headers: [String] = [], _ row: (Element) -> [Document.Text]) -> Document.Table {
    let rows = map(row)
    let width = rows.first?.count ?? headers.count
    return Document.Table(
      headers: headers.isEmpty ? Array<String>(repeating: "", count: width) : headers,
      numeric: Array<Bool>(repeating: false, count: width), rows: rows, sums: [], hasRowHeaders: true)
  }
}
