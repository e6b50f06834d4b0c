import Foundation
import NIOCore
import NIOPosix
import PhoneProtocol
import Testing

@testable import Porch

/// A porch on loopback, at whichever port is free, with a folder and a loop of its own.
final class LivePorch: Sendable {
  let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  let disk = NIOThreadPool(numberOfThreads: 1)
  let folder: String
  let bound: NIOLoopBound<(porch: Porch, server: Server)>
  let port: Int
  let said: NIOLockedValue

  final class NIOLockedValue: @unchecked Sendable {
    private let lock = NSLock()
    private var messages: [PorchMessage] = []
    func add(_ message: PorchMessage) { lock.withLock { messages.append(message) } }
    var all: [PorchMessage] { lock.withLock { messages } }
  }

  init(_ notice: PhoneNotice? = Sample.notice(1, Sample.ideas), clock: Clock = .system) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "porch-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let said = NIOLockedValue()
    let loop = group.next()
    disk.start()
    let disk = disk
    let subnet = try #require(Subnet("127.0.0.1", prefix: 8))
    bound = try loop.submit {
      let file = try LetterboxFile(path: "\(folder)/letterbox.jsonl")
      let porch = Porch(
        state: PorchState(code: "K7QM"), letterbox: Letterbox(file: file, loop: loop, disk: disk), loop: loop,
        clock: clock, tell: { said.add($0) })
      if let notice { porch.hear(.notice(notice)) }
      return NIOLoopBound((porch, Server(porch: porch, subnet: subnet)), eventLoop: loop)
    }.wait()
    let bound = bound
    port = try loop.flatSubmit { bound.value.server.listen(at: "127.0.0.1", port: 0) }.wait()
    let port = port
    try loop.submit { bound.value.porch.site = "127.0.0.1:\(port)" }.wait()
    (self.folder, self.said) = (folder, said)
  }

  func hear(_ message: RoomMessage) throws {
    let bound = bound
    try group.next().submit { bound.value.porch.hear(message) }.wait()
  }

  func end() throws {
    let bound = bound
    try group.next().flatSubmit { bound.value.server.stop() }.wait()
    try group.next().flatSubmit { bound.value.porch.letterbox.end(isRemoved: true) }.wait()
    try group.syncShutdownGracefully()
    try disk.syncShutdownGracefully()
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Sends bytes, and gives all that comes back until the other side hangs up.
  func exchange(_ bytes: String) throws -> String { try exchange([Array(bytes.utf8)[...]]) }

  /// Sends pieces one after the other, and gives all that comes back until the other side hangs up.
  func exchange(_ pieces: [ArraySlice<UInt8>]) throws -> String {
    let collected = NIOLockedText()
    let channel = try ClientBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Collector(collected)) }
      }.connect(host: "127.0.0.1", port: port).wait()
    for piece in pieces { channel.writeAndFlush(ByteBuffer(bytes: piece), promise: nil) }
    try channel.closeFuture.wait()
    return collected.text
  }

  final class NIOLockedText: @unchecked Sendable {
    private let lock = NSLock()
    private var bytes: [UInt8] = []
    func add(_ more: some Sequence<UInt8>) { lock.withLock { bytes += more } }
    var text: String { lock.withLock { String(decoding: bytes, as: UTF8.self) } }
  }

  final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    let collected: NIOLockedText
    init(_ collected: NIOLockedText) { self.collected = collected }
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      collected.add(unwrapInboundIn(data).readableBytesView)
    }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }

  /// A request, with the fields of its head.
  func request(_ line: String, _ fields: [String] = [], body: String = "") throws -> String {
    var head = ["\(line) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + fields
    if !body.isEmpty {
      head += ["Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)"]
    }
    return try exchange(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }
}

extension String {
  var status: Int { Int(split(separator: " ").dropFirst().first ?? "") ?? 0 }
  func field(_ name: String) -> String? {
    split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }.map {
      String($0.drop { $0 != ":" }.dropFirst(2))
    }
  }
}

@Suite struct HTTPTests {
  struct Hostile: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var request: String
    var status: Int
    init(_ name: String, _ status: Int, _ request: String) {
      (testDescription, self.request, self.status) = (name, request, status)
    }
  }

  @Test(arguments: [
    Hostile("no request", 400, "hello\r\n\r\n"),
    Hostile("another host", 421, "GET /K7QM HTTP/1.1\r\nHost: evil.example\r\n\r\n"),
    Hostile("no host", 400, "GET /K7QM HTTP/1.1\r\n\r\n"),
    Hostile("two hosts", 400, "GET /K7QM HTTP/1.1\r\nHost: SITE\r\nHost: SITE\r\n\r\n"),
    Hostile(
      "another origin", 403,
      "POST /K7QM/idea HTTP/1.1\r\nHost: SITE\r\nOrigin: http://evil.example\r\nContent-Length: 0\r\n\r\n"),
    Hostile(
      "an origin of nobody", 403, "POST /K7QM/idea HTTP/1.1\r\nHost: SITE\r\nOrigin: null\r\nContent-Length: 0\r\n\r\n"),
    Hostile("a body of 999,999", 413, "POST /K7QM/idea HTTP/1.1\r\nHost: SITE\r\nContent-Length: 999999\r\n\r\n"),
    Hostile(
      "a body in chunks", 501, "POST /K7QM/idea HTTP/1.1\r\nHost: SITE\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    Hostile(
      "two lengths", 400, "POST /K7QM/idea HTTP/1.1\r\nHost: SITE\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
    Hostile("a length that is none", 400, "POST /K7QM/idea HTTP/1.1\r\nHost: SITE\r\nContent-Length: -1\r\n\r\n"),
    Hostile(
      "a head of 20,000 bytes", 431,
      "GET /K7QM HTTP/1.1\r\nHost: SITE\r\nX: \(String(repeating: "x", count: 20_000))\r\n\r\n"),
    Hostile(
      "a path of 20,000 bytes", 431, "GET /\(String(repeating: "x", count: 20_000)) HTTP/1.1\r\nHost: SITE\r\n\r\n"),
    Hostile("100 fields", 431, "GET /K7QM HTTP/1.1\r\nHost: SITE\r\n\((0..<100).map { "X\($0): 1\r\n" }.joined())\r\n"),
    Hostile(
      "something expected", 417,
      "POST /K7QM/idea HTTP/1.1\r\nHost: SITE\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na"),
    Hostile("a zero in a name", 400, "GET /K7QM HTTP/1.1\r\nHo\u{0}st: SITE\r\n\r\n"),
    Hostile("a blank before the colon", 400, "GET /K7QM HTTP/1.1\r\nHost : SITE\r\n\r\n"),
  ]) func `what no browser asks is refused, and hung up on`(hostile: Hostile) throws {
    let porch = try LivePorch()
    let answer = try porch.exchange(hostile.request.replacing("SITE", with: "127.0.0.1:\(porch.port)"))
    #expect(answer.status == hostile.status)
    // Nothing of the room is in it.
    #expect(!answer.contains("Kringla"))
    try porch.end()
  }

  @Test func `a TLS hello is hung up on without a word, and the room is told`() throws {
    let porch = try LivePorch()
    #expect(try porch.exchange("\u{16}\u{3}\u{1}\u{2}") == "")
    #expect(porch.said.all.contains(.sign(.tls)))
    try porch.end()
  }

  @Test(arguments: [
    ("GET /K7QM", 200), ("GET /k7qm", 404), ("GET /XXXX", 404), ("GET /K7QM/nothing", 404), ("GET /K7QM/privacy", 200),
    ("GET /", 200), ("GET /?code=k7qm", 303), ("GET /?code=K7QN", 404), ("GET /K7QM/idea", 404), ("PUT /K7QM", 405),
    ("DELETE /", 405), ("GET /K7QM?a=%zz", 400), ("GET /%zz", 400), ("GET /favicon.ico", 404), ("GET /../K7QM", 404),
    ("GET /K7QM/now?since=0", 403),
  ]) func `each path has its answer`(line: String, status: Int) throws {
    let porch = try LivePorch()
    let answer = try porch.request(line)
    #expect(answer.status == status)
    if status != 204 {
      let policy = try #require(answer.field("Content-Security-Policy"))
      #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
      #expect(!policy.contains("unsafe"))
    }
    #expect(answer.field("Cache-Control") == "no-store")
    #expect(answer.field("X-Content-Type-Options") == "nosniff")
    #expect(answer.field("Cross-Origin-Resource-Policy") == "same-origin")
    #expect(answer.field("Access-Control-Allow-Origin") == nil)
    try porch.end()
  }

  @Test func `who has no code sees nothing of the room`() throws {
    let porch = try LivePorch()
    for line in ["GET /", "GET /XXXX", "GET /XXXX/now", "GET /?code=XXXX", "GET /XXXX/privacy"] {
      let answer = try porch.request(line)
      #expect(!answer.contains("Kringla"))
      #expect(!answer.contains("Internt"))
      #expect(!answer.contains("K7QM"))
    }
    try porch.end()
  }

  @Test func `wrong codes are five a second for all together, and then the right one is not told from them`() throws {
    let porch = try LivePorch(clock: Clock(now: { 0 }, moment: { 0 }))
    let known = try porch.request("GET /K7QM").field("Set-Cookie")?.split(separator: ";").first ?? ""
    let statuses = try (0..<8).map { _ in try porch.request("GET /XXXX").status }
    #expect(statuses == [404, 404, 404, 404, 404, 429, 429, 429])
    #expect(try porch.request("GET /K7QM").status == 429)
    // Who is in stays in.
    #expect(try porch.request("GET /K7QM", ["Cookie: \(known)"]).status == 200)
    try porch.end()
  }

  @Test func `an idea is acknowledged when it is in the file, once, however often it comes`() throws {
    let porch = try LivePorch()
    let cookie = "Cookie: phone=\(Sample.token(1).digits)"
    let body = "form=f1&id=\(Sample.id(1).digits)&c0=Juleb%C3%B8d&c1=fb"
    for _ in 0..<3 {
      #expect(try porch.request("POST /K7QM/idea", [cookie, "X-Plenum: 1"], body: body).status == 204)
      let file = try String(contentsOfFile: "\(porch.folder)/letterbox.jsonl", encoding: .utf8)
      #expect(file.ranges(of: "Julebød").count == 1)
    }
    // Without a script it is the same, and the page comes next.
    let answer = try porch.request("POST /K7QM/idea", [cookie], body: body)
    #expect(answer.status == 303)
    #expect(answer.field("Location") == "/K7QM?sent=letter")
    let letters = porch.said.all.filter { if case .letter = $0 { true } else { false } }
    #expect(letters.count == 1)
    try porch.end()
  }

  @Test func `a request is the same however the network cuts it`() throws {
    let porch = try LivePorch()
    let body = "form=f1&id=\(Sample.id(1).digits)&c0=Juleb%C3%B8d"
    let head = [
      "POST /K7QM/idea HTTP/1.1", "Host: 127.0.0.1:\(porch.port)", "Cookie: phone=\(Sample.token(1).digits)",
      "X-Plenum: 1", "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
      "Connection: close",
    ]
    let request = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    for cut in stride(from: 1, to: request.count, by: 3) {
      #expect(try porch.exchange([request[..<cut], request[cut...]]).status == 204)
    }
    #expect(try porch.exchange(request.indices.map { request[$0...$0] }).status == 204)
    #expect(porch.said.all.count { if case .letter = $0 { true } else { false } } == 1)
    try porch.end()
  }

  @Test func `an address, a browser and a referrer are kept nowhere`() throws {
    let porch = try LivePorch()
    let fields = [
      "Cookie: phone=\(Sample.token(1).digits)", "User-Agent: kanarifugl", "Referer: http://127.0.0.1/kanarifugl",
      "Accept-Language: nb, kanarifugl", "X-Forwarded-For: 10.9.8.7",
    ]
    let answer = try porch.request(
      "POST /K7QM/idea", fields, body: "form=f1&id=\(Sample.id(1).digits)&c0=x&k=kanarifugl")
    #expect(answer.status == 303)
    let file = try String(contentsOfFile: "\(porch.folder)/letterbox.jsonl", encoding: .utf8)
    let said = porch.said.all.map { String(decoding: $0.line, as: UTF8.self) }.joined()
    for text in [answer, file, said] {
      #expect(!text.contains("kanarifugl"))
      #expect(!text.contains("127.0.0.1"))
      #expect(!text.contains("10.9.8.7"))
    }
    try porch.end()
  }

  @Test func `without a script what was refused comes back in its fields`() throws {
    let porch = try LivePorch()
    let body = "form=f1&id=\(Sample.id(1).digits)&c0=&c1=mail"
    let answer = try porch.request(
      "POST /K7QM/idea", ["Cookie: phone=\(Sample.token(1).digits)", "Accept-Language: nb"], body: body)
    #expect(answer.status == 422)
    #expect(answer.contains("«Aktivitet» er tomt"))
    #expect(answer.contains("<option value=\"mail\" selected>"))
    try porch.end()
  }

  @Test func `nothing is taken from a browser without cookies, or without an id, or as another type`() throws {
    let porch = try LivePorch()
    #expect(try porch.request("POST /K7QM/idea", body: "form=f1&id=\(Sample.id(1).digits)&c0=x").status == 403)
    let cookie = "Cookie: phone=\(Sample.token(1).digits)"
    #expect(try porch.request("POST /K7QM/idea", [cookie], body: "form=f1&c0=x").status == 400)
    #expect(try porch.request("POST /K7QM/idea", [cookie], body: "form=f1&id=%").status == 400)
    #expect(try porch.request("POST /K7QM/idea", [cookie, "Content-Length: 0"]).status == 415)
    try porch.end()
  }

  @Test func `news comes when there is some, with the form only when it is another one`() throws {
    let porch = try LivePorch()
    let cookie = "Cookie: phone=\(Sample.token(1).digits)"
    #expect(try porch.request("GET /K7QM/now?since=0&form=f1", [cookie]).hasSuffix("1\nf1\n"))
    let news = try porch.request("GET /K7QM/now?since=1&form=f1", [cookie]) {
      try porch.hear(.notice(Sample.notice(2, nil, standing: .covered)))
    }
    #expect(news.contains("2\ncovered\n<main"))
    try porch.end()
  }

  @Test func `the code can be changed, and who is in stays in`() throws {
    let porch = try LivePorch()
    let cookie = try porch.request("GET /K7QM").field("Set-Cookie")?.split(separator: ";").first ?? ""
    try porch.hear(.changeCode)
    #expect(try porch.request("GET /K7QM").status == 404)
    #expect(try porch.request("GET /K7QM", ["Cookie: \(cookie)"]).status == 200)
    try porch.end()
  }

  @Test func `a redacted letter is off the disk`() throws {
    let porch = try LivePorch()
    let body = "form=f1&id=\(Sample.id(1).digits)&c0=hemmelig"
    _ = try porch.request("POST /K7QM/idea", ["Cookie: phone=\(Sample.token(1).digits)"], body: body)
    var letter = try #require(
      porch.said.all.compactMap { if case .letter(let letter) = $0 { letter } else { nil } }.first)
    letter.content = .idea(question: "post.internal", cells: ["█", ""])
    try porch.hear(.amend([letter]))
    // What is asked after it is answered after it.
    _ = try porch.request(
      "POST /K7QM/idea", ["Cookie: phone=\(Sample.token(1).digits)"], body: "form=f1&id=\(Sample.id(2).digits)&c0=x")
    let file = try String(contentsOfFile: "\(porch.folder)/letterbox.jsonl", encoding: .utf8)
    #expect(!file.contains("hemmelig"))
    #expect(file.contains("█"))
    let page = try porch.request("GET /K7QM", ["Cookie: phone=\(Sample.token(1).digits)"])
    #expect(!page.contains("hemmelig"))
    try porch.end()
  }
}

extension LivePorch {
  /// A request that waits, and what happens meanwhile.
  func request(_ line: String, _ fields: [String], while body: () throws -> Void) throws -> String {
    let collected = NIOLockedText()
    let channel = try ClientBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Collector(collected)) }
      }.connect(host: "127.0.0.1", port: port).wait()
    let head = ["\(line) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + fields
    try channel.writeAndFlush(ByteBuffer(string: head.joined(separator: "\r\n") + "\r\n\r\n")).wait()
    try body()
    try channel.closeFuture.wait()
    return collected.text
  }
}
