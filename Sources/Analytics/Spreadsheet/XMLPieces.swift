internal import CXML

/// Something in an XML document; its texts are ranges of the bytes of its piece.
struct XMLEvent {
  enum Kind { case start, attribute, stop, text }

  let kind: Kind
  /// The name of an element or attribute, or a text.
  let text: Range<Int>
  /// The value of an attribute.
  let value: Range<Int>
}

/// An XML document of a workbook, read piece by piece with expat. A document type is refused, and entities with it.
@safe final class XMLPieces {
  private let stream: ByteStream
  private let part: String
  private let parser: OpaquePointer
  private var isEnd = false
  /// The bytes read since something was found in them.
  private var silentBytes = 0
  private static let longestToken = 1 << 20
  private(set) var bytes: [UInt8] = []
  private(set) var events: [XMLEvent] = []

  init(_ stream: ByteStream, part: String) throws(Refusal) {
    self.stream = stream
    self.part = part
    guard let parser = unsafe cxml_open() else { throw .damagedXML(part: part, line: 1) }
    unsafe self.parser = parser
  }

  deinit { unsafe cxml_close(parser) }

  /// Reads the next piece into `bytes` and `events`; false at the end.
  func next() throws(Refusal) -> Bool {
    guard !isEnd else { return false }
    let piece = try stream.next()
    isEnd = piece == nil
    let status = unsafe (piece ?? []).withUnsafeBufferPointer { piece in
      unsafe cxml_feed(parser, piece.baseAddress, CInt(clamping: piece.count), isEnd ? 1 : 0)
    }
    switch status {
    case CXML_READ: break
    case CXML_DOCTYPE: throw .entitiesInXML(part: part)
    case _: throw .damagedXML(part: part, line: unsafe Int(clamping: cxml_line(parser)))
    }
    unsafe bytes = Array(UnsafeBufferPointer(start: cxml_bytes(parser), count: cxml_byte_count(parser)))
    events.removeAll(keepingCapacity: true)
    // A name or a value without end would be read over from its beginning with each piece.
    silentBytes = unsafe cxml_count(parser) == 0 ? silentBytes + (piece?.count ?? 0) : 0
    guard silentBytes <= XMLPieces.longestToken else {
      throw .damagedXML(part: part, line: unsafe Int(clamping: cxml_line(parser)))
    }
    for place in unsafe 0..<cxml_count(parser) {
      let event = unsafe cxml_at(parser, place)
      let text = event.start..<(event.start + event.length)
      events.append(
        XMLEvent(
          kind: XMLPieces.kind(event.kind), text: text, value: text.upperBound..<(text.upperBound + event.value_length))
      )
    }
    return true
  }

  private static func kind(_ kind: cxml_kind) -> XMLEvent.Kind {
    switch kind {
    case CXML_START: .start
    case CXML_ATTRIBUTE: .attribute
    case CXML_STOP: .stop
    case _: .text
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func isNamed(_ name: StaticString, _ event: XMLEvent) -> Bool {
    guard event.text.count == name.utf8CodeUnitCount else { return false }
    return text(event.text) == "\(name)"
  }

  /// Every element with its attributes, for a small part: calls back when one begins.
  func forEachElement(_ body: (_ name: String, _ attributes: [String: String]) -> Void) throws(Refusal) {
    while try next() {
      var index = 0
      while index < events.count {
        let event = events[index]
        index += 1
        guard event.kind == .start else { continue }
        var attributes: [String: String] = [:]
        while index < events.count, events[index].kind == .attribute {
          attributes[text(events[index].text)] = text(events[index].value)
          index += 1
        }
        body(text(event.text), attributes)
      }
    }
  }
}
