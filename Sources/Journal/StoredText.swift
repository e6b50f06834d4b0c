internal import Text
public import Workshop

/// Events as a journal stores them, on one line: a JSON array, harmless in a terminal.
///
/// - Parameter events: What happened.
/// - Returns: The text; ``storedEvents(_:)`` reads it.
public func storedText(of events: [Event]) -> String {
  var json = JSONWriter()
  json.beginArray()
  for event in events { json.event(event) }
  json.endArray()
  return String(decoding: json.bytes, as: UTF8.self)
}

/// The events of a text that ``storedText(of:)`` has written.
///
/// - Parameter text: A JSON array of stored events.
/// - Returns: The events; nil when the text is anything else, holds an event that this version does not know, or is
///   larger than a line of a journal may be.
public func storedEvents(_ text: String) -> [Event]? {
  guard text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") else { return nil }
  let line = Array("{\"w\":\"script\",\"n\":1,\"at\":\"2000-01-01T00:00:00.000Z\",\"events\":\(text)}".utf8)
  var reader = LineParser(line)
  guard case .entry(let entry)? = try? reader.record(in: line.indices), reader.unknown.isEmpty, entry.repair == nil
  else { return nil }
  return entry.events
}
