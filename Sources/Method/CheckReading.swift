import MethodTree
import Workshop

/// Reads the checks of a method, rules of a few kinds, and the chain of what serves what.
struct CheckReading {
  let names: KnownNames
  let problems: Problems

  static let keys = ["check", "severity", "rules"]
  static let chainKeys = ["link", "shows"]

  private var file: String { names.file }

  func checks(_ fields: Fields) throws(MethodError) -> [Check] {
    var checks: [Check] = []
    for tree in try fields.list("checks") {
      let check = try problems.attempt { () throws(MethodError) in try self.check(tree, besides: checks.map(\.id)) }
      if let check { checks.append(check) }
    }
    return checks
  }

  private func check(_ tree: Tree, besides others: [CheckID]) throws(MethodError) -> Check {
    let fields = try Fields(open: tree, file: file)
    try problems.check(fields, keys: CheckReading.keys)
    let id = CheckID(try fields.text("check"))
    guard !others.contains(id) else {
      throw MethodError(file: file, line: tree.line, fault: .duplicate(id.rawValue))
    }
    let severity = try problems.attempt { () throws(MethodError) in
      try names.severities(try fields.needed("severity"))
    }
    var rules: [Rule] = []
    for tree in try fields.needed("rules").list(in: file) {
      let rule = try problems.part { () throws(MethodError) in
        try RuleReading(tree, names: names, problems: problems).rule(of: id, severity ?? (.warning, [:]))
      }
      if let rule {
        rules.append(rule)
      } else {
        // The sentence of a rule that cannot be read is no sentence that nothing says.
        let message = try? Fields(open: tree, file: file).optionalText("message")
        problems.lost.insert(message ?? id.rawValue)
      }
    }
    return Check(id: id, rules: rules)
  }

  func chain(_ fields: Fields) throws(MethodError) -> [ChainLink] {
    var chain: [ChainLink] = []
    for tree in try fields.list("chain") {
      if let link = try problems.attempt({ () throws(MethodError) in try self.link(tree) }) { chain.append(link) }
    }
    return chain
  }

  private func link(_ tree: Tree) throws(MethodError) -> ChainLink {
    let link = try Fields(tree, file: file, keys: CheckReading.chainKeys)
    let (question, through) = try reference(try link.needed("link"))
    var shows: [ColumnID] = []
    for tree in try link.list("shows") { shows.append(try names.column(tree, of: question)) }
    return ChainLink(question: question, through: through, shows: shows)
  }

  /// A column that refers to answers.
  private func reference(_ tree: Tree) throws(MethodError) -> (QuestionID, ColumnID) {
    let path = try names.path(tree)
    let known = names.method.question(path.question)?.columns.filter { column in
      switch column.type {
      case .reference, .references: true
      case _: false
      }
    }
    guard let through = path.column, known?.contains(where: { $0.id == through }) == true else {
      let paths = known?.map { "\(path.question).\($0.id)" } ?? []
      throw names.unknown(tree.shown, known: paths, line: tree.line)
    }
    return (path.question, through)
  }
}
