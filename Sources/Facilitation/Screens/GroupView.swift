package import Text
package import Workshop

/// Groups, and answers that say nearly the same.
package struct GroupView {
  package let session: Session
  package let localization: Localization
  package let columns: Int

  package init(session: Session, localization: Localization, columns: Int) {
    (self.session, self.localization, self.columns) = (session, localization, columns)
  }

  private var language: Language { localization.language }

  /// A line per group.
  package var groups: [StyledText] {
    guard !session.groups.now.isEmpty else { return [StyledText(language.sentence("groups.none"))] }
    return [StyledText(language.sentence("groups.title"), .bold)]
      + session.groups.now.enumerated().flatMap { place, people in
        StyledText(people.map(named).joined(separator: ", "))
          .hanging(StyledText("  \(name(place))  ", .bold), columns: columns)
      }
  }

  /// What a group is called.
  package func name(_ place: Int) -> String {
    language.sentence("groups.name", ["number": String(place + 1)])
  }

  private func named(_ initials: String) -> String {
    let name = session.firstName(of: initials)
    return name == initials ? initials : "\(initials) \(name)"
  }

  /// Answers that say nearly the same, side by side.
  package func similar(at question: QuestionID) -> [StyledText] {
    let pairs = session.similar(at: question)
    guard let pair = pairs.first else { return [StyledText(language.sentence("groups.nothing-similar"))] }
    let width = max((columns - 5) / 2, 16)
    let rows = pairs.flatMap { left, right in
      beside(text(left).wrapped(to: width, indent: 4), text(right).wrapped(to: width, indent: 4), width)
    }
    return [StyledText(language.sentence("groups.similar"), .bold)] + rows
      + [StyledText(language.sentence("groups.join", ["first": name(of: pair.0), "second": name(of: pair.1)]))]
  }

  private func name(of answer: Answer) -> String {
    session.name(onScreen: answer.id)
  }

  private func text(_ answer: Answer) -> StyledText {
    let origin = answer.handedIn.map { "  " + language.sentence("screen.speaker", ["name": $0]) } ?? ""
    return StyledText(name(of: answer) + "  ", .bold)
      + StyledText(session.shownShort(answer, in: localization) + origin)
  }

  private func beside(_ left: [StyledText], _ right: [StyledText], _ width: Int) -> [StyledText] {
    (0..<max(left.count, right.count)).map { place in
      let first = left.indices.contains(place) ? left[place] : ""
      let second = right.indices.contains(place) ? right[place] : ""
      let sign = place == 0 ? " ≈ " : "   "
      return "  " + first + StyledText(String(repeating: " ", count: max(width - first.width, 0)) + sign) + second
    }
  }
}
