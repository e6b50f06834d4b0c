/// How a value is made from what columns measure.
struct Recipe: Sendable {
  let goal: String
  let kpis: [String]
  let names: [String]
  let unit: ValueUnit
  /// Whether each row is a thing of its own, a post, a campaign, an answer.
  let isOverItems: Bool
  let formulas: [Formula]

  /// What may be done with a metric that no line of the table makes a goal of.
  init(of metric: String, kind: MetricKind) {
    (goal, kpis, names, isOverItems) = (metric, [], [], kind == .scale || kind == .label)
    let way: Formula.Way
    switch kind {
    case .sum, .change: (way, unit) = (.sum, .count)
    case .people: (way, unit) = (.people, .count)
    case .level: (way, unit) = (.last, .count)
    case .rate: (way, unit) = (.mean, .percent)
    case .mean: (way, unit) = (.mean, .score)
    case .scale: (way, unit) = (.nps, .score)
    case .label: (way, unit) = (.count, .count)
    }
    formulas = [Formula(way, [Formula.Term(metric: metric, isSubtracted: false)])]
  }

  /// A line of the table.
  init?(_ fields: [String]) {
    guard fields.count == 6, let unit = ValueUnit(rawValue: fields[3]) else { return nil }
    goal = fields[0]
    kpis = fields[1].split(separator: ",").map { String($0.drop { $0 == " " }) }
    names = Vocabulary.names(fields[2])
    self.unit = unit
    isOverItems = fields[4] == "items"
    formulas = fields[5].split(separator: ";").compactMap(Formula.init)
  }
}

/// What a value is counted in.
public enum ValueUnit: String, Hashable, Sendable, CaseIterable {
  /// Things or people.
  case count
  /// Hundredths; 5 % is 5.
  case percent
  /// Seconds.
  case seconds
  /// Hours.
  case hours
  /// Money, in the currency of the account.
  case money
  /// A number on a scale.
  case score
}

/// A way to make one number of columns; `Metric` is a name of the vocabulary, or the place of a column.
struct Formula: Sendable, Equatable {
  struct Term: Sendable, Equatable {
    let metric: String
    let isSubtracted: Bool
  }

  enum Way: String, Sendable { case sum, last, people, ratio, mean, average, nps, count }

  let way: Way
  /// What is added up, or measured.
  let terms: [Term]
  /// What is divided by, or weighs.
  let base: [Term]
  /// A word that the label of a row holds.
  let rows: String?

  init(_ way: Way, _ terms: [Term], base: [Term] = [], rows: String? = nil) {
    self.way = way
    self.terms = terms
    self.base = base
    self.rows = rows
  }

  /// Reads `ratio clicks + reactions / impressions`.
  init?(_ text: Substring) {
    var words = text.split(separator: " " as Character).map { String($0) }
    guard let first = words.first, let way = Way(rawValue: first) else { return nil }
    words.removeFirst()
    var rows: String?
    if words.count >= 2, words[words.count - 2] == "rows" {
      rows = words[words.count - 1]
      words.removeLast(2)
    }
    var (parts, isSubtracted): ([[Term]], Bool) = ([[]], false)
    for word in words {
      switch word {
      case "+": isSubtracted = false
      case "-": isSubtracted = true
      case "/", "by":
        parts.append([])
        isSubtracted = false
      case _: parts[parts.count - 1].append(Term(metric: word, isSubtracted: isSubtracted))
      }
    }
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(way, parts[0], base: parts.count > 1 ? parts[1] : [], rows: rows)
  }
}
