import Facilitation
import Journal
import Text
import Workshop

/// A method printed: all its words in the order of the walk, or its structure as JSON.
struct MethodReport {
  let method: Workshop.Method
  let localization: Localization

  private var texts: MethodTexts { localization.texts }

  /// Its name, title, size and languages in one line.
  var line: String {
    let runs = method.runs.map { run in
      "\(texts.runs[run.id] ?? run.id.rawValue) (\(method.questions(in: run.id).count))"
    }
    let languages = method.languages.map(\.rawValue).joined(separator: " ")
    return "\(method.name)  \(texts.title)  \(runs.joined(separator: ", "))  \(languages)"
  }

  // MARK: Text

  /// Everything that is read, question by question, for a person to proofread.
  var text: String {
    var lines = [line]
    for stage in method.stages {
      lines += ["", "# " + (texts.stages[stage.id] ?? stage.id.rawValue)]
      for step in stage.steps {
        lines += ["", "## " + (texts.steps[step.id] ?? step.id.rawValue)]
        for question in step.questions { lines += self.lines(question) }
      }
    }
    lines += sentences
    return lines.map { visible($0) + "\n" }.joined()
  }

  private func lines(_ question: Question) -> [String] {
    let words = texts.questions[question.id]
    let minutes = question.timeboxes.map { "\($0.run) \($0.minutes)" }.joined(separator: ", ")
    var lines = ["", "\(texts.label(of: question.id))  [\(question.id); \(kind(question)); \(minutes)]"]
    lines += [words?.ask, words?.help].compactMap(\.self).map { "  " + $0 }
    lines += (words?.examples ?? []).map { "  › " + $0 }
    if let tip = words?.tip { lines.append("  ☞ " + tip) }
    if case .table(let columns) = question.kind { lines += self.columns(columns, of: question) }
    if case .grid(let grid) = question.kind {
      if case .fixed(let rows) = grid.rows {
        lines.append("  ≡ " + rows.map { texts.label(ofRow: $0, in: question.id) }.joined(separator: " · "))
      }
      lines += columns(grid.columns, of: question)
    }
    for column in question.columns { lines += options(of: column, question) }
    let renewal = question.renewal ?? Renewal(method.roles.usualRenewal(of: question))
    lines.append("  ↻ " + [renewal.rule.rawValue, renewal.reason].filter { !$0.isEmpty }.joined(separator: ": "))
    lines += question.presets.compactMap { words?.presets[$0] }.map { "  + " + $0 }
    return lines
  }

  private func columns(_ columns: [Column], of question: Question) -> [String] {
    ["  | " + columns.map { texts.label(of: $0.id, in: question.id) }.joined(separator: " | ")]
  }

  private func options(of column: Column, _ question: Question) -> [String] {
    switch column.type {
    case .choice(let options), .multi(let options):
      let labels = method.options(of: options).map { texts.label(of: $0, from: options, in: question.id) }
      return ["  ○ " + labels.joined(separator: " · ")]
    case _: return []
    }
  }

  private var sentences: [String] {
    let checks = method.checks.flatMap(\.rules).compactMap { rule in
      texts.checks[rule.message].map { "  \(rule.severity.rawValue) \(rule.message): \($0.other)" }
    }
    let kpis = method.kpis.compactMap { kpi in
      texts.kpis[kpi.id].map { "  \($0.name): \($0.formula) [\(kpi.id)]" }
    }
    let sections = method.sections.map { "  " + (texts.sections[$0.id] ?? $0.id.rawValue) }
    return ["", "# \(method.checks.count) checks"] + checks + ["", "# \(kpis.count) KPI"] + kpis
      + ["", "# \(sections.count) sections"] + sections
  }

  private func kind(_ question: Question) -> String {
    switch question.kind {
    case .line: "line"
    case .list: "list"
    case .single: "single"
    case .multi: "multi"
    case .number: "number"
    case .date: "date"
    case .table: "table"
    case .grid: "grid"
    case .vote: "vote"
    }
  }

  // MARK: JSON

  /// Stages, steps and questions with kind, runs and minutes.
  var json: String {
    let runs = method.runs.map { run in
      object([
        ("run", jsonString(run.id.rawValue)), ("title", jsonString(texts.runs[run.id] ?? run.id.rawValue)),
        ("minutes", run.minutes.map { String($0) } ?? "null"),
      ])
    }
    let stages = method.stages.map { stage in
      object([
        ("stage", jsonString(stage.id.rawValue)), ("title", jsonString(texts.stages[stage.id] ?? stage.id.rawValue)),
        ("steps", array(stage.steps.map(self.step))),
      ])
    }
    return object([
      ("method", jsonString(method.name)), ("version", jsonString(method.version)),
      ("title", jsonString(texts.title)), ("languages", array(method.languages.map { jsonString($0.rawValue) })),
      ("runs", array(runs)), ("stages", array(stages)),
    ]) + "\n"
  }

  private func step(_ step: Step) -> String {
    object([
      ("step", jsonString(step.id.rawValue)), ("title", jsonString(texts.steps[step.id] ?? step.id.rawValue)),
      ("questions", array(step.questions.map(self.question))),
    ])
  }

  private func question(_ question: Question) -> String {
    let minutes = question.timeboxes.map { ($0.run.rawValue, String($0.minutes)) }
    return object([
      ("question", jsonString(question.id.rawValue)), ("label", jsonString(texts.label(of: question.id))),
      ("ask", jsonString(texts.questions[question.id]?.ask ?? "")), ("kind", jsonString(kind(question))),
      ("required", array(question.required.map { jsonString($0.rawValue) })), ("minutes", object(minutes)),
      ("least", String(question.count.lowerBound)), ("most", String(question.count.upperBound)),
      ("handles", array(question.handles.series.map(jsonString))),
      ("columns", array(question.columns.map { jsonString($0.id.rawValue) })),
    ])
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { jsonString($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  private func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",\n") + "]"
  }
}
