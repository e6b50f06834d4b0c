extension MethodFiles {
  /// A small method about bets of a product: conditions, limits in figures, weeks, and blocks that say more.
  public static let bets = MethodFiles(
    name: "bets/method.yaml", contents: ["bets/method.yaml": structure, "bets/en.yaml": words])

  private static let structure = """
    method: bets
    version: "1"
    runs: {day: 60}
    roles: {participants: who.people}
    stages:
    - stage: who
      steps:
      - step: who
        questions:
        - {question: who.people, kind: table, answers: 1..9, minutes: {day: 1}, columns: {initials: text!, name: text}}
    - stage: bets
      steps:
      - step: bets
        questions:
        - {question: bets.state, kind: single, answers: 1..1, minutes: {day: 1}, options: [idea, pilot, live]}
        - {question: bets.budget, kind: number, number: money, answers: 1..1, minutes: {day: 1}}
        - question: bets.table
          kind: table
          handles: BET
          answers: 1..9
          minutes: {day: 5}
          columns: {bet: text!, owner: person, hours: num, impact: scale(1-5), effort: duration, growth: pct(500)}
        - question: bets.pilots
          kind: list
          answers: 1..9
          minutes: {day: 1}
          asked-when-all: {bets.state: not idea, bets.budget: above 10000}
        - {question: bets.quote, kind: list, answers: 0..3, minutes: {day: 1}, asked-when: {bets.table: answered}}
    - stage: scale
      asked-when: {bets.state: [live, pilot]}
      steps:
      - step: scale
        hidden-when: {bets.budget: below 100}
        questions:
        - {question: scale.markets, kind: list, answers: 1..9, minutes: {day: 1}}
        - {question: scale.team, kind: list, answers: 1..9, minutes: {day: 1}, asked-when: {bets.state: only live}}
    checks:
    - {check: too-much, severity: error, rules: [{sum: bets.table.hours, most: 100}]}
    - {check: too-little, severity: note, rules: [{sum: bets.table.hours, least: 10}]}
    - {check: owner-busy, severity: warning, rules: [{sum-per: bets.table.hours, key: owner, most: 80}]}
    - {check: owner-idle, severity: note, rules: [{sum-per: bets.table.hours, key: owner, least: 5}]}
    sections:
    - section: doc.bets
      blocks:
      - {bullets: bets.table, sentence: bet, sorted-by: -impact, title: best}
      - {table: bets.table, columns: [bet, effort], sorted-by: effort, handles: false, title: quickest}
      - {quotes: bets.quote, unless: {bets.state: idea}}
    """

  private static let words = """
    language: en
    title: Bets
    runs: {day: A day}
    stages: {who: Who, bets: Bets, scale: Growing}
    steps: {who: Who, bets: Bets, scale: Growing}
    questions:
      who.people: {label: People, ask: Who is here?, help: h, examples: [AB | Anna, OL | Ole], columns: {initials: Initials, name: Name}}
      bets.state: {label: State, ask: How far are we?, help: h, examples: [live], options: {idea: an idea, pilot: on trial, live: live}}
      bets.budget: {label: Budget, ask: How much is there?, help: h, examples: ["20,000"]}
      bets.table:
        label: Bets
        ask: What do we bet on?
        help: h
        examples: ["Slots | AB | 40 | 3 | 6 weeks | 160"]
        columns: {bet: Bet, owner: Owner, hours: Hours, impact: Impact, effort: Effort, growth: Growth}
      bets.pilots: {label: Pilots, ask: Which pilots?, help: h, examples: [One shop]}
      bets.quote: {label: Voices, ask: What do people say?, help: h, examples: [It works]}
      scale.markets: {label: Markets, ask: Where next?, help: h, examples: [Sweden]}
      scale.team: {label: Team, ask: Who is missing?, help: h, examples: [A driver]}
    checks:
      too-much: "{sum} hours are more than {total}: {difference} too many."
      too-little: "{sum} hours are less than {total}."
      owner-busy: "“{value}”: {sum} hours are too many."
      owner-idle: "“{value}”: {sum} hours are few."
    sections: {doc.bets: Our bets}
    sentences: {bet: "{bet} ({impact})", best: What matters most, quickest: What is done first}
    """
}
