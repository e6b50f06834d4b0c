package import Text
package import Workshop

/// The KPI catalogue on the screen: name, kind, unit and formula, what fits the purpose first.
package struct KPIView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  package init(session: Session, localization: Localization, columns: Int) {
    (self.session, self.localization, self.columns) = (session, localization, columns)
  }

  private var language: Language { localization.language }

  /// The most that are shown at once.
  package static let most = 12

  /// The measures that fit some words.
  package func lines(_ words: String) -> [StyledText] {
    let found = session.kpis(matching: words, in: localization)
    guard !found.isEmpty else { return [StyledText(language.sentence("look.kpis-none"))] }
    let more = found.count - KPIView.most
    return [StyledText(language.sentence("look.kpis"), .bold)] + found.prefix(KPIView.most).flatMap(entry)
      + (more > 0 ? [StyledText("  " + language.sentence("look.kpis-more", count: more))] : [])
  }

  /// The measure in full, in two rows.
  package func entry(_ kpi: KPI) -> [StyledText] {
    let texts = localization.texts
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
    session.method.roles.kpi.flatMap { localization.texts.questions[$0]?.options[kpi.kind] } ?? kpi.kind.rawValue
  }
}
