import Facilitation
import Journal
import LineEditor
import PhoneProtocol
import Text
import Workshop

// The room opened to phones and closed to them.
extension REPL {
  /// Carries out what was asked for about phones.
  mutating func carryOut(_ command: PhonesCommand) {
    switch command {
    case .open(let network): open(toPhonesOn: network)
    case .off:
      phones?.close(keeps: false)
      phones = nil
    case .names, .admit: break
    case .mute(let phone): phones?.link.tell(.mute(phone: phone, interpreter.phones.muted.contains(phone)))
    case .code:
      guard let room = livingRoom() else { return }
      guard let code = room.link.changeCode() else { return lose() }
      say(.said(language.sentence("phones.new-code", ["code": code])))
      showJoining(room)
    case .test:
      guard let room = livingRoom() else { return }
      room.link.tell(.watch)
      say(.said(language.sentence("phones.testing", ["address": room.link.site])))
      showJoining(room)
    case .wifi(let name, let password): showWiFi(name, password)
    }
  }

  private func livingRoom() -> PhonesRoom? { phones.flatMap { $0.link.isOver ? nil : $0 } }

  // MARK: Opening

  private mutating func open(toPhonesOn number: Int?) {
    guard editor.mode != .piped, interpreter.writer.journal != nil else {
      interpreter.phones = Phones()
      return fail(Failure(.usage, language.sentence("phones.only-live")))
    }
    let words = PhonesWords(language: language)
    do throws(Failure) {
      var link = try startPhones()
      let (offered, others) = (
        (link.addresses ?? []).filter(\.kind.isOffered), (link.addresses ?? []).filter { !$0.kind.isOffered }
      )
      guard !offered.isEmpty else { throw Failure(.noInput, words.noNetwork(leaving: others)) }
      if let number, !offered.indices.contains(number - 1) {
        throw Failure(.usage, language.sentence("phones.no-such-network", ["number": String(number)]))
      }
      guard let address = number.map({ offered[$0 - 1] }) ?? (offered.count == 1 ? offered[0] : nil) else {
        // Which one is asked, never guessed: the number goes behind what stands in the line.
        link.leave()
        interpreter.phones = Phones()
        text = "/\(CommandName.phones.shown(in: language)) "
        return present(words.networks(offered))
      }
      // A program that was left a moment ago may still be closing the letterbox.
      var attempts = 50
      while !link.open(at: address) {
        link.leave()
        attempts -= 1
        guard link.hindrance == .letterboxInUse, attempts > 0 else {
          throw link.hindrance.map { Failure(.noInput, words.sentence($0)) } ?? noAnswer()
        }
        link = try startPhones()
      }
      let room = PhonesRoom(
        link, at: address, editor: editor, place: place, process: system.process.process, language: language)
      phones = room
      receiveLetters()
      say(.said(language.sentence("phones.opened")))
      showJoining(room)
    } catch {
      interpreter.phones = Phones()
      fail(error)
    }
  }

  /// Starts the program and waits until it says where it could be reached.
  private func startPhones() throws(Failure) -> PhonesLink {
    guard let path = system.phonesProgram() else {
      throw Failure(.toolMissing, language.sentence("phones.missing", ["command": PhonesProgram.command]))
    }
    do throws(Fault) { try system.storage.makeFolders(place.letterboxFolder) } catch {
      throw Failure(.cannotCreate, language.sentence("phones.hindered-folder-unwritable"))
    }
    // It begins in that folder, from which the path of another folder would lead elsewhere.
    let child = ChildProcess(
      program: path, arguments: ["."], folder: place.letterboxFolder, searchPath: "")
    guard let conversation = system.converse(child) else { throw noAnswer() }
    let link = PhonesLink(conversation)
    guard link.wait(until: { link.addresses != nil }) else {
      link.leave()
      throw noAnswer()
    }
    return link
  }

  private func noAnswer() -> Failure {
    Failure(
      .toolMissing,
      language.sentence(
        "phones.no-answer", ["path": system.phonesProgram() ?? "plenum-phones", "command": PhonesProgram.command]))
  }

  private mutating func showJoining(_ room: PhonesRoom) {
    guard let opened = room.link.opened else { return }
    let lines = PhonesWords(language: language).joining(
      room.link.site, code: opened.code, network: room.address.network, size: editor.windowSize)
    present(lines, waits: editor.mode == .rich)
  }

  private mutating func showWiFi(_ name: String, _ password: String) {
    let words = PhonesWords(language: language)
    guard let square = words.square(WiFiSquare(name: name, password: password).text) else {
      return refuse(language.sentence("phones.wifi-too-long"))
    }
    present([StyledText(language.sentence("phones.wifi-square", ["name": name]), .bold)] + square, waits: true)
  }

  /// Says that phones wrote something before that nobody has taken.
  func sayWhatPhonesLeft() {
    guard editor.mode != .piped, interpreter.writer.journal != nil, place.hasLetters else { return }
    show([StyledText("! " + language.sentence("phones.kept"), .bold)])
  }

  // MARK: Closing

  /// The program has ended or does not answer: the room goes on without phones.
  private mutating func lose() {
    phones?.close(keeps: true)
    phones = nil
    interpreter.phones.lose()
    refuse(language.sentence("phones.lost"))
  }

  /// The session ends: what nobody has taken stays in the letterbox.
  mutating func leavePhones() {
    guard let room = phones else { return }
    receiveLetters()
    let waiting = interpreter.phones.letters.count { interpreter.phones.isWaiting($0, in: session) }
    room.close(keeps: waiting > 0 || session.openVote != nil)
    phones = nil
    guard waiting > 0 else { return }
    show([StyledText("! " + language.sentence("phones.left-behind", count: waiting), .bold)])
  }
}

/// What a square says so that a phone joins a Wi-Fi: the form that cameras know.
struct WiFiSquare {
  let name: String
  let password: String

  /// `WIFI:T:WPA;S:name;P:password;;`, with a backslash before what has a meaning there.
  var text: String {
    let kind = password.isEmpty ? "nopass" : "WPA"
    return "WIFI:T:\(kind);S:\(escaped(name));" + (password.isEmpty ? "" : "P:\(escaped(password));") + ";"
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\;,:\"".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
