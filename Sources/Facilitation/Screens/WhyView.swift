import Draft
package import Text
package import Workshop

/// Where an answer comes from and what hangs on it: the chain from the goal down to days, as a tree.
package struct WhyView {
  package let session: Session
  package let localization: Localization
  package let columns: Int
  /// The day it is where the room is.
  package var today: Day?

  private var language: Language { localization.language }

  /// The tree around an answer.
  package func lines(_ answer: Answer) -> [StyledText] {
    let title = language.sentence("look.why", ["answer": answer.handle.rawValue])
    return [StyledText(title, .bold)] + tree(around: answer) + others(of: answer) + history(of: answer)
  }

  /// In which iteration it arose, and in which it was last confirmed.
  private func history(of answer: Answer) -> [StyledText] {
    guard session.iterations.number > 1 else { return [] }
    let number = session.iteration(of: answer)
    let name = session.iteration(number).map(IterationName(session: session, localization: localization).text) ?? ""
    let confirmed = session.confirmation(of: answer)
    var lines = [language.sentence("iterations.arose", ["number": String(number), "name": name])]
    if confirmed > number { lines.append(language.sentence("iterations.held", ["number": String(confirmed)])) }
    if session.isCarried(answer) { lines.append(language.sentence("iterations.not-yet-held")) }
    return lines.flatMap { StyledText($0).wrapped(to: columns) } + working(answer)
  }

  /// How what is measured stands, and how that is reckoned.
  private func working(_ answer: Answer) -> [StyledText] {
    guard session.measurable.contains(where: { $0.id == answer.id }) else { return [] }
    return [StyledText(language.sentence("measures.title"), .bold)]
      + MeasureText(session: session, localization: localization).working(answer, on: today).flatMap {
        StyledText($0).hanging("  ", columns: columns)
      }
  }

  private func tree(around answer: Answer) -> [StyledText] {
    var line = [answer]
    while let next = line.last.flatMap(session.served(by:)), !line.contains(next), line.count < 12 { line.append(next) }
    let roots = Array(line.reversed())
    var lines: [StyledText] = []
    for (depth, root) in roots.enumerated() {
      lines += entry(root, head: depth == 0 ? "" : String(repeating: "   ", count: depth - 1) + "└─ ", of: answer)
    }
    return lines
      + branches(below: answer, indent: String(repeating: "   ", count: roots.count - 1), depth: 0, of: answer)
  }

  private func branches(below parent: Answer, indent: String, depth: Int, of answer: Answer) -> [StyledText] {
    guard depth < 8 else { return [] }
    let children = session.answers(serving: parent.handle)
    return children.enumerated().flatMap { place, child -> [StyledText] in
      let isLast = place == children.count - 1
      return entry(child, head: indent + (isLast ? "└─ " : "├─ "), of: answer)
        + branches(below: child, indent: indent + (isLast ? "   " : "│  "), depth: depth + 1, of: answer)
    }
  }

  private func entry(_ answer: Answer, head: String, of asked: Answer) -> [StyledText] {
    let facts = facts(answer)
    let text = session.name(of: answer.handle, in: localization) + (facts.isEmpty ? "" : "  " + facts)
    return StyledText(text, answer.id == asked.id ? .bold : .plain).hanging(StyledText(head), columns: columns)
  }

  /// The cells that the chain shows beside an answer; two numbers in a row are from and to.
  private func facts(_ answer: Answer) -> String {
    guard let link = session.method.chain.first(where: { $0.question == answer.id.question }),
      let question = session.method.question(answer.id.question)
    else { return "" }
    var text = ""
    var wasNumber = false
    for id in link.shows {
      guard let place = question.columns.firstIndex(where: { $0.id == id }) else { continue }
      let cell = session.shown(place, of: answer, in: localization)
      guard !cell.isEmpty else { continue }
      let isNumber = if case .number = question.columns[place].type { true } else { false }
      text += text.isEmpty ? cell : (wasNumber ? (isNumber ? " → " : " ") : "  ") + cell
      wasNumber = isNumber
    }
    return text
  }

  /// What it refers to and what refers to it, outside of the chain.
  private func others(of answer: Answer) -> [StyledText] {
    let up = session.answers(referredToBy: answer).filter { $0.id != session.served(by: answer)?.id }
    let below = descendants(of: answer, depth: 0)
    let down = session.answers(referringTo: answer.handle).filter { !below.contains($0.id) }
    var lines: [StyledText] = []
    if !up.isEmpty { lines.append(StyledText(language.sentence("look.why-from", ["answers": names(up)]))) }
    if !down.isEmpty { lines.append(StyledText(language.sentence("look.why-others", ["answers": names(down)]))) }
    if down.isEmpty, below.isEmpty {
      lines.append(StyledText(language.sentence("look.why-nothing", ["answer": answer.handle.rawValue])))
    }
    return lines
  }

  /// Everything that stands below an answer in the tree.
  private func descendants(of answer: Answer, depth: Int) -> Set<AnswerID> {
    guard depth < 8 else { return [] }
    return session.answers(serving: answer.handle).reduce(into: []) { found, child in
      found.insert(child.id)
      found.formUnion(descendants(of: child, depth: depth + 1))
    }
  }

  /// Answers by their handles and texts; those without a handle of their own by their question, once.
  private func names(_ answers: [Answer]) -> String {
    var names: [String] = []
    for answer in answers {
      let name =
        answer.id.series == nil
        ? localization.texts.label(of: answer.id.question) : session.name(of: answer.handle, in: localization)
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: " · ")
  }
}
