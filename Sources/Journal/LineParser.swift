internal import Workshop

/// What a line of a journal is.
enum Record: Sendable {
  indirect case header(StoredHeader)
  case entry(Entry)
}

/// Reads lines of a journal, one after another.
struct LineParser {
  /// What the last line holds that this version does not know.
  private(set) var unknown: [Unknown] = []

  /// Whether any line so far says that something is to be hidden.
  private(set) var hides = false

  private let bytes: [UInt8]
  var json: JSONReader

  /// Something that was passed over.
  enum Unknown: Hashable, Sendable {
    case event(type: String)
    case member(name: String)
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    json = JSONReader(bytes)
  }

  /// Reads one line, given without its line feed.
  mutating func record(in line: Range<Int>) throws(Damage) -> Record {
    guard line.count <= Limit.line.most else { throw .tooLarge(.line) }
    unknown.removeAll()
    json.begin(line)
    guard json.isBeforeObject() else {
      try json.passValue()
      throw .notARecord
    }
    guard var entry = try entry() else {
      unknown.removeAll()
      json.begin(line)
      return .header(try header())
    }
    try json.finish()
    if !unknown.isEmpty { entry.verbatim = Array(bytes[line]) }
    return .entry(entry)
  }

  /// The entry of a line, or nil when the line begins a journal.
  private mutating func entry() throws(Damage) -> Entry? {
    var epoch: String?
    var number: Int?
    var moment: Moment?
    var seen: [EntryID]?
    var events: [Event]?
    var repair: Repair?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "w": try set(&epoch, key, json.name())
      case "n": try set(&number, key, json.number())
      case "at": try set(&moment, key, json.string().flatMap { Moment(iso: $0) })
      case "seen": try set(&seen, key, numbers())
      case "events":
        guard events == nil else { throw .notJSON }
        guard json.isBeforeArray() else { throw .notARecord }
        events = try self.events(repair: &repair)
      case "c": try json.passValue()
      case "journal": return nil
      case _: try passUnknown(key)
      }
    }
    guard let epoch, EntryID.isEpoch(epoch), let number, number > 0, let events else { throw .notARecord }
    if moment == nil { unknown.append(.member(name: "at")) }
    return Entry(
      id: EntryID(epoch: epoch, number: number), at: moment ?? Moment(millisecondsSince1970: 0), events: events,
      seen: seen ?? [], repair: repair)
  }

  private mutating func events(repair: inout Repair?) throws(Damage) -> [Event] {
    var events: [Event] = []
    try json.beginArray()
    while try json.hasElement() {
      guard json.isBeforeObject() else {
        try json.passValue()
        unknown.append(.event(type: ""))
        continue
      }
      if let event = try event(repair: &repair) { events.append(event) }
    }
    return events
  }

  /// The next event; nil when it is none of the workshop's.
  private mutating func event(repair: inout Repair?) throws(Damage) -> Event? {
    var type: String?
    var members = StoredMembers()
    var torn = StoredRepair()
    let unknownBefore = unknown.count
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "type": try set(&type, key, json.name())
      case "title": try set(&members.title, key, json.string())
      case "language": try set(&members.language, key, json.name())
      case "run": try set(&members.run, key, json.name())
      case "question": try set(&members.question, key, json.name())
      case "series": try set(&members.series, key, json.name())
      case "number": try set(&members.number, key, json.number())
      case "row": try set(&members.row, key, json.name())
      case "across": try set(&members.across, key, json.name())
      case "cells": try set(&members.cells, key, cells())
      case "by": try set(&members.by, key, json.name())
      case "reason": try set(&members.reason, key, json.string())
      case "to": try set(&members.to, key, json.number())
      case "columns": try set(&members.columns, key, json.strings())
      case "from": try set(&members.from, key, origin())
      case "minutes": try set(&members.minutes, key, json.number())
      case "name": try set(&members.name, key, json.string())
      case "of": try set(&members.of, key, entryID())
      case "finding": try set(&members.finding, key, json.name())
      case "subject": try set(&members.subject, key, json.string())
      case "text": try set(&torn.text, key, json.string())
      case "rest": try set(&torn.rest, key, json.string())
      case "nuls": try set(&torn.nuls, key, json.number())
      case _:
        guard let isTaken = try members.topic.take(key, from: &json) else {
          try passUnknown(key)
          continue
        }
        if !isTaken { unknown.append(.member(name: key)) }
      }
    }
    if type == storedRepair, members == StoredMembers(), repair == nil, let found = torn.repair {
      repair = found
      return nil
    }
    guard let known = type.flatMap({ StoredType(rawValue: $0) }), let event = members.event(known) else {
      unknown.removeSubrange(unknownBefore...)
      unknown.append(.event(type: type ?? ""))
      return nil
    }
    if event.has(.hides) { hides = true }
    // Members that other events have, and this one has not.
    if members != StoredMembers() || torn != StoredRepair() { unknown.append(.member(name: known.rawValue)) }
    return event
  }

  private mutating func cells() throws(Damage) -> [String]? {
    let cells = try json.strings()
    for cell in cells ?? [] where cell.utf8.count > Limit.cell.most { throw .tooLarge(.cell) }
    return cells
  }

  private mutating func entryID() throws(Damage) -> EntryID? {
    guard json.isBeforeObject() else {
      try json.passValue()
      return nil
    }
    var epoch: String?
    var number: Int?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "w": try set(&epoch, key, json.name())
      case "n": try set(&number, key, json.number())
      case _: try passUnknown(key)
      }
    }
    guard let epoch, let number else { return nil }
    return EntryID(epoch: epoch, number: number)
  }

  private mutating func origin() throws(Damage) -> Origin? {
    guard json.isBeforeObject() else {
      try json.passValue()
      return nil
    }
    var members = StoredMembers()
    var session: String?
    var created: Int?
    var initials: String?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "session": try set(&session, key, json.name())
      case "title": try set(&members.title, key, json.string())
      case "created": try set(&created, key, json.number())
      case "question": try set(&members.question, key, json.name())
      case "series": try set(&members.series, key, json.name())
      case "number": try set(&members.number, key, json.number())
      case "initials": try set(&initials, key, json.string())
      case _: try passUnknown(key)
      }
    }
    guard let session, let title = members.title, let created, let question = members.question,
      let number = members.number
    else { return nil }
    let answer = AnswerID(question: QuestionID(question), series: members.series, number: number)
    return Origin(session: session, title: title, created: created, answer: answer, initials: initials)
  }

  /// An object of numbers by epoch.
  private mutating func numbers() throws(Damage) -> [EntryID]? {
    guard json.isBeforeObject() else {
      try json.passValue()
      return nil
    }
    var entries: [EntryID]? = []
    try json.beginObject()
    while let key = try json.nextKey() {
      if let number = try json.number(), number >= 0, EntryID.isEpoch(key) {
        entries?.append(EntryID(epoch: key, number: number))
      } else {
        entries = nil
      }
    }
    return entries
  }

  mutating func passUnknown(_ name: String) throws(Damage) {
    unknown.append(.member(name: name))
    try json.passValue()
  }

  /// Takes a member's value, which must not stand there yet. A value of another kind is passed over.
  mutating func set<Value>(_ member: inout Value?, _ name: String, _ value: Value?) throws(Damage) {
    guard member == nil else { throw .notJSON }
    guard let value else { return unknown.append(.member(name: name)) }
    member = value
  }
}
