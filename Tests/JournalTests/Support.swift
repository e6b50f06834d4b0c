import Synchronization
import Workshop

@testable import Journal

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif

/// Things that several tests need.
enum Sample {
  static let moment = Moment(millisecondsSince1970: 1_770_710_592_010)

  static let header = Header(
    session: "7d0m2k9xq4hvw1ab", method: "social-media-plan", methodVersion: "1", methodDigest: "a1b2c3",
    language: "nb",
    run: "half-day", timeZone: "Europe/Oslo", created: Moment(millisecondsSince1970: 1_770_710_400_000))

  /// One event of every kind, with and without what it may lack.
  static let events: [Event] = [
    .titleGiven("Kringla & Korn"), .titleGiven(""), .languageChosen("nb"), .runChosen("half-day"),
    .people(.speakerChosen("KH")), .people(.speakerChosen(nil)), .questionEntered("situation.internal.offering"),
    .questionSkipped("post.people.needs", reason: "Vi vet det ikke ennå"), .questionSkipped("a", reason: ""),
    .endReached, answer(3, ["Kaffe og lunsj"]),
    .answerGiven(
      Answer(
        id: AnswerID(question: "post.objectives.smart", series: "OBJ", number: 1),
        place: Place(row: "strengths", across: "GOAL1"), cells: ["a", "", "12.5"], speaker: nil)),
    .answerGiven(
      Answer(id: AnswerID(question: "swot", number: 2), place: Place(row: "w"), cells: [], speaker: "æ")),
    .answerRevised(AnswerID(question: "q", series: "OBJ", number: 7), cells: ["ny"], speaker: "OL"),
    .answerRevised(AnswerID(question: "q", number: 7), cells: ["", ""], speaker: nil),
    .answerDeleted(AnswerID(question: "q", number: 1)),
    .answerMoved(AnswerID(question: "q", series: "KPI", number: 1), to: 0),
    .cellsAsked(AnswerID(question: "q", number: 1), ["goal", "deadline"]),
    .cellsAsked(AnswerID(question: "q", number: 1), []),
    .findingAccepted(
      Finding.Key(message: "kpi-off-purpose", subject: "KPI1"), .init(person: "KH", reason: "Styret vil det \"sånn\".")),
    .undone(EntryID(epoch: "k3f9", number: 7)), .redone(EntryID(epoch: "k3f9", number: 7)), .sessionClosed,
    .privacy(.wentOffRecord), .privacy(.cameOnRecord(minutes: 12)),
    .privacy(.answerRedacted(AnswerID(question: "r", series: "RED", number: 1))),
    .privacy(.pseudonymGiven(AnswerID(question: "p", number: 2), name: "P1")),
    .answerGiven(
      Answer(
        id: AnswerID(question: "p", number: 3), cells: ["KH2"],
        origin: Origin(
          session: "s1", title: "Gruppe 1", created: 7, answer: AnswerID(question: "p", series: "P", number: 1),
          initials: "KH"))),
  ]

  static func answer(_ number: Int, _ cells: [String]) -> Event {
    .answerGiven(
      Answer(id: AnswerID(question: "situation.internal.offering", number: number), cells: cells, speaker: "KH"))
  }

  /// A journal of so many entries, and the place behind each of its lines.
  static func journal(entries count: Int) -> (bytes: [UInt8], ends: [Int]) {
    var bytes = header.line(epoch: "k3f9") + [0x0A]
    var ends = [bytes.count]
    for number in 1...count {
      let entry = Entry(
        id: EntryID(epoch: "k3f9", number: number), at: moment, events: [events[number % events.count]])
      bytes += entry.line + [0x0A]
      ends.append(bytes.count)
    }
    return (bytes, ends)
  }
}

/// A folder of its own, removed with everything in it when the test is done.
func withFolder<Value>(_ body: (_ path: String) throws -> Value) throws -> Value {
  var template = Array("/tmp/plenum-journal-XXXXXX".utf8CString)
  guard unsafe mkdtemp(&template) != nil else { throw Fault.noSuchFile }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { removeAll(path) }
  return try body(path)
}

private func removeAll(_ path: String) {
  let storage = Storage.system
  guard let status = try? storage.statusOfPath(path) else { return }
  guard status.kind == .folder else { return _ = try? storage.remove(path) }
  for name in (try? storage.names(path)) ?? [] { removeAll("\(path)/\(name)") }
  unsafe rmdir(path)
}

/// The bytes of a file.
func fileBytes(of path: String) throws -> [UInt8] {
  let file = try Storage.system.open(path, .reading)
  defer { try? Storage.system.close(file) }
  return try Storage.system.readAll(file, most: 1 << 30)
}

/// Makes a file that holds those bytes.
func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
  try? Storage.system.remove(path)
  let file = try Storage.system.open(path, .creating)
  try Storage.system.writeAll(file, Array(bytes))
  try Storage.system.close(file)
}

/// Makes a symbolic link.
func makeSymbolicLink(from path: String, to target: String) throws {
  guard unsafe symlink(target, path) == 0 else { throw Fault.exists }
}

/// Makes a pipe with a name.
func makePipe(_ path: String) throws {
  guard unsafe mkfifo(path, 0o600) == 0 else { throw Fault.exists }
}

/// The permissions of a file, such as 0o600.
func permissions(of path: String) -> UInt32 {
  var status = stat()
  unsafe lstat(path, &status)
  return UInt32(status.st_mode & 0o777)
}

/// Sets the permissions of a file.
func setPermissions(of path: String, _ permissions: mode_t) throws {
  guard unsafe chmod(path, permissions) == 0 else { throw Fault.notPermitted }
}

/// A file of the corpus.
func corpus(_ name: String) throws -> [UInt8] {
  try fileBytes(of: "\(#filePath.folder)/Corpus/\(name)")
}

extension Collection<UInt8> {
  /// The bytes as text, for showing.
  var text: String { String(decoding: self, as: UTF8.self) }
}

/// What the environment asks of the tests.
enum Environment {
  /// Whether `PLENUM_TESTS=full` asks for the long form of the tests.
  static var isFull: Bool {
    guard let value = unsafe getenv("PLENUM_TESTS") else { return false }
    return unsafe String(cString: value) == "full"
  }
}
