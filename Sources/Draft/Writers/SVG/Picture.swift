internal import Text
import Workshop

/// A drawing of a document as a file of its own, for formats that hold pictures.
public struct Picture: Hashable, Sendable {
  /// What it is called beside the document, without an ending: the same drawing always has the same name.
  public let name: String
  /// The drawing as SVG.
  public let svg: [UInt8]
  /// What it shows, in words.
  public let text: String
  /// How wide and how high it is, in its own units.
  let width, height: Int

  init(_ drawing: Drawing) {
    svg = drawing.file
    // FNV-1a, so that a name depends on nothing but the drawing.
    let hash = svg.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    name = "drawing-" + String(hash, radix: 16)
    // It becomes an attribute in some formats: one line, and nothing that cannot be seen.
    text = String(readable(drawing.name).prefix(1_000))
    (width, height) = (drawing.width, drawing.height)
  }

  /// How wide it stands on a page, in millimetres: as wide as the text, unless it were too high or its letters too
  /// large.
  func width(onPage most: Int) -> Int {
    let byHeight = 190 * width / max(1, height)
    return min(most, byHeight, max(60, width * 11 / 50))
  }
}

extension Document {
  /// The drawings that a file of this kind holds as pictures.
  public func pictures(for target: PandocWriter.Target) -> [Picture] {
    var seen: Set<Picture> = []
    return parts.flatMap(\.blocks).compactMap { $0.picture(for: target, words.months) }.filter {
      seen.insert($0).inserted
    }
  }
}

extension Document.Block {
  /// The picture of a block in a file of this kind; what is text on a page is a picture on a slide.
  func picture(for target: PandocWriter.Target, _ months: [String]) -> Picture? {
    switch self {
    case .figure, .timeline: drawing(months).map(Picture.init)
    case .cross, .tree: target == .pptx ? drawing(months).map(Picture.init) : nil
    case .heading, .paragraph, .boxed, .list, .ticks, .table, .cards, .quotes, .calendar: nil
    }
  }
}
