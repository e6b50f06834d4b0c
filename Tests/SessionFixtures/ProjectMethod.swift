extension MethodFiles {
  /// A small method that plans iterations, with a question of each rule, and one whose method leaves the rule to what is
  /// usual.
  public static let project = MethodFiles(
    name: "project/method.yaml", contents: ["project/method.yaml": structure, "project/en.yaml": words])

  private static let structure = """
    method: project
    version: "1"
    runs: {whole: ~}
    roles: {date: p.day, participants: p.people, iteration: p.now.type, work-items: p.items}
    stages:
    - stage: p
      steps:
      - step: p.start
        questions:
        - {question: p.day, kind: date, answers: 1..1, minutes: {whole: 0}}
        - {question: p.people, kind: table, answers: 0..9, minutes: {whole: 1}, columns: {initials: text!, name: text}}
        - question: p.plan
          kind: table
          handles: IT
          answers: 0..9
          minutes: {whole: 1}
          next-iteration: {shared: "there is one plan"}
          columns: {type: "choice(foundation, focus, cooperation)!", focus: text, start: date, end: date, goal: text}
        - {question: p.now, kind: single, answers: 1..1, minutes: {whole: 1}, options: answers(IT)}
        - question: p.items
          kind: table
          answers: 0..9
          minutes: {whole: 1}
          columns: {iteration: ref(IT)!, item: text!}
      - step: p.content
        questions:
        - {question: p.name, kind: line, answers: 1..1, required: all, minutes: {whole: 1}, next-iteration: shared}
        - {question: p.goals, kind: list, handles: GOAL, answers: 0..9, minutes: {whole: 1}, next-iteration: carried}
        - question: p.measures
          kind: table
          handles: KPI
          answers: 0..9
          minutes: {whole: 1}
          columns: {measure: text!, goal: ref(GOAL), target: num}
        - {question: p.best, kind: vote, answers: 0..2, minutes: {whole: 1}, among: [GOAL], ballot: dots}
        - {question: p.ground, kind: list, answers: 0..9, minutes: {whole: 1}, iterations: [foundation], next-iteration: fresh}
        - {question: p.together, kind: list, answers: 0..9, minutes: {whole: 1}, iterations: [cooperation]}
        - {question: p.learnt, kind: list, answers: 0..9, minutes: {whole: 1}, next-iteration: {fresh: "each has its own"}}
    sections:
    - section: doc.report
      blocks:
      - work-items:
      - changes: [p.goals, p.measures]
      - bullets: p.learnt
    - section: doc.all
      blocks:
      - iterations: [p.goals, p.measures, p.learnt]
    - section: doc.focuses
      blocks:
      - focuses: [p.goals, p.measures]
    """

  private static let words = """
    language: en
    title: A project
    runs: {whole: Whole project}
    stages: {p: Project}
    steps: {p.start: Start, p.content: Content}
    questions:
      p.day: {label: Day, ask: Which day?, help: h}
      p.people: {label: People, ask: Who?, help: h, columns: {initials: Initials, name: Name}}
      p.plan: {label: Plan, ask: Which iterations?, help: h, columns: {type: Type, focus: Focus, start: Start, end: End, goal: Goal}, options: {foundation: foundation, focus: focus, cooperation: cooperation}}
      p.now: {label: Now, ask: Which one now?, help: h}
      p.items: {label: Work items, ask: What is delivered?, help: h, columns: {iteration: Iteration, item: Item}}
      p.name: {label: Name, ask: Which name?, help: h}
      p.goals: {label: Goals, ask: Which goals?, help: h}
      p.measures: {label: Measures, ask: How is it measured?, help: h, columns: {measure: Measure, goal: Goal, target: Target}}
      p.best: {label: Best, ask: Which is best?, help: h, columns: {item: Goal, votes: Dots, comment: Comment}}
      p.ground: {label: Ground, ask: What is the ground?, help: h}
      p.together: {label: Together, ask: What do we do together?, help: h}
      p.learnt: {label: Learnt, ask: What did we learn?, help: h}
    sections: {doc.report: Report, doc.all: All of them, doc.focuses: By function}
    """
}

/// The first iteration of a project, as it is typed.
public let foundation = [
  "/people add KH | Kari Hauge", "/goto p.plan", "foundation | ~ | ~ | ~ | Lay the ground",
  "focus | Webcare | ~ | ~ | Answer",
  "/goto p.now", "IT1", "/goto p.items", "IT1 | Analysis", "IT1 | Plan", "/goto p.name", "Waterlo", "/goto p.goals",
  "Answer fast", "Be found", "/goto p.measures", "Hours | GOAL1 | 8", "/goto p.best", "GOAL1 3", "/goto p.ground",
  "Peat",
  "/goto p.learnt", "It rains", "/iteration done 1 in the cabinet",
]
