// Times of the journal. Without an optimised build they say nothing.
//
//   journal-bench append PATH COUNT   COUNT entries, each on the disk before the next; prints nanoseconds an entry
//   journal-bench make PATH COUNT     a journal of COUNT entries, spread over the questions of the built-in method

internal import Journal
internal import Method
internal import Workshop

let words = [String](CommandLine.arguments.dropFirst())
guard words.count == 3, let count = Int(words[2]), count > 0 else {
  fatalError("usage: journal-bench append|make PATH COUNT")
}
let (method, source) = try Library { _ in nil }.method(Library.builtIn)
let moment = Moment(millisecondsSince1970: 1_770_710_400_000)
let header = Header(
  session: "bench00000", method: method.name, methodVersion: method.version, methodDigest: source.digest,
  language: "en", run: "full", timeZone: "UTC", created: moment)

let lists = method.questions.filter { if case .list = $0.kind { true } else { false } }

/// An answer as a room gives it; the questions that take lists take turns.
func answer(_ index: Int) -> Event {
  let question = lists[index % lists.count]
  let cell = "Fresh bread and pastries, baked at night, number \(index), for people on their way to work"
  return .answerGiven(
    Answer(id: AnswerID(question: question.id, number: index / lists.count + 1), cells: [cell]))
}

switch words[0] {
case "append":
  let journal = try Journal.create(at: words[1], header: header, storage: .system)
  let clock = ContinuousClock()
  let took = try clock.measure { for index in 0..<count { try journal.append([answer(index)], at: moment) } }
  print((took / count).nanoseconds)
case "make":
  // Nobody waits for the disk while it is made.
  var storage = Storage.system
  storage.syncData = { _ in }
  let journal = try Journal.create(at: words[1], header: header, storage: storage)
  try journal.append([.titleGiven("Bench"), .questionEntered(method.questions[0].id)], at: moment)
  for index in 1..<count { try journal.append([answer(index)], at: moment) }
  try journal.close()
case let other: fatalError("journal-bench: \(other)")
}

extension Duration {
  /// The whole nanoseconds.
  var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
