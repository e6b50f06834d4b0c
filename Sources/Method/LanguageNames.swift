public import Workshop

// Languages by what people call them: the code, the name in English, or the language's own.
extension Library {
  /// The language that is meant, among those of a method or of the program.
  ///
  /// - Parameters:
  ///   - typed: A code (`nb`), a name in English (`Norwegian`), its own name (`norsk`), or the beginning of one.
  ///   - known: The languages to choose among.
  /// - Returns: Its code; nil when none is meant, or several.
  public static func language(called typed: String, among known: [LanguageCode]) -> LanguageCode? {
    let wanted = typed.trimmed.lowercased()
    if let code = known.first(where: { $0.rawValue.lowercased() == wanted }) { return code }
    // Norwegian by its older code, and nynorsk as the nearest there is.
    if ["no", "nn"].contains(wanted), known.contains("nb") { return "nb" }
    guard wanted.count > 2 else { return nil }
    let named = known.map { code in (code: code, names: (try? language(code)).map(names) ?? []) }
    for fits in [{ $0 == wanted }, { $0.hasPrefix(wanted) }] as [(String) -> Bool] {
      let fitting = named.filter { $0.names.contains(where: fits) }
      if let only = fitting.first, fitting.count == 1 { return only.code }
    }
    return nil
  }

  private static func names(of language: Language) -> [String] {
    [language.name.lowercased()]
      + language.sentence("start.language-names").split(separator: ",").map { $0.trimmed.lowercased() }
  }
}
