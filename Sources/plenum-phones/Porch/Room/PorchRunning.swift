internal import NIOCore
internal import NIOPosix
internal import PhoneProtocol

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Answers phones until the room says that it closes, or is gone.
///
/// - Parameters:
///   - folder: Where the letterbox lies.
///   - input: The descriptor that the room's messages come from.
///   - output: The descriptor that the room is told at.
/// - Returns: Whether it ended as it should.
public func runPorch(folder: String, input: CInt, output: CInt) -> Bool {
  // A room that is gone is an error of the pipe, not the end of everything.
  signal(SIGPIPE, SIG_IGN)
  let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  let disk = NIOThreadPool(numberOfThreads: 1)
  disk.start()
  let loop = group.next()
  let ended = loop.makePromise(of: Bool.self)
  let started = loop.submit {
    let running = NIOLoopBound(
      PorchRunning(folder: folder, loop: loop, disk: disk, clock: .system, ended: ended), eventLoop: loop)
    return NIOPipeBootstrap(group: loop)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in
        running.value.begin(channel)
      }
      .takingOwnershipOfDescriptors(input: input, output: output)
  }.flatMap { $0 }
  started.whenFailure { _ in ended.succeed(false) }
  let isWell = (try? ended.futureResult.wait()) ?? false
  try? group.syncShutdownGracefully()
  try? disk.syncShutdownGracefully()
  return isWell
}

extension Clock {
  /// The system's.
  static let system = Clock(
    now: { Int(clamping: NIODeadline.now().uptimeNanoseconds / 1_000_000) },
    moment: {
      var time = timespec()
      unsafe clock_gettime(CLOCK_REALTIME, &time)
      return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    })
}

/// The program while it runs: the room's pipe, and what it has opened.
final class PorchRunning {
  private let path: String
  private let loop: any EventLoop
  private let disk: NIOThreadPool
  private let clock: Clock
  private let ended: EventLoopPromise<Bool>
  private let pipe = RoomPipe()
  private var porch: Porch?
  private var server: Server?
  private var subnet: Subnet?
  private var address = ""
  private var lookout: Lookout?
  private var ticks = 0
  private var isEnding = false

  /// The program, not begun yet, bound to its loop.
  init(folder: String, loop: any EventLoop, disk: NIOThreadPool, clock: Clock, ended: EventLoopPromise<Bool>) {
    path = "\(folder)/letterbox.jsonl"
    (self.loop, self.disk, self.clock, self.ended) = (loop, disk, clock, ended)
  }

  /// Listens to the room.
  func begin(_ channel: any Channel) -> EventLoopFuture<Void> {
    pipe.onMessage = { message in self.hear(message) }
    pipe.onEnd = { self.end(isRemoved: false) }
    do {
      try channel.pipeline.syncOperations.addHandler(pipe)
    } catch {
      return loop.makeFailedFuture(error)
    }
    pipe.tell(.addresses(Interfaces.addresses()))
    return loop.makeSucceededVoidFuture()
  }

  private func hear(_ message: RoomMessage?) {
    switch message {
    case nil: pipe.tell(.trouble(.unreadableMessage))
    case .open(let address, let prefix, let port): open(address, prefix, port)
    case .watch: watch()
    case .shut: shut()
    case .some(let message): porch?.hear(message)
    }
  }

  // MARK: Opening

  private func open(_ address: String, _ prefix: Int, _ port: Int) {
    guard porch == nil else { return }
    guard let subnet = Subnet(address, prefix: prefix) else { return hinder(.noSuchAddress) }
    let file: LetterboxFile
    let state: PorchState
    do throws(LetterboxFile.Failure) {
      (file, state) = try letterbox()
    } catch {
      switch error {
      case .inUse: return hinder(.letterboxInUse)
      case .unwritable: return hinder(.folderUnwritable)
      }
    }
    let pipe = pipe
    let porch = Porch(
      state: state, letterbox: Letterbox(file: file, loop: loop, disk: disk), loop: loop, clock: clock,
      tell: { pipe.tell($0) })
    let server = Server(porch: porch, subnet: subnet)
    server.onArrival = { self.lookout?.arrive($0) }
    (self.porch, self.server, self.subnet, self.address) = (porch, server, subnet, address)
    // After a crash the phones look where the room was.
    let first = state.port > 0 ? state.port : port
    server.listen(at: address, port: first).assumeIsolated().whenComplete { result in
      switch result {
      case .success(let port): self.opened(at: port)
      case .failure(let error): self.hinder(PorchMessage.Hindrance(error))
      }
    }
  }

  /// What was written down before, if the program did not end as it should.
  private func letterbox() throws(LetterboxFile.Failure) -> (LetterboxFile, PorchState) {
    var file = try LetterboxFile(path: path)
    let (records, isDamaged) = try file.records()
    if isDamaged { pipe.tell(.trouble(.letterboxDamaged)) }
    return (file, PorchState(code: Code.random(), records: records, at: clock.now()))
  }

  private func opened(at port: Int) {
    guard let porch else { return }
    porch.state.port = port
    // Port 80 is not written in an address (RFC 9110, section 7.2).
    porch.site = port == 80 ? address : "\(address):\(port)"
    let head = Record.head(code: porch.state.code, port: port)
    porch.letterbox.append(head).assumeIsolated().whenComplete { result in
      guard case .success = result else { return self.hinder(.folderUnwritable) }
      self.pipe.tell(.opened(address: self.address, port: port, code: porch.state.code))
      porch.tellWaiting()
      self.watch()
      self.tick()
    }
  }

  private func hinder(_ hindrance: PorchMessage.Hindrance) {
    pipe.tell(.hindered(hindrance))
    end(isRemoved: false)
  }

  // MARK: While it is open

  private func watch() {
    guard let subnet else { return }
    porch?.watchAnew()
    lookout = Lookout(known: Neighbours.addresses(in: subnet), at: clock.now())
  }

  /// Once a second.
  private func tick() {
    guard !isEnding, let porch, let subnet else { return }
    porch.count()
    if lookout != nil {
      let (sign, isOver) = lookout?.look(Neighbours.addresses(in: subnet), at: clock.now()) ?? (nil, true)
      if let sign { porch.notice(sign) }
      if isOver { lookout = nil }
    }
    ticks += 1
    if ticks.isMultiple(of: 5), !Interfaces.addresses().contains(where: { $0.address == address }) {
      pipe.tell(.trouble(.addressGone))
      return end(isRemoved: false)
    }
    loop.assumeIsolated().scheduleTask(in: .seconds(1)) { self.tick() }
  }

  // MARK: Closing

  private func shut() {
    porch?.isShut = true
    porch?.wake()
    _ = server?.stop()
    // Those that were waiting are told.
    loop.assumeIsolated().scheduleTask(in: .milliseconds(50)) { self.end(isRemoved: true) }
  }

  private func end(isRemoved: Bool) {
    guard !isEnding else { return }
    isEnding = true
    let stopped = server?.stop() ?? loop.makeSucceededVoidFuture()
    stopped.assumeIsolated().whenComplete { _ in
      let closed = self.porch?.letterbox.end(isRemoved: isRemoved) ?? self.loop.makeSucceededVoidFuture()
      closed.assumeIsolated().whenComplete { _ in
        if isRemoved { self.pipe.tell(.done) }
        let told = self.pipe.rest() ?? self.loop.makeSucceededVoidFuture()
        told.assumeIsolated().whenComplete { _ in self.ended.succeed(true) }
      }
    }
  }
}

extension PorchMessage.Hindrance {
  /// What the system says when it lets nobody listen.
  fileprivate init(_ error: any Error) {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: self = .portsInUse
    case EACCES, EPERM: self = .notAllowed
    case _: self = .noSuchAddress
    }
  }
}
