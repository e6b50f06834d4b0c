internal import NIOCore
internal import NIOHTTP1
internal import PhoneProtocol

/// A connection: puts requests together, within their limits, and writes the answers.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let porch: Porch
  private let gate: Gate
  private var request: Request?
  private var isKeptAlive = true
  /// Whether the connection is given up: what still comes is passed over.
  private var isOver = false

  /// A connection to the porch.
  init(porch: Porch, gate: Gate) { (self.porch, self.gate) = (porch, gate) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body(let piece):
      guard let count = request?.body.count, count + piece.readableBytes <= PhoneLimits.body else {
        return refuse(413, context)
      }
      request?.body += piece.readableBytesView
    case .end: end(context)
    }
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    let bytes = head.headers.reduce(head.uri.utf8.count) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    if bytes > PhoneLimits.head || head.headers.count > PhoneLimits.headFields { return refuse(431, context) }
    if head.headers.contains(name: "Transfer-Encoding") { return refuse(501, context) }
    if head.headers.contains(name: "Expect") { return refuse(417, context) }
    if length > PhoneLimits.body { return refuse(413, context) }
    if head.version != .http1_1 && head.version != .http1_0 { return refuse(505, context) }
    isKeptAlive = head.isKeepAlive
    guard let request = Request(head) else { return refuse(400, context) }
    self.request = request
  }

  private func end(_ context: ChannelHandlerContext) {
    guard let request else { return }
    self.request = nil
    gate.requestEnded()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    porch.answer(request).whenComplete { result in
      let (connection, context) = bound.value
      switch result {
      case .success(let answer): connection.write(answer, context)
      case .failure: connection.write(.bare(500, closes: true), context)
      }
    }
  }

  /// Says no to something that is no request for a page, and hangs up.
  private func refuse(_ status: Int, _ context: ChannelHandlerContext) {
    isOver = true
    request = nil
    write(.bare(status, closes: true), context)
  }

  private func write(_ answer: Answer, _ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    let closes = answer.closes || !isKeptAlive
    var fields = HTTPHeaders(answer.fields)
    // RFC 9110, section 8.6: no length where there is no content by definition.
    if answer.status == 204 {
      fields.remove(name: "Content-Length")
      fields.remove(name: "Content-Type")
    }
    if closes { fields.add(name: "Connection", value: "close") }
    gate.answerBegan(context)
    let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: answer.status), headers: fields)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if !answer.body.isEmpty {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      let (connection, context) = bound.value
      if closes { context.close(promise: nil) } else { connection.gate.answerEnded(context) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isOver, let error = error as? HTTPParserError else { return context.close(promise: nil) }
    refuse(error == .headerOverflow ? 431 : 400, context)
  }
}

extension Request {
  /// The request of a head; nil when its path is none.
  fileprivate init?(_ head: HTTPRequestHead) {
    self.init()
    switch head.method {
    case .GET: method = .get
    case .POST: method = .post
    case _: method = .other
    }
    let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, first.hasPrefix("/") else { return nil }
    for part in first.split(separator: "/").prefix(8) {
      guard let name = FormFields.decoded(part.utf8) else { return nil }
      path.append(name)
    }
    query = parts.count > 1 ? FormFields(parts[1].utf8) : FormFields()
    // Of two hosts it cannot be told which is meant (RFC 9112, section 3.2).
    guard head.headers["Host"].count == 1 else { return nil }
    host = head.headers["Host"][0].lowercased()
    origin = head.headers.first(name: "Origin")
    accepted = String((head.headers.first(name: "Accept-Language") ?? "").prefix(200))
    contentType = head.headers.first(name: "Content-Type") ?? ""
    isScript = head.headers.contains(name: "X-Plenum")
    for pair in head.headers["Cookie"].flatMap({ $0.split(separator: ";") }) {
      let halves = pair.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
      if halves.count == 2, cookies[String(halves[0])] == nil { cookies[String(halves[0])] = String(halves[1]) }
    }
  }
}
