import Synchronization

@testable import Journal

/// A request to the operating system, by its name in ``Storage``.
enum Request: CaseIterable {
  case open, read, write, overwrite, truncate, sync, syncData, lock, close, status, statusOfPath, rename, remove
  case makeFolder, names
}

/// A storage that does what it is told, and fails when it is told to.
final class FaultyStorage: Sendable {
  private struct State {
    var calls: [Request] = []
    var failing: [(request: Request, occurrence: Int, fault: Fault, isForever: Bool)] = []
    var room = Int.max
    var mostAtOnce = Int.max
  }

  private let state = Mutex(State())

  /// Fails the request of that number, counted from 1, or that one and all after it.
  func fail(_ request: Request, _ occurrence: Int = 1, with fault: Fault, forEver isForever: Bool = false) {
    state.withLock { $0.failing.append((request, occurrence, fault, isForever)) }
  }

  /// Fails nothing any more.
  func heal() {
    state.withLock {
      $0.failing = []
      $0.room = .max
    }
  }

  /// Takes so many bytes, and no more.
  func leaveRoom(for bytes: Int) { state.withLock { $0.room = bytes } }

  /// Takes no more than so many bytes in one request.
  func write(atMost bytes: Int) { state.withLock { $0.mostAtOnce = bytes } }

  /// How often something was requested.
  func count(_ request: Request) -> Int { state.withLock { $0.calls.count { $0 == request } } }

  /// All requests, in order.
  var calls: [Request] { state.withLock { $0.calls } }

  private func issue(_ request: Request) throws(Fault) {
    let fault: Fault? = state.withLock { state in
      state.calls.append(request)
      let count = state.calls.count { $0 == request }
      return state.failing.first { failing in
        failing.request == request && (failing.isForever ? count >= failing.occurrence : count == failing.occurrence)
      }?.fault
    }
    if let fault { throw fault }
  }

  /// How many of so many bytes are taken now.
  private func taken(_ count: Int) throws(Fault) -> Int {
    let taken = state.withLock { state in
      let taken = min(count, state.room, state.mostAtOnce)
      state.room -= taken
      return taken
    }
    guard taken > 0 else { throw .diskFull }
    return taken
  }

  /// The storage.
  var storage: Storage {
    let real = Storage.system
    var storage = real
    storage.open = { path, opening throws(Fault) in
      try self.issue(.open)
      return try real.open(path, opening)
    }
    storage.read = { file, most throws(Fault) in
      try self.issue(.read)
      return try real.read(file, most)
    }
    storage.write = { file, bytes throws(Fault) in
      try self.issue(.write)
      return try real.write(file, bytes.prefix(self.taken(bytes.count)))
    }
    storage.overwrite = { file, bytes, place throws(Fault) in
      try self.issue(.overwrite)
      return try real.overwrite(file, bytes.prefix(self.taken(bytes.count)), place)
    }
    storage.truncate = { file, length throws(Fault) in
      try self.issue(.truncate)
      try real.truncate(file, length)
    }
    storage.sync = { file throws(Fault) in
      try self.issue(.sync)
      try real.sync(file)
    }
    storage.syncData = { file throws(Fault) in
      try self.issue(.syncData)
      try real.syncData(file)
    }
    storage.lock = { file throws(Fault) in
      try self.issue(.lock)
      try real.lock(file)
    }
    storage.close = { file throws(Fault) in
      // A file whose closing fails is closed all the same.
      try real.close(file)
      try self.issue(.close)
    }
    storage.status = { file throws(Fault) in
      try self.issue(.status)
      return try real.status(file)
    }
    storage.statusOfPath = { path throws(Fault) in
      try self.issue(.statusOfPath)
      return try real.statusOfPath(path)
    }
    storage.rename = { path, target throws(Fault) in
      try self.issue(.rename)
      try real.rename(path, target)
    }
    storage.remove = { path throws(Fault) in
      try self.issue(.remove)
      try real.remove(path)
    }
    storage.makeFolder = { path throws(Fault) in
      try self.issue(.makeFolder)
      try real.makeFolder(path)
    }
    storage.names = { path throws(Fault) in
      try self.issue(.names)
      return try real.names(path)
    }
    return storage
  }
}
