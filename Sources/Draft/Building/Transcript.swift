internal import Text
public import Workshop

extension Document {
  /// The readable account of a session: what was said under each question, by whom and when, what was changed, and
  /// what was taken back.
  ///
  /// - Parameters:
  ///   - entries: The entries of the session with their times as they are read, in order.
  ///   - session: The session before the first of them.
  ///   - localization: The language of the account; what was said is not translated.
  public init(transcriptOf entries: [TranscriptEntry], from session: Session, in localization: Localization) {
    var account = TranscriptBuilder(session: session, localization: localization)
    for entry in entries { account.add(entry) }
    let builder = DocumentBuilder(session: account.session, localization: localization)
    self.init(
      id: nil, form: .working,
      title: localization.language.sentence("export.transcript-title", ["title": account.session.title]),
      language: localization.language.code, words: builder.words,
      parts: [Part(id: "cover", title: nil, state: nil, status: nil, blocks: builder.record(.progress))]
        + TranscriptSummary(session: account.session, localization: localization, end: entries.last?.at).parts
        + account.parts,
      changes: [:])
  }
}

/// One entry of a session's journal, for its transcript.
public struct TranscriptEntry: Sendable {
  /// Its name.
  public var id: EntryID
  /// When it was written.
  public var at: Moment
  /// When it was written, as it is read: the day, and the time of the day.
  public var time: String
  /// What happened.
  public var events: [Event]

  /// An entry.
  public init(id: EntryID, at moment: Moment, time: String, events: [Event]) {
    self.id = id
    at = moment
    self.time = time
    self.events = events
  }
}
