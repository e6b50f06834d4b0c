import Facilitation
import Journal

/// What the projector's window must know of the phones: a note beside the journal, which goes when the room closes. The
/// code never stands in the journal.
struct PhonesNote: Equatable {
  /// Where phones find the room: `192.168.1.23:8080`.
  var site: String
  /// The room's code.
  var code: String
  /// The name of the Wi-Fi, where it is known.
  var network: String
  /// How many phones came.
  var known: Int
  /// The round that is voted on, and how many have voted by phone.
  var round: Int
  var votes: Int
  /// Who wrote it.
  var process: String

  /// The note as lines.
  var bytes: [UInt8] {
    let lines = [site, code, network.filter { !$0.isNewline }, String(known), String(round), String(votes), process]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  init(
    site: String, code: String, network: String, known: Int, round: Int, votes: Int, process: String
  ) {
    (self.site, self.code, self.network, self.known) = (site, code, network, known)
    (self.round, self.votes, self.process) = (round, votes, process)
  }

  /// Reads a note; nil when it is none.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 8, let known = Int(lines[3]), let round = Int(lines[4]), let votes = Int(lines[5]) else {
      return nil
    }
    self.init(
      site: String(lines[0]), code: String(lines[1]), network: String(lines[2]), known: known, round: round,
      votes: votes,
      process: String(lines[6]))
  }
}

extension SessionLocation {
  /// The folder of the letterbox: all that the program for phones ever sees of the disk.
  var letterboxFolder: String { folder + "/.letterbox" }
  private var phonesNotePath: String { folder + "/.phones" }

  /// Whether letters of an earlier time lie in the letterbox.
  var hasLetters: Bool {
    let bytes = storage.bytes(of: letterboxFolder + "/letterbox.jsonl", limit: 1 << 24) ?? []
    return String(decoding: bytes, as: UTF8.self).contains("\"is\":\"letter\"")
  }

  /// Leaves the note; it is no harm when that fails.
  func note(_ phones: PhonesNote) {
    try? saveSafely(phones.bytes, to: phonesNotePath, storage: storage, isLasting: false)
  }

  /// The note, where the program that wrote it still has the session open.
  var phonesNote: PhonesNote? {
    guard let note = storage.bytes(of: phonesNotePath, limit: 4096).flatMap({ PhonesNote($0) }),
      lockHolder?.process == note.process
    else { return nil }
    return note
  }

  /// Takes the note away.
  func forgetPhonesNote() { storage.discard(phonesNotePath) }
}
