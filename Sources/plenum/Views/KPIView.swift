import LineEditor
import Workshop

/// The KPI catalogue on the screen: name, kind, unit and formula, what fits the purpose first.
struct KPIView {
  let session: Session
  let wording: Wording
  let columns: Int

  private var language: Language { wording.language }

  /// The most that are shown at once.
  static let most = 12

  /// The measures that fit some words.
  func lines(_ words: String) -> [StyledText] {
    let found = session.kpis(matching: words, in: wording)
    guard !found.isEmpty else { return [StyledText(language.sentence("look.kpis-none"))] }
    let more = found.count - KPIView.most
    return [StyledText(language.sentence("look.kpis"), .bold)] + found.prefix(KPIView.most).flatMap(entry)
      + (more > 0 ? [StyledText("  " + language.sentence("look.kpis-more", count: more))] : [])
  }

  /// The measure in full, in two rows.
  func entry(_ kpi: KPI) -> [StyledText] {
    let texts = wording.texts
    let words = texts.kpis[kpi.id] ?? KPITexts(name: kpi.id.rawValue, formula: "")
    let lists = [("kpi-unit", kpi.unit), ("kpi-better", OptionID(kpi.better.rawValue)), ("kpi-level", kpi.level)]
    var facts = [kind(kpi)] + lists.map { texts.lists[ListID($0.0)]?[$0.1] ?? $0.1.rawValue }
    let sources = kpi.sources.map { texts.lists["kpi-source"]?[$0] ?? $0.rawValue }
    facts.append(sources.joined(separator: ", "))
    if kpi.isStarter(for: session.chosenPurposes) { facts.insert("★ " + language.sentence("look.kpi-starter"), at: 0) }
    if kpi.isWeak { facts.insert(language.sentence("look.kpi-weak"), at: 0) }
    let head = StyledText("  ") + StyledText(words.name, .bold) + StyledText(" – \(words.formula)")
    return head.wrapped(to: columns, indent: 4)
      + StyledText("    " + facts.joined(separator: " · ")).wrapped(to: columns, indent: 4)
  }

  private func kind(_ kpi: KPI) -> String {
    session.method.roles.kpi.flatMap { wording.texts.questions[$0]?.options[kpi.kind] } ?? kpi.kind.rawValue
  }
}
