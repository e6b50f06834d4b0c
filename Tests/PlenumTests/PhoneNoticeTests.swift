import FacilitationFixtures
import PhoneProtocol
import Testing
import Workshop

@testable import Facilitation
@testable import plenum

/// What phones are shown: what is asked of them, and nothing else of a session.
struct PhoneNoticeTests {
  private let rooms: Rooms

  init() throws { rooms = try Rooms() }

  private func room(_ lines: [String]) throws -> Interpreter {
    var room = try rooms.remembering(language: "en", run: "half-day")
    for line in lines { try room.hear(scripted: line) }
    return room
  }

  private func notice(_ room: Interpreter) -> PhoneNotice {
    let all = [room.localization] + room.session.method.languages.filter { $0 != "en" }.compactMap(room.localization)
    return NoticeMaking(session: room.session, phones: room.phones, localizations: all).notice
  }

  /// Everything of a session that is not for phones, each with a word that can be looked for.
  private static let canaries = [
    "/people add KH | CANARY person | CANARY role", "/people add OL | Ola Lie", "/people add PB | Per Bo",
    "/note CANARY note", "/park CANARY point", "/decide CANARY decision", "/task CANARY task @KH", "/checkin CANARY",
    "/goto situation.internal.offering", "CANARY answer", "CANARY other", "/phones", "#: 7 name CANARY name",
    "#: 7 idea CANARY letter", "/skip CANARY reason",
  ]

  @Test(arguments: [
    "situation.internal.offering", "situation.internal.history", "situation.external.environment",
    "situation.internal.resources", "situation.swot.vote", "frame.people.functions", "post.objectives.smart",
  ]) func `nothing that others said is shown`(question: String) throws {
    var lines = PhoneNoticeTests.canaries
    if (try? room(["/goto \(question)"])) == nil {
      lines += ["/goto situation.internal.offering"]
    } else {
      lines += ["/goto \(question)"]
    }
    let bytes = RoomMessage.notice(notice(try room(lines))).line
    #expect(!String(decoding: bytes, as: UTF8.self).contains("CANARY"))
  }

  @Test func `of an open vote the items are shown, and neither counts nor ballots`() throws {
    let lines =
      PhoneNoticeTests.canaries + ["/goto situation.internal.offering", "Bread", "/vote dots 2", "#: 7 vote 1x2"]
    guard case .vote(let vote)? = notice(try room(lines)).form else {
      Issue.record("There is no vote.")
      return
    }
    #expect(vote.items == ["CANARY answer", "CANARY other", "Bread"])
    #expect(vote.way == .dots(2, mostOnOne: nil))
  }

  @Test(arguments: [
    ("/off", PhoneNotice.Standing.offRecord), ("/blank", .covered), ("/break 5", .pause), ("/checkin", .asking),
    ("/goto frame.people.participants", .nothing),
  ]) func `what stands on the phones follows the room`(line: String, standing: PhoneNotice.Standing) throws {
    let lines = ["/phones", "/goto situation.internal.offering"]
    #expect(notice(try room(lines)).standing == .asking)
    let after = notice(try room(lines + [line]))
    #expect(after.standing == standing)
    #expect((after.form == nil) == (standing != .asking))
  }

  @Test func `a form is worded in each language, with an option for each id`() throws {
    for question in ["situation.internal.offering", "situation.internal.resources", "situation.external.environment"] {
      let notice = notice(try room(["/phones", "/goto \(question)"]))
      guard case .ideas(_, let fields)? = notice.form else {
        Issue.record("\(question) asks nothing.")
        continue
      }
      #expect(notice.wordings.map(\.language) == ["en", "nb", "da", "nl", "fi", "sv", "de"])
      for wording in notice.wordings {
        #expect(wording.labels.count == fields.count)
        for (field, options) in zip(fields, wording.options) {
          if case .choice(let ids) = field.kind { #expect(options.count == ids.count) } else { #expect(options == []) }
        }
      }
    }
  }

  @Test(arguments: [
    ("/opt/plenum/bin/plenum", "/opt/plenum/bin/plenum-phones"),
    (
      "/home/x/plenum/.build/x86_64-unknown-linux-gnu/debug/plenum",
      "/home/x/plenum/.build/phones/release/plenum-phones"
    ),
  ]) func `the program lies beside this one, or where it is built`(own: String, expected: String) {
    #expect(PhonesProgram.path(of: own, named: nil) { $0 == expected } == expected)
    #expect(PhonesProgram.path(of: own, named: "/else/where") { _ in true } == "/else/where")
    #expect(PhonesProgram.path(of: own, named: nil) { _ in false } == nil)
  }

  @Test func `a square that joins a Wi-Fi says its name and password whatever is in them`() {
    #expect(WiFiSquare(name: "Gjest; \"A\"", password: "a:b\\c").text == #"WIFI:T:WPA;S:Gjest\; \"A\";P:a\:b\\c;;"#)
    #expect(WiFiSquare(name: "Open", password: "").text == "WIFI:T:nopass;S:Open;;")
  }

  @Test func `a firewall is told of the network, not of one machine`() {
    let address = PhoneAddress(interface: "wlan0", kind: .wifi, network: nil, address: "192.168.77.130", prefix: 25)
    #expect(address.network4 == "192.168.77.128/25")
  }

  @Test func `a note for the projector is read as it was written`() {
    let note = PhonesNote(
      site: "192.168.1.23:8080", code: "K7QM", network: "Kringla\ngjest", known: 3, round: 1, votes: 2, process: "17")
    var expected = note
    expected.network = "Kringlagjest"
    #expect(PhonesNote(note.bytes) == expected)
    #expect(PhonesNote(Array("x\ny\n".utf8)) == nil)
  }
}
