import Workshop

/// What came of a session, before the account of it: what was decided, promised, chosen and parked, what was off the
/// record, and how the time went.
struct TranscriptSummary {
  /// The session after everything.
  let session: Session
  let localization: Localization
  /// When the last of it was written.
  let end: Moment?

  private var language: Language { localization.language }

  /// One part, or none where nothing came of it.
  var parts: [Document.Part] {
    let lines = sideItems(.decision) + sideItems(.task) + sideItems(.parked) + chosen + silence + time
    guard !lines.isEmpty else { return [] }
    return [
      Document.Part(
        id: "summary", title: language.sentence("export.transcript-summary"), state: nil, status: nil,
        blocks: [.list(lines.map { Document.Text($0) }, isNumbered: false)])
    ]
  }

  private func sideItems(_ kind: SideItem.Kind) -> [String] {
    let account = TranscriptEventLines(session: session, localization: localization)
    return session.sideItems(kind).map { sideItem in
      let outcome = sideItem.outcome.map {
        $0.isEmpty ? language.sentence("aside.done") : language.sentence("aside.done-how", ["outcome": $0])
      }
      return account.noted(sideItem) + (outcome.map { " (\($0))" } ?? "")
    }
  }

  /// What the last vote at each question chose.
  private var chosen: [String] {
    session.method.questions.compactMap { question in
      guard let round = session.closedVotes.last(where: { $0.question == question.id }) else { return nil }
      let names = session.chosen(by: round).map { session.name(of: $0, in: localization) }
      guard !names.isEmpty else { return nil }
      return localization.texts.label(of: question.id) + ": "
        + language.sentence("votes.chosen", ["answers": names.joined(separator: ", ")])
    }
  }

  private var silence: [String] {
    guard !session.privacy.offRecordPeriods.isEmpty else { return [] }
    return [language.sentence("hiding.gap", count: session.privacy.offRecordPeriods.reduce(0) { $0 + $1.minutes })]
  }

  private var time: [String] {
    guard let end, session.walk.contains(where: { session.usedSeconds($0, now: end) >= 30 }) else { return [] }
    return [session.verdict(on: end, in: language)]
      + session.stageTimes(on: end, in: localization).map { "\($0.stage): \($0.text)" }
      + [session.breaksText(on: end, in: language)].compactMap(\.self) + session.skippedTexts(in: localization)
  }
}
