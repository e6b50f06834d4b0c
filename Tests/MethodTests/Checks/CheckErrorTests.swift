import Method
import SessionFixtures
import Testing
import Workshop

@Suite("Mistakes in checks, chains, catalogues and conditions, each with its line")
struct CheckErrorTests {
  private static let common = ["severity", "message", "mend", "once", "while"]
  private static let filters = ["where", "except", "rows", "winner-of", "first-of"] + common

  static let operands: [Bad] = [
    Bad(
      "a kind there is not", rule: "{question: a.b.rows}",
      .unknownWord("question", known: Rule.Kind.allCases.map(\.rawValue))),
    Bad("a misspelt kind", rule: "{summ: a.b.rows.n, is: 1}", .unknownKey("summ", nearest: ["sum"])),
    Bad("no kind", rule: "{severity: note}", .unknownWord("{severity}", known: Rule.Kind.allCases.map(\.rawValue))),
    Bad(
      "an operand of another kind", rule: "{gap: a.b.rows, columns: [text], least: 2}",
      .unknownWord("least", known: ["columns", "all"] + filters)),
    Bad(
      "a second kind", rule: "{gap: a.b.rows, columns: [text], few: a.b.rows}",
      .unknownWord("few", known: ["columns", "all"] + filters)),
    Bad(
      "rows where the kind looks at none", rule: "{unanswered: a.b.rows, where: {kind: apple}}",
      .unknownWord("where", known: ["instead"] + common)),
    Bad("an operand that is missing", rule: "{gap: a.b.rows}", .missing(key: "columns")),
    Bad("a limit that is missing", rule: "{ratio: a.b.rows, columns: [n, n]}", .missing(key: "most")),
    Bad("no place", rule: "{unreferenced: a.b.rows, by: []}", .missing(key: "by")),
    Bad(
      "a calendar of nothing",
      rule: "{silent: a.b.rows, column: n, slots: [], through: row, from: day, repeats: text, most: 1}",
      .missing(key: "slots")),
    Bad("none of several", rule: "{sum: a.b.rows.n}", .missing(key: "is, most, least, most-of, least-of, near")),
    Bad(
      "two that exclude each other", rule: "{sum: a.b.rows.n, is: 1, near: a.b.rows.n}",
      .unknownWord("near", known: ["share", "where-of"] + filters)),
    Bad("too few columns", rule: "{same: a.b.rows, columns: [n]}", .expected(.list, found: "[… 1]")),
    Bad("too many columns", rule: "{less: a.b.rows, columns: [n, n, n]}", .expected(.list, found: "[… 3]")),
    Bad("no columns", rule: "{gap: a.b.rows, columns: []}", .expected(.list, found: "[… 0]")),
    Bad(
      "a list where one column belongs", rule: "{phone: a.b.rows, column: [text, n]}",
      .expected(.text, found: "[… 2]")),
    Bad(
      "a number that is none", rule: "{count: a.b.rows, most: many}", .expected(.number, found: "many")),
    Bad(
      "a truth that is none", rule: "{gap: a.b.rows, columns: [text], all: perhaps}",
      .expected(.truth, found: "perhaps")),
    Bad(
      "a number per run where there is one for all", rule: "{few: a.b.rows, column: text, least: {short: 1}}",
      .expected(.text, found: "{short}")),
    Bad(
      "a most of a run there is not", rule: "{count: a.b.rows, most: {half: 1}}",
      .unknownWord("half", known: ["short", "long"])),
    Bad("not all", rule: "{required: a.b.name}", .unknownWord("a.b.name", known: ["all"])),
  ]

  static let names: [Bad] = [
    Bad("a question there is not", rule: "{unanswered: a.b.nme}", .unknownName("a.b.nme")),
    Bad("a column there is not", rule: "{gap: a.b.rows, columns: [txt]}", .unknownWord("txt", known: Bad.columns)),
    Bad(
      "a column where a question belongs", rule: "{gap: a.b.rows.text, columns: [text]}",
      .unknownWord("a.b.rows.text", known: ["a.b.rows"])),
    Bad("a place there is not", rule: "{unreferenced: a.b.rows, by: [a.b.rows.rw]}", .unknownName("a.b.rows.rw")),
    Bad(
      "rows of a grid that are no answers", rule: "{unreferenced: a.b.rows, by: a.b.grid.row}",
      .unknownName("a.b.grid.row")),
    Bad(
      "to mend a column", rule: "{unanswered: a.b.name, mend: a.b.rows.n}",
      .unknownWord("a.b.rows.n", known: ["a.b.rows"])),
    Bad(
      "a limit there is not", rule: "{late: a.b.rows, column: day, than: dy}", .unknownWord("dy", known: Bad.columns)),
    Bad(
      "a limit of what is referred to", rule: "{late: a.b.rows, column: day, than: row.dy}",
      .unknownWord("row.dy", known: Bad.columns.map { "row.\($0)" })),
    Bad(
      "a limit through what refers to nothing", rule: "{late: a.b.rows, column: day, than: text.day}",
      .unknownWord("text.day", known: [])),
    Bad(
      "a column alone where one of the referred is wanted", rule: "{not-in: a.b.rows, column: kind, of: row}",
      .unknownWord("row", known: Bad.columns.map { "row.\($0)" })),
    Bad(
      "an option there is not", rule: "{is: a.b.rows, column: kind, options: [plum]}",
      .unknownWord("plum", known: ["apple", "pear"])),
    Bad(
      "a word for yes", rule: "{is: a.b.rows, column: sure, options: [maybe]}",
      .unknownWord("maybe", known: ["yes", "no"])),
    Bad(
      "an option of a question", rule: "{lacks: a.b.what, option: sel}", .unknownWord("sel", known: ["sell", "serve"])),
    Bad(
      "an option in a filter", rule: "{gap: a.b.rows, columns: [text], where: {kind: plum}}",
      .unknownWord("plum", known: ["apple", "pear"])),
    Bad(
      "a column in a filter", rule: "{gap: a.b.rows, columns: [text], except: {knd: apple}}",
      .unknownWord("knd", known: Bad.columns)),
    Bad(
      "a row of a grid", rule: "{duplicate: a.b.grid, rows: [north, east]}",
      .unknownWord("east", known: ["north", "south"])),
    Bad("a series", rule: "{fewer: a.b.rows, than-voted: a.b.vote, series: COL}", .unknownName("COL")),
    Bad(
      "what fits an option there is not",
      rule: "{unfit: a.b.rows, column: kind, to: a.b.what, fitting: {sel: [apple]}}",
      .unknownWord("sel", known: ["sell", "serve"])),
    Bad(
      "an option that fits", rule: "{unfit: a.b.rows, column: kind, to: a.b.what, fitting: {sell: [plum]}}",
      .unknownWord("plum", known: ["apple", "pear"])),
    Bad("a condition about nothing", rule: "{when: {a.b.nme: sell}}", .unknownName("a.b.nme")),
    Bad(
      "a condition of an option", rule: "{when: {a.b.what: only sel}}", .unknownWord("sel", known: ["sell", "serve"])),
    Bad(
      "a condition there is not", rule: "{unanswered: a.b.name, while: {a.b.rows.n: at-least many}}",
      .unknownWord("at-least many", known: ["not", "only", "at-least 1", "at-most 1", "above 1", "below 1"])),
    Bad("once nothing", rule: "{unanswered: a.b.name, once: a.b.nme}", .unknownName("a.b.nme")),
    Bad(
      "how grave a rule is", rule: "{unanswered: a.b.name, severity: grave}",
      .unknownWord("grave", known: ["error", "warning", "note"])),
    Bad(
      "how grave it is in a run there is not", rule: "{unanswered: a.b.name, severity: {half: note}}",
      .unknownWord("half", known: ["short", "long"])),
  ]

  static let parts: [Bad] = [
    Bad(
      "how grave a check is", part: "checks:\n- {check: c, severity: bad, rules: []}", line: 32,
      .unknownWord("bad", known: ["error", "warning", "note"])),
    Bad("a check without gravity", part: "checks:\n- {check: c, rules: []}", line: 32, .missing(key: "severity")),
    Bad("a check without rules", part: "checks:\n- {check: c, severity: note}", line: 32, .missing(key: "rules")),
    Bad("a check without a name", part: "checks:\n- {severity: note, rules: []}", line: 32, .missing(key: "check")),
    Bad(
      "a check twice", part: Bad.check("{unanswered: a.b.name}") + "\n- {check: c, severity: note, rules: []}",
      line: 36, .duplicate("c")),
    Bad(
      "an unknown key of a check", part: "checks:\n- {check: c, severity: note, rule: []}", line: 32,
      .unknownKey("rule", nearest: ["rules"])),
    Bad("a link there is not", part: "chain:\n- {link: a.b.rows.rw}", line: 32, .unknownName("a.b.rows.rw")),
    Bad(
      "a link that refers to nothing", part: "chain:\n- {link: a.b.rows.text}", line: 32,
      .unknownWord("a.b.rows.text", known: ["a.b.rows.row"])),
    Bad(
      "a link without a column", part: "chain:\n- {link: a.b.rows}", line: 32,
      .unknownWord("a.b.rows", known: ["a.b.rows.row"])),
    Bad(
      "a link that shows what is not there", part: "chain:\n- {link: a.b.rows.row, shows: [txt]}", line: 32,
      .unknownWord("txt", known: Bad.columns)),
    Bad(
      "an unknown key of a link", part: "chain:\n- {link: a.b.rows.row, show: [text]}", line: 32,
      .unknownKey("show", nearest: ["shows"])),
    Bad(
      "a measure twice", part: Bad.kpi("kpi: k, kind: cost, unit: number, better: up, level: output"), line: 33,
      .duplicate("k")),
    Bad(
      "a measure of a kind there is not", part: Bad.kpi("kpi: l, kind: rech, unit: number, better: up, level: output"),
      line: 33, .unknownWord("rech", known: ["reach", "cost"])),
    Bad(
      "a unit there is not", part: Bad.kpi("kpi: l, kind: cost, unit: stones, better: up, level: output"), line: 33,
      .unknownWord("stones", known: ["number"])),
    Bad(
      "a level there is not", part: Bad.kpi("kpi: l, kind: cost, unit: number, better: up, level: high"), line: 33,
      .unknownWord("high", known: ["output"])),
    Bad(
      "a source there is not",
      part: Bad.kpi("kpi: l, kind: cost, unit: number, better: up, level: output, source: [guess]"), line: 33,
      .unknownWord("guess", known: ["native"])),
    Bad(
      "a purpose there is not",
      part: Bad.kpi("kpi: l, kind: cost, unit: number, better: up, level: output, for: [sel]"), line: 33,
      .unknownWord("sel", known: ["sell", "serve"])),
    Bad(
      "a start there is not",
      part: Bad.kpi("kpi: l, kind: cost, unit: number, better: up, level: output, starts: [sel]"), line: 33,
      .unknownWord("sel", known: ["sell", "serve"])),
    Bad(
      "neither up nor down", part: Bad.kpi("kpi: l, kind: cost, unit: number, better: more, level: output"), line: 33,
      .unknownWord("more", known: ["up", "down", "band"])),
    Bad(
      "a measure without a unit", part: Bad.kpi("kpi: l, kind: cost, better: up, level: output"), line: 33,
      .missing(key: "unit")),
    Bad(
      "an unknown key of a measure", part: Bad.kpi("kpi: l, kinds: cost, unit: number, better: up, level: output"),
      line: 33, .unknownKey("kinds", nearest: ["kind"])),
  ]

  static let conditions: [Bad] = [
    Bad(
      "asked when nothing", "      kind: line\n", "      kind: line\n      asked-when: {a.b.nme: x}\n", line: 14,
      .unknownName("a.b.nme")),
    Bad(
      "hidden by a column there is not", "      kind: line\n",
      "      kind: line\n      hidden-when: {a.b.rows.knd: apple}\n", line: 14, .unknownName("a.b.rows.knd")),
    Bad(
      "optional unless nothing", "      kind: line\n",
      "      kind: line\n      optional-unless: {a.b.nme: x}\n", line: 14, .unknownName("a.b.nme")),
    Bad(
      "asked when, in a list", "      kind: line\n", "      kind: line\n      asked-when: [a.b.rows]\n", line: 14,
      .expected(.map, found: "[… 1]")),
    Bad(
      "an iteration twice", "      kind: line\n", "      kind: line\n      iterations: [focus, focus]\n", line: 14,
      .duplicate("focus")),
  ]

  @Test(arguments: operands + names + parts + conditions) func itIsRefused(_ row: Bad) {
    #expect(throws: row.then) { try row.load() }
  }

  static let fine: [Bad] = [
    Bad("a rule", rule: "{gap: a.b.rows, columns: [text], where: {kind: apple}, once: a.b.name}", .empty),
    Bad("the rows of a grid", rule: "{unreferenced: a.b.rows, by: a.b.cross.row}", .empty),
    Bad(
      "a row that is open in a column", rule: "{gap: a.b.rows, columns: [text], where: {sure: [\"yes\", \"\"]}}", .empty
    ),
    Bad("a day that is past", rule: "{gap: a.b.rows, columns: [text], where: {day: past}}", .empty),
    Bad("how grave it is before what it is", rule: "{severity: note, unanswered: a.b.name}", .empty),
    Bad("a kind that is an operand of another", rule: "{sum: a.b.rows.n, is: 1}", .empty),
    Bad("a link", part: "chain:\n- {link: a.b.rows.row, shows: [text]}", line: 0, .empty),
    Bad("a measure", part: Bad.kpi("kpi: l, kind: cost, unit: number, better: band, level: output"), line: 0, .empty),
  ]

  @Test("What is right is read", arguments: fine) func itIsRead(_ row: Bad) throws { try row.load() }
}
