import PhoneProtocol
import QRCode
import Text
import Workshop

/// The words for what is seen of the network, and the squares.
struct PhonesWords {
  let language: Language

  /// A network of one's own, shared from this machine.
  static let hotspot = "nmcli device wifi hotspot ssid Plenum"

  /// What a sign means, and what helps.
  func lines(_ sign: PorchMessage.Sign, at port: Int, on address: PhoneAddress) -> [StyledText] {
    switch sign {
    case .request: [StyledText("✓ " + language.sentence("phones.sign-request"))]
    case .tls: [warning("phones.sign-tls")]
    case .otherHost: [warning("phones.sign-other-host")]
    case .otherNetwork: [warning("phones.sign-other-network")]
    case .knock:
      [
        StyledText(
          "! "
            + language.sentence(
              "phones.sign-knock",
              [
                "command": "sudo ufw allow from \(address.network4) to any port \(port) proto tcp",
                "undo": "sudo ufw delete allow from \(address.network4) to any port \(port) proto tcp",
              ])),
        StyledText(
          "  firewalld: sudo firewall-cmd --add-rich-rule='rule family=ipv4 source address=\(address.network4) "
            + "port port=\(port) protocol=tcp accept'"),
      ]
    case .silence:
      [warning("phones.silence"), StyledText(language.sentence("phones.silence-same"))]
        + [
          StyledText(language.sentence("phones.silence-guests", ["command": PhonesWords.hotspot])),
          StyledText(language.sentence("phones.silence-without")),
        ]
    }
  }

  /// What went wrong, where the room must know.
  func line(_ trouble: PorchMessage.Trouble) -> StyledText? {
    switch trouble {
    case .letterboxFull: warning("phones.trouble-letterbox-full")
    case .letterboxDamaged: warning("phones.trouble-letterbox-damaged")
    case .addressGone: warning("phones.trouble-address-gone")
    case .unreadableMessage: nil
    }
  }

  private func warning(_ key: String) -> StyledText { StyledText("! " + language.sentence(key)) }

  /// Why it does not listen.
  func sentence(_ hindrance: PorchMessage.Hindrance) -> String {
    switch hindrance {
    case .portsInUse: language.sentence("phones.hindered-ports-in-use")
    case .noSuchAddress: language.sentence("phones.hindered-no-such-address")
    case .folderUnwritable: language.sentence("phones.hindered-folder-unwritable")
    case .letterboxInUse: language.sentence("phones.hindered-letterbox-in-use")
    case .notAllowed: language.sentence("phones.hindered-not-allowed")
    }
  }

  // MARK: Networks

  /// The networks to choose from, by their numbers.
  func networks(_ addresses: [PhoneAddress]) -> [StyledText] {
    [StyledText(language.sentence("phones.choose-network"), .bold)]
      + addresses.enumerated().map { place, address in
        StyledText("  \(place + 1)  ", .bold) + StyledText("\(name(address))  \(address.address)")
      }
  }

  /// That there is none, and what was left out.
  func noNetwork(leaving others: [PhoneAddress]) -> String {
    let none = language.sentence("phones.no-network", ["command": PhonesWords.hotspot])
    let names = others.filter { $0.kind != .loopback }.map { "\($0.interface) \($0.address)" }
    guard !names.isEmpty else { return none }
    return none + " " + language.sentence("phones.left-out", ["names": names.joined(separator: ", ")])
  }

  private func name(_ address: PhoneAddress) -> String {
    guard address.kind == .wifi else { return "\(language.sentence("phones.network-cable")) (\(address.interface))" }
    return address.network.map { language.sentence("phones.network-wifi", ["name": $0]) }
      ?? language.sentence("phones.network-wifi-nameless")
  }

  // MARK: Squares

  /// A square that a camera reads; none where the text is too long for one.
  func square(_ text: String) -> [StyledText]? {
    QRCode(text)?.halfBlocks().map { StyledText($0, .ink) }
  }

  /// How people come in, beside the square where there is room, else below the steps.
  ///
  /// - Parameters:
  ///   - site: Where phones find the room.
  ///   - code: Its code.
  ///   - network: The name of the Wi-Fi, where it is known.
  ///   - size: The window.
  /// - Returns: The lines.
  func joining(_ site: String, code: String, network: String?, size: WindowSize) -> [StyledText] {
    let steps =
      [
        StyledText(language.sentence("phones.step-title"), .bold), "",
        StyledText(language.sentence("phones.step-network")),
      ] + (network.flatMap { $0.isEmpty ? nil : [StyledText("   \($0)", .bold)] } ?? []) + [
        StyledText(language.sentence("phones.step-open")), StyledText("   http://\(site)", .bold),
        StyledText("   " + language.sentence("phones.step-code", ["code": code]), .bold),
      ]
    guard let square = square("http://\(site)/\(code)"), let width = square.first?.width,
      size.columns >= width + 2, size.rows >= square.count + 2
    else { return steps }
    let room = size.columns - width - 3
    guard room >= 24 else { return size.rows >= square.count + steps.count + 2 ? steps + square : steps }
    let broken = steps.flatMap { $0.wrapped(to: room) }
    let above = max((square.count - broken.count) / 2, 0)
    return (0..<max(square.count, above + broken.count)).map { row in
      let left = square.indices.contains(row) ? square[row] : StyledText(String(repeating: " ", count: width))
      let place = row - above
      return left + "   " + (broken.indices.contains(place) ? broken[place] : "")
    }
  }
}

extension PhoneAddress {
  /// Its network, as a firewall is told it: `192.168.1.0/24`.
  var network4: String {
    let number = address.split(separator: ".").reduce(UInt32(0)) { $0 << 8 | (UInt32($1) ?? 0) }
    let mask = prefix == 0 ? 0 : ~UInt32(0) << UInt32(32 - min(max(prefix, 0), 32))
    let network = number & mask
    return [24, 16, 8, 0].map { String(network >> UInt32($0) & 255) }.joined(separator: ".") + "/\(prefix)"
  }
}
