import Workshop

/// What blocks of one kind take beside what they are about: the reader, the schema and the article's table say the same.
struct BlockOperands {
  /// What a block cannot do without.
  let needed: [String]
  /// What it may have besides.
  let optional: [String]

  /// What every block may have.
  static let common = ["heading", "title", "unless"]

  /// All of them.
  var all: [String] { needed + optional + BlockOperands.common }

  private init(_ optional: [String] = [], needed: [String] = []) {
    (self.needed, self.optional) = (needed, optional)
  }

  /// What a kind takes.
  static func of(_ kind: String) -> BlockOperands {
    if let figure = Section.Figure.Kind(rawValue: kind) {
      return BlockOperands(figure == .flower ? ["heart"] : [], needed: ["by"])
    }
    switch kind {
    case "sentence": return BlockOperands(["of", "boxed"])
    case "bullets": return BlockOperands(["sentence", "numbered", "sorted-by", "voted", "most"])
    case "table":
      return BlockOperands(["columns", "grouped-by", "sorted-by", "sums", "handles", "voted", "most"])
    case "cross": return BlockOperands(["voted", "most"])
    case "cards", "chain": return BlockOperands(["with"])
    case "quotes": return BlockOperands(["column"])
    case "sums": return BlockOperands(["within"])
    case "timeline": return BlockOperands(["next"])
    case _: return BlockOperands()
    }
  }
}
