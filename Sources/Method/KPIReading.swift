import Workshop

/// Reads the catalogue of measures.
struct KPIReading {
  let file: String

  private static let keys = ["kpi", "kind", "unit", "better", "source", "level", "for", "starts", "weak"]

  func kpis(_ fields: Fields) throws(MethodError) -> [KPI] {
    var kpis: [KPI] = []
    var known: Set<KPIID> = []
    for tree in try fields.list("kpis") {
      let kpi = try self.kpi(tree)
      guard known.insert(kpi.id).inserted else {
        throw MethodError(file: file, line: tree.line, fault: .duplicate(kpi.id.rawValue))
      }
      kpis.append(kpi)
    }
    return kpis
  }

  private func kpi(_ tree: Tree) throws(MethodError) -> KPI {
    let fields = try Fields(tree, file: file, keys: KPIReading.keys)
    let direction = try fields.text("better")
    guard let better = KPI.Better(rawValue: direction) else {
      throw MethodError(
        file: file, line: try fields.needed("better").line,
        fault: .unknownWord(direction, known: KPI.Better.allCases.map(\.rawValue)))
    }
    return KPI(
      id: KPIID(try fields.text("kpi")), kind: OptionID(try fields.text("kind")),
      unit: OptionID(try fields.text("unit")), better: better, sources: try options(fields["source"]),
      level: OptionID(try fields.text("level")), purposes: try options(fields["for"]),
      starts: try options(fields["starts"]), isWeak: try fields.truth("weak", default: false))
  }

  private func options(_ tree: Tree?) throws(MethodError) -> [OptionID] {
    try tree?.names(in: file).map { OptionID($0) } ?? []
  }
}
