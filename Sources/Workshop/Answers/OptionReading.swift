extension CellParser {
  /// The option that is meant by a label, an id or a number, or by an unambiguous beginning of a label or an id.
  ///
  /// Labels go before ids, since the room reads labels: an id that happens to begin alike makes nothing ambiguous.
  func option(
    _ text: String, from options: Options, of question: QuestionID, in session: Session
  ) throws(CellFault) -> OptionID {
    if let exact = exactOption(text, from: options, of: question, in: session) { return exact }
    let offered = session.offered(options, in: localization)
    let labels = offered.map { localization.texts.label(of: $0, from: options, in: question) }
    let typed = text.lowercased()
    let labelled = zip(offered, labels).filter { $1.begins(with: typed) }.map(\.0)
    var fitting = labelled.isEmpty ? offered.filter { $0.rawValue.begins(with: typed) } : labelled
    // `every week` is weekly.
    let frequencies = localization.language.frequencies
    if fitting.isEmpty, let often = frequencies.frequency(from: text) {
      fitting = zip(offered, labels).filter { frequencies.frequency(from: $1) == often }.map(\.0)
    }
    if let only = fitting.first, fitting.count == 1 { return only }
    guard fitting.isEmpty else { throw .ambiguousOption(fitting, options) }
    let near = Workshop.nearest(to: text, among: labels)
    throw .notAnOption(options, nearest: zip(offered, labels).filter { near.contains($1) }.map(\.0))
  }

  /// The option of that label, id or number, or of a word that the method has for it besides.
  func exactOption(
    _ text: String, from options: Options, of question: QuestionID, in session: Session
  ) -> OptionID? {
    let offered = session.offered(options, in: localization)
    let typed = text.lowercased()
    if let labelled = offered.first(where: {
      localization.texts.label(of: $0, from: options, in: question).lowercased() == typed
    }) {
      return labelled
    }
    if let named = offered.first(where: { $0.rawValue.lowercased() == typed }) { return named }
    if let number = Int(digits: text) { return offered.indices.contains(number - 1) ? offered[number - 1] : nil }
    guard case .list(let list) = options else { return nil }
    return session.method.option(of: list, alsoCalled: typed)
  }
}

extension Method {
  /// The options of a column, in the order in which they are offered.
  public func options(of options: Options) -> [OptionID] {
    switch options {
    case .own(let own): own
    case .list(let list): self.options(of: list)
    }
  }
}

extension Session {
  /// The options of a column in the order in which a room of that language is offered them; their numbers are typed.
  public func offered(_ options: Options, in localization: Localization) -> [OptionID] {
    let all = method.options(of: options)
    guard case .list(let list) = options, let first = localization.texts.orders[list] else { return all }
    return first + all.filter { !first.contains($0) }
  }
}
