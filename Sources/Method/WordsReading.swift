import MethodTree
import Workshop

/// Reads a method's words in one language.
struct WordsReading {
  let file: String
  var problems = Problems(gathers: false)

  private static let keys = [
    "language", "title", "runs", "lists", "stages", "steps", "questions", "sections", "sentences", "documents",
    "kpis", "orders", "checks",
  ]
  private static let questionKeys = [
    "label", "ask", "help", "examples", "tip", "columns", "options", "rows", "presets",
  ]

  func texts(_ tree: Tree) throws(MethodError) -> MethodTexts {
    let fields = try Fields(open: tree, file: file)
    try problems.check(fields, keys: WordsReading.keys)
    var texts = MethodTexts(title: try fields.text("title"))
    texts.runs = dictionary(try fields.texts("runs"))
    texts.stages = dictionary(try fields.texts("stages"))
    texts.steps = dictionary(try fields.texts("steps"))
    texts.sections = dictionary(try fields.texts("sections"))
    texts.sentences = dictionary(try fields.texts("sentences")).mapValues { Template($0) }
    texts.checks = dictionary(try fields.texts("checks")).mapValues { Template($0) }
    if let documents = fields["documents"] {
      for entry in try Fields(open: documents, file: file).all {
        let document = try Fields(entry.value, file: file, keys: ["title", "file"])
        texts.documents[DocumentID(entry.key)] = DocumentTexts(
          title: try document.text("title"), file: try document.text("file"))
      }
    }
    if let lists = fields["lists"] {
      let names = try Fields(open: lists, file: file)
      for entry in names.all { texts.lists[ListID(entry.key)] = dictionary(try names.texts(entry.key)) }
    }
    for entry in try Fields(open: try fields.needed("questions"), file: file).all {
      texts.questions[QuestionID(entry.key)] = try problems.attempt { () throws(MethodError) in
        try question(entry.value)
      }
    }
    if let orders = fields["orders"] {
      for entry in try Fields(open: orders, file: file).all {
        texts.orders[ListID(entry.key)] = try entry.value.names(in: file).map { OptionID($0) }
      }
    }
    if let kpis = fields["kpis"] {
      for entry in try Fields(open: kpis, file: file).all {
        let words = try Fields(entry.value, file: file, keys: ["name", "formula"])
        texts.kpis[KPIID(entry.key)] = KPITexts(name: try words.text("name"), formula: try words.text("formula"))
      }
    }
    return texts
  }

  private func question(_ tree: Tree) throws(MethodError) -> QuestionTexts {
    let fields = try Fields(tree, file: file, keys: WordsReading.questionKeys)
    var texts = QuestionTexts(
      label: try fields.text("label"), ask: try fields.text("ask"), help: try fields.text("help"),
      examples: try fields["examples"]?.texts(in: file) ?? [], tip: try fields.optionalText("tip"))
    texts.columns = dictionary(try fields.texts("columns"))
    texts.options = dictionary(try fields.texts("options"))
    texts.rows = dictionary(try fields.texts("rows"))
    texts.presets = dictionary(try fields.texts("presets"))
    return texts
  }

  private func dictionary<Subject>(_ pairs: [(key: String, text: String)]) -> [ID<Subject>: String] {
    Dictionary(pairs.map { (ID(rawValue: $0.key), $0.text) }) { first, _ in first }
  }
}
