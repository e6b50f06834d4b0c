/// The question in which a room plans its iterations, and the places of the columns that say what one is about.
struct IterationPlan {
  var question: Question
  var kind: Int?
  var focus: Int?
  var aim: Int?
  var begins: Int?
}

extension Method {
  /// The plan of the iterations, where the method has one: the question whose answers the role `iteration` refers to. Its
  /// columns are known by their names: `focus`, `goal` or `aim`, `start`; that of the kind is named by the role.
  var iterationPlan: IterationPlan? {
    guard let path = roles.iteration, case .reference(let series)? = question(path.question)?.columns.first?.type,
      let plan = series.lazy.compactMap(self.question(ofSeries:)).compactMap(self.question).first
    else { return nil }
    func place(_ names: ColumnID?...) -> Int? { plan.columns.firstIndex { names.contains($0.id) } }
    return IterationPlan(
      question: plan, kind: path.column.flatMap { place($0) }, focus: place("focus"), aim: place("goal", "aim"),
      begins: place("start"))
  }

  /// The kinds of iteration there are: the options of the role's column, else the usual three.
  public var iterationKinds: [OptionID] {
    if let options = iterationKindOptions { return self.options(of: options) }
    return [Iteration.foundationKind, Iteration.focusKind, Iteration.cooperationKind]
  }

  private var iterationKindOptions: Options? {
    switch roles.iteration.flatMap(column(at:))?.type {
    case .choice(let options)?: options
    case _: nil
    }
  }

  /// What a kind of iteration is called.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - localization: The words of the room: the method's own where it names the kinds.
  /// - Returns: The label.
  public func label(ofIterationKind kind: OptionID, in localization: Localization) -> String {
    if let options = iterationKindOptions {
      let question = iterationPlan?.question.id ?? roles.iteration?.question ?? ""
      return localization.texts.label(of: kind, from: options, in: question)
    }
    return switch kind {
    case Iteration.foundationKind: localization.language.sentence("iterations.foundation")
    case Iteration.focusKind: localization.language.sentence("iterations.focus")
    case Iteration.cooperationKind: localization.language.sentence("iterations.cooperation")
    case _: kind.rawValue
    }
  }
}

extension Session {
  /// The kind of the present iteration as somebody chose it; nil where nobody did.
  var chosenIterationKind: OptionID? {
    method.roles.iteration.flatMap { values(at: $0).first }.map { OptionID($0) }
  }

  /// What the plan says comes next: the row behind that of the present iteration that no iteration has had.
  var plannedNext: Answer? {
    guard let plan = method.iterationPlan else { return nil }
    let rows = answers(to: plan.question.id)
    let had = Set((1...iterations.number).compactMap { iteration($0)?.plan })
    let last = presentIteration.plan.flatMap { handle in rows.firstIndex { $0.handle == handle } }
    // Where nobody said which row the first iteration is, it is the first one.
    return rows.dropFirst((last ?? 0) + 1).first { !had.contains($0.handle) }
  }

  /// An iteration as a row of the plan says it.
  func iteration(plannedBy answer: Answer) -> Iteration? {
    guard let plan = method.iterationPlan, answer.id.question == plan.question.id else { return nil }
    return Iteration(
      kind: OptionID(plan.kind.map(answer.cell(at:)) ?? ""), focus: plan.focus.map(answer.cell(at:)) ?? "",
      aim: plan.aim.map(answer.cell(at:)) ?? "", plan: answer.handle)
  }

  /// The row of the plan for an iteration that it lacks.
  func planRow(for iteration: Iteration) -> Answer? {
    guard let plan = method.iterationPlan, plan.question.isAsked(in: run) else { return nil }
    var cells = plan.question.columns.map { _ in "" }
    if let place = plan.kind { cells[place] = iteration.kind.rawValue }
    if let place = plan.focus { cells[place] = iteration.focus }
    if let place = plan.aim { cells[place] = iteration.aim }
    if let place = plan.begins { cells[place] = iteration.begins?.description ?? "" }
    return fresh(question: plan.question, cells: cells)
  }
}
