internal import NIOCore
internal import PhoneProtocol

/// Stands before everything that reads: it turns TLS away at its first byte, and does not wait for ever.
final class Gate: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let isTLS: () -> Void
  private var deadline: Scheduled<Void>?
  private var hasRead = false
  private var isIdle = true

  /// A gate.
  ///
  /// - Parameter isTLS: Called when a browser tries https.
  init(isTLS: @escaping () -> Void) { self.isTLS = isTLS }

  func channelActive(context: ChannelHandlerContext) {
    wait(context, seconds: PhoneLimits.requestSeconds)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if !hasRead {
      hasRead = true
      // A TLS handshake (RFC 8446, section 5.1): a browser falls back to http when it is hung up on at once.
      if unwrapInboundIn(data).readableBytesView.first == 0x16 {
        isTLS()
        return context.close(promise: nil)
      }
    } else if isIdle {
      wait(context, seconds: PhoneLimits.requestSeconds)
    }
    isIdle = false
    context.fireChannelRead(data)
  }

  /// The whole request is here; the answer may take its time.
  func requestEnded() { deadline?.cancel() }

  /// The answer is being written, and has to be taken.
  func answerBegan(_ context: ChannelHandlerContext) { wait(context, seconds: PhoneLimits.requestSeconds) }

  /// The answer is gone; another request may come.
  func answerEnded(_ context: ChannelHandlerContext) {
    isIdle = true
    wait(context, seconds: PhoneLimits.idleSeconds)
  }

  private func wait(_ context: ChannelHandlerContext, seconds: Int) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
  }
}
