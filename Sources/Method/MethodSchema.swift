import Workshop

extension Library {
  /// The schema that the structure of a method follows (JSON Schema, draft 2020-12): what `plenum method schema` prints,
  /// so that an editor completes keys and marks those that there are not. It is made of what the reader reads by.
  public static var schema: String { MethodSchema.whole.text + "\n" }
}

/// A schema, or a part of one. Its texts are the program's own: none of them needs an escape.
indirect enum MethodSchema {
  case text(String)
  case truth(Bool)
  case list([MethodSchema])
  case map([(String, MethodSchema)])

  /// The schema as JSON.
  var text: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .truth(let truth): String(truth)
    case .list(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
    case .map(let members): "{" + members.map { "\"\($0)\": \($1.text)" }.joined(separator: ", ") + "}"
    }
  }
}

extension MethodSchema {
  private static let anything = MethodSchema.truth(true)
  private static let word = type("string")
  private static let number = type("integer")

  private static func type(_ names: String...) -> MethodSchema {
    .map([("type", names.count == 1 ? .text(names[0]) : .list(names.map { .text($0) }))])
  }

  private static func one(of words: [String]) -> MethodSchema { .map([("enum", .list(words.map { .text($0) }))]) }

  private static func list(of element: MethodSchema) -> MethodSchema {
    .map([("type", .text("array")), ("items", element)])
  }

  private static func anyMap(of value: MethodSchema) -> MethodSchema {
    .map([("type", .text("object")), ("additionalProperties", value)])
  }

  private static func any(of schemas: [MethodSchema]) -> MethodSchema { .map([("anyOf", .list(schemas))]) }

  private static func part(_ name: String) -> MethodSchema { .map([("$ref", .text("#/$defs/\(name)"))]) }

  /// A map of these keys and no others.
  private static func keys(
    _ keys: [String], needed: [String] = [], _ values: [String: MethodSchema] = [:],
    oneOf groups: [[String]] = []
  ) -> MethodSchema {
    var members: [(String, MethodSchema)] = [
      ("type", .text("object")), ("additionalProperties", .truth(false)),
      ("properties", .map(keys.map { ($0, values[$0] ?? anything) })),
    ]
    if !needed.isEmpty { members.append(("required", .list(needed.map { .text($0) }))) }
    if !groups.isEmpty {
      let chosen = groups.map { group in
        MethodSchema.map([("oneOf", .list(group.map { .map([("required", .list([.text($0)]))]) }))])
      }
      members.append(("allOf", .list(chosen)))
    }
    return .map(members)
  }

  /// The structure of a method.
  static var whole: MethodSchema {
    guard case .map(let members) = root else { return root }
    return .map(
      [
        ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        ("title", .text("The structure of a Plenum method")),
      ] + members + [
        (
          "$defs",
          .map([
            ("question", question), ("section", section), ("block", block), ("check", check), ("rule", rule),
          ])
        )
      ])
  }

  private static var root: MethodSchema {
    let step = keys(
      MethodReading.stepKeys, needed: ["step"], ["questions": list(of: part("question"))])
    let stage = keys(
      MethodReading.stageKeys, needed: ["stage"], ["core": type("boolean"), "steps": list(of: step)])
    let document = keys(
      SectionReading.documentKeys, needed: ["document"],
      ["form": one(of: DraftDocument.Form.allCases.map(\.rawValue))])
    return keys(
      MethodReading.keys, needed: ["method", "version", "runs", "stages"],
      [
        "method": word, "runs": anyMap(of: type("integer", "null")),
        "roles": keys(MethodReading.roleKeys), "lists": anyMap(of: list(of: word)), "stages": list(of: stage),
        "sections": list(of: part("section")), "documents": list(of: document),
        "checks": list(of: part("check")), "chain": list(of: keys(CheckReading.chainKeys, needed: ["link"])),
        "measuring": keys(
          MeasuringReading.keys, needed: ["of", "columns"],
          ["columns": keys(MeasuringReading.columns, needed: ["from", "to", "by"])]),
      ])
  }

  private static var question: MethodSchema {
    keys(
      QuestionReading.keys, needed: ["question", "kind", "answers", "minutes"],
      [
        "question": word, "kind": one(of: QuestionReading.kinds), "minutes": anyMap(of: number),
        "answers": .map([("type", .text("string")), ("pattern", .text("^[0-9]+[.][.][0-9]+$"))]),
        "per-row": number, "limit": number, "most": anyMap(of: number),
      ])
  }

  private static var section: MethodSchema {
    let blocks = list(of: part("block"))
    return keys(SectionReading.keys, needed: ["section"], ["blocks": blocks, "notes": blocks, "brief": blocks])
  }

  private static var block: MethodSchema {
    any(
      of: BlockReading.contents.map { kind in
        let operands = BlockOperands.of(kind)
        return keys([kind] + operands.all, needed: [kind] + operands.needed)
      })
  }

  private static var severity: MethodSchema {
    let words = one(of: Finding.Severity.allCases.map(\.rawValue))
    return any(of: [words, anyMap(of: words)])
  }

  private static var check: MethodSchema {
    keys(CheckReading.keys, needed: CheckReading.keys, ["severity": severity, "rules": list(of: part("rule"))])
  }

  private static var rule: MethodSchema {
    any(
      of: Rule.Kind.allCases.map { kind in
        let operands = RuleOperands.of(kind)
        var values: [String: MethodSchema] = ["severity": severity]
        for name in operands.numbers { values[name] = any(of: [number, anyMap(of: number)]) }
        return keys(
          [kind.rawValue] + operands.all,
          needed: [kind.rawValue] + operands.needed.filter { $0.count == 1 }.map { $0[0] }, values,
          oneOf: operands.needed.filter { $0.count > 1 })
      })
  }
}
