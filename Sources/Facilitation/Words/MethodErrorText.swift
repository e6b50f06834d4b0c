package import Method
package import Workshop

/// The words for what is wrong in a file of a method: the file, the line, what was expected and what stands there.
package struct MethodErrorText {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// The sentence for a mistake.
  package func sentence(_ error: MethodError) -> String {
    language.sentence(
      "method.error", ["file": error.file, "line": String(error.line), "message": message(error.fault)])
  }

  private func message(_ fault: MethodError.Fault) -> String {
    switch fault {
    case .unreadable: language.sentence("method.unreadable")
    case .tooLarge(let bytes, let limit):
      language.sentence("method.too-large", ["bytes": String(bytes), "limit": String(limit)])
    case .tooManyNodes(let limit): language.sentence("method.too-many-nodes", ["limit": String(limit)])
    case .notUTF8: language.sentence("method.not-utf8")
    case .notYAML(let problem): language.sentence("method.not-yaml", ["problem": problem])
    case .empty: language.sentence("method.empty")
    case .anchor: language.sentence("method.anchor")
    case .keyIsNoText: language.sentence("method.key-is-no-text")
    case .expected(let form, let found):
      language.sentence("method.expected", ["form": self.form(form), "found": found])
    case .missing(let key): language.sentence("method.missing", ["key": key])
    case .unknownKey(let key, let nearest):
      nearest.isEmpty
        ? language.sentence("method.unknown-key", ["key": key])
        : language.sentence("method.unknown-key-near", ["key": key, "nearest": nearest.joined(separator: ", ")])
    case .unknownWord(let word, let known):
      language.sentence("method.unknown-word", ["word": word, "known": known.joined(separator: ", ")])
    case .duplicate(let name): language.sentence("method.duplicate", ["name": name])
    case .unknownName(let name): language.sentence("method.unknown-name", ["name": name])
    case .senseless(let why): senseless(why)
    case .missingWords(let key): language.sentence("method.missing-words", ["key": key])
    case .unsuitedColumn(let name, let form, let known):
      known.isEmpty
        ? language.sentence("method.expected", ["form": column(form), "found": name])
        : language.sentence(
          "method.unsuited-column",
          ["form": column(form), "found": name, "known": known.joined(separator: ", ")])
    case .labelBegins(let label, let other):
      language.sentence("method.label-begins", ["label": label, "other": other])
    case .refusedExample(let example): refused(example)
    case .unspokenLanguage(let code, let known):
      language.sentence("method.unspoken-language", ["language": code, "known": known.joined(separator: ", ")])
    case .crowdedRun(let run, let minutes, let limit):
      language.sentence("method.crowded-run", ["run": run, "minutes": String(minutes), "limit": String(limit)])
    case .unknownVariable(let variable, let sentence, let known):
      known.isEmpty
        ? language.sentence("method.no-variables", ["variable": variable, "sentence": sentence])
        : language.sentence(
          "method.unknown-variable",
          ["variable": variable, "sentence": sentence, "known": known.joined(separator: ", ")])
    }
  }

  private func refused(_ example: RefusedExample) -> String {
    let reason = example.room(in: language).map { session, localization in
      RefusalText(session: session, localization: localization).sentence(example.refusal)
    }
    return language.sentence("method.refused-example", ["example": example.line, "reason": reason ?? ""])
  }

  private func column(_ form: ColumnForm) -> String {
    switch form {
    case .number: language.sentence("method.column-number")
    case .day: language.sentence("method.column-day")
    case .duration: language.sentence("method.column-duration")
    case .measure: language.sentence("method.column-measure")
    case .reference: language.sentence("method.column-reference")
    case .frequency: language.sentence("method.column-frequency")
    case .repetition: language.sentence("method.column-repeat")
    case .options: language.sentence("method.column-options")
    case .group: language.sentence("method.column-group")
    }
  }

  private func form(_ form: MethodError.Form) -> String {
    switch form {
    case .text: language.sentence("method.form-text")
    case .list: language.sentence("method.form-list")
    case .map: language.sentence("method.form-map")
    case .number: language.sentence("method.form-number")
    case .range: language.sentence("method.form-range")
    case .columnType: language.sentence("method.form-column-type")
    case .handle: language.sentence("method.form-handle")
    case .truth: language.sentence("method.form-truth")
    }
  }

  private func senseless(_ why: MethodError.Senseless) -> String {
    switch why {
    case .noOptions: language.sentence("method.no-options")
    case .noColumns: language.sentence("method.no-columns")
    case .handlesPerRow: language.sentence("method.handles-per-row")
    case .neverAsked: language.sentence("method.never-asked")
    case .leftBehind: language.sentence("method.left-behind")
    case .conditionWithoutOptions: language.sentence("method.condition-without-options")
    case .longerThanRun: language.sentence("method.longer-than-run")
    case .noTableOfPeople: language.sentence("method.no-table-of-people")
    }
  }
}
