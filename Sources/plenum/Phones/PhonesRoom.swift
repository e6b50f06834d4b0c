import Facilitation
import LineEditor
import PhoneProtocol
import Text
import Workshop

/// The room while it is open to phones, for what happens between two lines: what came is counted, what was seen of the
/// network is said, and the projector is told. It is used from the thread that types.
final class PhonesRoom {
  let link: PhonesLink
  /// The network that it is open on.
  let address: PhoneAddress
  private let editor: LineEditor
  private let place: SessionLocation
  private let process: String
  /// The letters that were waiting when the line was begun, and the votes that were in.
  private var waiting = 0
  private var voted = 0
  private var round: Int?
  /// What is asked at check-in or check-out, and the phones that had said something.
  private var asked: (round: CheckIn.Round, phones: Set<Int>)?
  private var language: Language
  private var note: PhonesNote?
  private var shown = ""
  private var announced: (count: Int, at: Duration)?
  private var isLostSaid = false

  /// What phones were shown last, and what of the letters the program was told.
  var notice: PhoneNotice?
  var version = 0
  var settled: Set<LetterID> = []

  /// A room that has just been opened.
  init(
    _ link: PhonesLink, at address: PhoneAddress, editor: LineEditor, place: SessionLocation, process: String,
    language: Language
  ) {
    (self.link, self.address, self.editor, self.place) = (link, address, editor, place)
    (self.process, self.language) = (process, language)
  }

  /// How the session stands when a line is begun.
  func begin(_ session: Session, _ phones: Phones, _ language: Language) {
    waiting = phones.ideas(in: session).count
    round = session.openVote?.number
    voted = round.map(phones.votes) ?? 0
    asked = phones.asked.map { ($0, Set(phones.checkIns($0, in: session).map(\.letter.phone))) }
    self.language = language
  }

  /// How many have voted by phone; nil where no vote is open.
  var votes: Int? { round.map { voted + link.newVotes(in: $0) } }
  private var ideas: Int { waiting + link.newIdeas }

  /// Where phones find the room, what is in the inbox, and how many have checked in.
  var row: StyledText {
    guard let opened = link.opened, !link.isOver else { return "" }
    let values: KeyValuePairs = ["address": link.site, "code": opened.code, "phones": String(link.here)]
    var row = StyledText(language.sentence("phones.row", values))
    if let asked {
      let title = language.sentence(asked.round == .checkIn ? "moods.check-in" : "moods.check-out")
      let said = asked.phones.union(link.newSpeakers(at: asked.round.rawValue)).count
      row =
        row + " · " + StyledText(language.sentence("phones.said-moods", ["round": title, "said": String(said)]), .bold)
    }
    guard ideas > 0 else { return row }
    return row + " · " + StyledText(language.sentence("phones.new", count: ideas), .bold)
  }

  /// Reads what came, says what was seen, and tells the projector.
  ///
  /// - Returns: Whether the block above the prompt reads otherwise now.
  func look(at now: Duration) -> Bool {
    link.read()
    say()
    tellProjector()
    let reads = "\(row.plainText)\(votes ?? -1)"
    defer { shown = reads }
    if editor.mode == .plain { announce(at: now) }
    return reads != shown && editor.mode == .rich
  }

  /// Where the screen is only added to, what is in the inbox is said now and then.
  private func announce(at now: Duration) {
    guard ideas > announced?.count ?? waiting, now >= (announced?.at ?? .zero) + .seconds(10) else { return }
    announced = (ideas, now)
    editor.show([StyledText(language.sentence("phones.new", count: ideas))])
  }

  private func say() {
    let words = PhonesWords(language: language)
    let signs = link.takeSigns().flatMap { words.lines($0, at: link.opened?.port ?? 8080, on: address) }
    let troubles = link.takeTroubles().compactMap(words.line)
    var lines = signs + troubles
    if link.isOver, !isLostSaid {
      isLostSaid = true
      lines.append(StyledText("! " + language.sentence("phones.lost"), .bold))
    }
    guard !lines.isEmpty else { return }
    let columns = max(editor.windowSize.columns, 20)
    editor.show(lines.flatMap { $0.wrapped(to: columns) })
  }

  private func tellProjector() {
    guard let opened = link.opened, !link.isOver else { return forgetNote() }
    let now = PhonesNote(
      site: link.site, code: opened.code, network: address.network ?? "", known: link.known, round: round ?? 0,
      votes: votes ?? 0, process: process)
    guard now != note else { return }
    note = now
    place.note(now)
  }

  private func forgetNote() {
    guard note != nil else { return }
    note = nil
    place.forgetPhonesNote()
  }

  /// Closes the room to phones.
  ///
  /// - Parameter keeps: Whether what nobody has taken stays in the letterbox.
  func close(keeps: Bool) {
    if keeps { link.leave() } else { link.shut() }
    place.forgetPhonesNote()
  }
}
