import MethodTree
import Workshop

/// Reads the catalogue of measures. Every word in it is an option that the method has: a kind of the column beside the
/// measure, a unit, a source and a level of the lists of these names, a purpose.
struct KPIReading {
  let names: KnownNames
  let problems: Problems

  private var file: String { names.file }

  private static let keys = ["kpi", "kind", "unit", "better", "source", "level", "for", "starts", "weak"]

  func kpis(_ fields: Fields) throws(MethodError) -> [KPI] {
    var kpis: [KPI] = []
    var known: Set<KPIID> = []
    for tree in try fields.list("kpis") {
      guard let kpi = try problems.attempt({ () throws(MethodError) in try self.kpi(tree) }) else { continue }
      guard known.insert(kpi.id).inserted else {
        try problems.report(MethodError(file: file, line: tree.line, fault: .duplicate(kpi.id.rawValue)))
        continue
      }
      kpis.append(kpi)
    }
    return kpis
  }

  private func kpi(_ tree: Tree) throws(MethodError) -> KPI {
    let fields = try Fields(tree, file: file, keys: KPIReading.keys)
    let direction = try fields.text("better")
    guard let better = KPI.Better(rawValue: direction) else {
      throw names.unknown(
        direction, known: KPI.Better.allCases.map(\.rawValue), line: try fields.needed("better").line)
    }
    let roles = names.method.roles
    let kind = roles.kpi.map { AnswerPath(question: $0, column: "kind") }
    let purpose = roles.purpose.map { AnswerPath(question: $0) }
    return KPI(
      id: KPIID(try fields.text("kpi")), kind: try option(try fields.needed("kind"), at: kind),
      unit: try names.option(try fields.needed("unit"), in: "kpi-unit"), better: better,
      sources: try fields.list("source").map { tree throws(MethodError) in try names.option(tree, in: "kpi-source") },
      level: try names.option(try fields.needed("level"), in: "kpi-level"),
      purposes: try fields.list("for").map { tree throws(MethodError) in try option(tree, at: purpose) },
      starts: try fields.list("starts").map { tree throws(MethodError) in try option(tree, at: purpose) },
      isWeak: try fields.truth("weak", default: false))
  }

  /// An option of a question with a role; any word where the method has no such question.
  private func option(_ tree: Tree, at path: AnswerPath?) throws(MethodError) -> OptionID {
    guard let path else { return OptionID(try tree.text(in: file)) }
    return try names.option(tree, at: path)
  }
}
