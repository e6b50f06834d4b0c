import Method

extension Bad {
  /// A structure with every type of column that a check tells apart; what comes behind it begins on line 31.
  private static let beginning = """
    method: m
    version: "1"
    runs: {short: 10, long: ~}
    roles: {purpose: a.b.what, kpi: a.b.kpis}
    lists:
      fruit: [apple, pear]
      kpi-unit: [number]
      kpi-source: [native]
      kpi-level: [output]
    stages:
    - stage: a
      steps:
      - step: a.b
        questions:
        - {question: a.b.name, kind: line, answers: 1..1, minutes: {short: 1}}
        - {question: a.b.what, kind: single, answers: 1..1, minutes: {short: 1}, options: [sell, serve]}
        - question: a.b.rows
          kind: table
          handles: ROW
          answers: 1..5
          minutes: {short: 1}
          columns: {text: text!, row: ref(ROW), kind: choice(list fruit), sure: yes-no, day: date, n: num}
        - {question: a.b.grid, kind: grid, answers: 1..5, minutes: {short: 1}, rows: [north, south], columns: {text: text!}}
        - {question: a.b.cross, kind: grid, answers: 1..5, minutes: {short: 1}, rows: answers(ROW), columns: {text: text!}}
        - {question: a.b.vote, kind: vote, answers: 1..1, minutes: {short: 1}, among: [ROW], ballot: dots}
        - question: a.b.kpis
          kind: table
          answers: 1..5
          minutes: {short: 1}
          columns: {kpi: kpi!, kind: "choice(reach, cost)"}
    """

  static let columns = ["text", "row", "kind", "sure", "day", "n"]

  /// A part behind the rest.
  init(_ name: String, part: String, line: Int, _ fault: MethodError.Fault) {
    self.init(name, whole: Bad.beginning + "\n" + part, line: line, fault)
  }

  /// A check with one rule, which stands on line 35.
  init(_ name: String, rule: String, _ fault: MethodError.Fault) {
    self.init(name, part: Bad.check(rule), line: 35, fault)
  }

  static func check(_ rule: String) -> String {
    "checks:\n- check: c\n  severity: error\n  rules:\n  - \(rule)"
  }

  static func kpi(_ fields: String) -> String {
    "kpis:\n- {kpi: k, kind: reach, unit: number, better: up, source: [native], level: output, for: [sell]}\n- {\(fields)}"
  }
}
