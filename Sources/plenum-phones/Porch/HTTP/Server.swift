internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import PhoneProtocol

/// The place where phones connect. It lives on one event loop.
final class Server {
  private let loop: any EventLoop
  private let porch: Porch
  private let subnet: Subnet
  private var listener: (any Channel)?
  private var connections = 0
  /// Called for each connection from the network, with its address.
  var onArrival: (String) -> Void = { _ in }

  /// A server for those in a network.
  init(porch: Porch, subnet: Subnet) {
    (self.porch, self.loop, self.subnet) = (porch, porch.loop, subnet)
  }

  /// Listens at the first free one of ten ports.
  ///
  /// - Parameters:
  ///   - address: An address of this machine; no other is listened at.
  ///   - port: The first port to try; 0 is whichever is free.
  ///   - tries: How many ports are tried.
  /// - Returns: The port.
  func listen(at address: String, port: Int, tries: Int = 10) -> EventLoopFuture<Int> {
    bootstrap.bind(host: address, port: port).assumeIsolated().flatMap { channel in
      self.listener = channel
      return self.loop.makeSucceededFuture(channel.localAddress?.port ?? port)
    }.flatMapError { error in
      let isTaken = (error as? IOError)?.errnoCode == EADDRINUSE
      guard isTaken, tries > 1, port > 0, port < 65_535 else { return self.loop.makeFailedFuture(error) }
      return self.listen(at: address, port: port + 1, tries: tries - 1)
    }.nonisolated()
  }

  /// Takes no more connections.
  func stop() -> EventLoopFuture<Void> {
    let listener = listener
    self.listener = nil
    return listener?.close() ?? loop.makeSucceededVoidFuture()
  }

  private var bootstrap: ServerBootstrap {
    let server = NIOLoopBound(self, eventLoop: loop)
    return ServerBootstrap(group: loop)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in server.value.welcome(channel) }
  }

  private func welcome(_ channel: any Channel) -> EventLoopFuture<Void> {
    // Linux takes packets for this address on its other interfaces, too.
    guard let address = channel.remoteAddress?.ipAddress, subnet.contains(address) else {
      porch.notice(.otherNetwork)
      return channel.close()
    }
    onArrival(address)
    guard connections < PhoneLimits.connections else { return channel.close() }
    connections += 1
    channel.closeFuture.assumeIsolated().whenComplete { _ in self.connections -= 1 }
    let porch = porch
    let gate = Gate { porch.notice(.tls) }
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = PhoneLimits.head
    limits.maxHeaderListSize = PhoneLimits.head
    limits.maxHeaderFieldCount = PhoneLimits.headFields
    do {
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(gate)
      try pipeline.configureHTTPServerPipeline(
        withErrorHandling: false, withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
      try pipeline.addHandler(Connection(porch: porch, gate: gate))
      return channel.eventLoop.makeSucceededVoidFuture()
    } catch {
      return channel.eventLoop.makeFailedFuture(error)
    }
  }
}
