internal import NIOCore
internal import PhoneProtocol

/// The pipe to the room: a message a line, both ways. It lives on one event loop.
final class RoomPipe: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var lines = MessageLines()
  private var context: ChannelHandlerContext?
  /// Called for each message; nil stands for one that cannot be read.
  var onMessage: (RoomMessage?) -> Void = { _ in }
  /// Called when the room is gone.
  var onEnd: () -> Void = {}

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }
  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    for line in lines.take(unwrapInboundIn(data).readableBytesView) {
      onMessage(line.flatMap { try? RoomMessage(line: $0) })
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event as? ChannelEvent == .inputClosed { onEnd() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) { onEnd() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { onEnd() }

  /// Tells the room something.
  func tell(_ message: PorchMessage) {
    guard let context else { return }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: message.line)), promise: nil)
  }

  /// Tells when all that was told is out.
  func rest() -> EventLoopFuture<Void>? {
    context?.writeAndFlush(wrapOutboundOut(ByteBuffer()))
  }
}
