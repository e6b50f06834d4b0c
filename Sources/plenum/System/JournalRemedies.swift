import Facilitation
import Journal
import Method
import Workshop

// What is done to a journal beside mending its lines: a first line is found for it, and sessions that stood in one file
// become sessions of their own.
extension SessionLauncher {
  /// The first line that belongs to a journal without one: that of a copy beside it, else what its entries tell.
  func headerRemedy(for path: String) throws -> Remedy {
    let contents = try saving(path) { () throws(JournalError) in try Journal.read(path, storage: context.storage) }
    let names = ((try? context.storage.names(path.folder)) ?? []).sorted()
    let copies = names.filter { $0.hasSuffix(".jsonl") }.compactMap { name in
      try? Journal.read("\(path.folder)/\(name)", storage: context.storage)
    }
    if let whole = copies.first(where: { $0.isOfSameSession(as: contents) }) {
      return .header(whole.header, epoch: whole.epochs.first?.epoch ?? "0")
    }
    let (method, source) = try method(of: contents.header, at: path)
    var header = contents.header(for: method)
    if header.session.isEmpty { header.session = context.storage.randomName(length: 10) }
    if header.methodDigest.isEmpty { header.methodDigest = source.digest }
    if header.timeZone.isEmpty { header.timeZone = context.system.clock.timeZone }
    return .header(header, epoch: contents.epochs.first?.epoch ?? context.storage.randomName(length: 5))
  }

  /// Makes sessions of those that stood in the journal of another one, so that they can be resumed by name. Parts of a file
  /// that is no session's stay beside it.
  func makeSessions(of mended: inout Mended, from path: String) throws {
    guard !mended.parted.isEmpty, path.hasPrefix(context.sessions.path + "/") else { return }
    let name = path.folder.split(separator: "/").last.map(String.init) ?? ""
    let own = path.folder + "/method.yaml"
    let (_, source) = try method(context.storage.isThere(own) ? own : Library.builtIn)
    for index in mended.parted.indices {
      let part = mended.parted[index]
      guard let bytes = context.storage.bytes(of: part.path, limit: Limit.file.most) else { continue }
      let place = try makePlace(named: nil, titled: name, source: source)
      try saving(place.journal) { () throws(JournalError) in
        try saveSafely(bytes, to: place.journal, storage: context.storage)
      }
      context.storage.discard(part.path)
      mended.parted[index].path = place.journal
    }
  }
}
