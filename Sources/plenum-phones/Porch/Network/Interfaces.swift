internal import CPhoneSystem
internal import PhoneProtocol

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The network interfaces of this machine.
enum Interfaces {
  /// The IPv4 addresses of those that are up, Wi-Fi first.
  static func addresses() -> [PhoneAddress] {
    var found: [PhoneAddress] = []
    var first: UnsafeMutablePointer<ifaddrs>?
    guard unsafe getifaddrs(&first) == 0 else { return [] }
    defer { unsafe freeifaddrs(first) }
    var next = unsafe first
    while let interface = unsafe next {
      unsafe next = interface.pointee.ifa_next
      if let address = unsafe address(of: interface.pointee) { found.append(address) }
    }
    let order = PhoneAddress.Kind.allCases
    return found.enumerated().sorted { left, right in
      (order.firstIndex(of: left.element.kind) ?? 0, left.offset)
        < (order.firstIndex(of: right.element.kind) ?? 0, right.offset)
    }.map(\.element)
  }

  private static func address(of interface: ifaddrs) -> PhoneAddress? {
    let isUp = unsafe interface.ifa_flags & UInt32(IFF_UP) != 0
    guard isUp, let address = unsafe number(interface.ifa_addr), let mask = unsafe number(interface.ifa_netmask) else {
      return nil
    }
    let name = unsafe String(cString: interface.ifa_name)
    let kind = kind(of: name, address: address, isWireless: isWireless(name))
    return PhoneAddress(
      interface: name, kind: kind, network: kind == .wifi ? networkName(of: name) : nil,
      address: (0..<4).map { String(address >> (24 - 8 * $0) & 255) }.joined(separator: "."),
      prefix: mask.nonzeroBitCount)
  }

  private static func number(_ address: UnsafeMutablePointer<sockaddr>?) -> UInt32? {
    guard let address = unsafe address, unsafe Int32(address.pointee.sa_family) == AF_INET else { return nil }
    return unsafe address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
      unsafe UInt32(bigEndian: $0.pointee.sin_addr.s_addr)
    }
  }

  /// What an interface is, by its address and by the names that Linux and the usual programs give.
  static func kind(of name: String, address: UInt32, isWireless: Bool) -> PhoneAddress.Kind {
    if address >> 24 == 127 { return .loopback }
    if address >> 16 == 0xA9FE { return .selfAssigned }
    if isWireless { return .wifi }
    if begins(name, with: ["docker", "veth", "virbr", "br-", "vmnet", "vboxnet", "lxc", "lxd", "podman", "cni"]) {
      return .virtual
    }
    if begins(name, with: ["tun", "tap", "wg", "tailscale", "ppp", "utun", "zt", "ipsec", "nordlynx"]) {
      return .tunnel
    }
    return begins(name, with: ["wl"]) ? .wifi : .cable
  }

  private static func begins(_ name: String, with beginnings: [String]) -> Bool {
    beginnings.contains { name.hasPrefix($0) }
  }

  private static func isWireless(_ name: String) -> Bool { unsafe access("/sys/class/net/\(name)/wireless", F_OK) == 0 }

  private static func networkName(of name: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 33)
    let isKnown = unsafe bytes.withUnsafeMutableBufferPointer { unsafe phone_wifi_name(name, $0.baseAddress) }
    guard isKnown else { return nil }
    return cleaned(String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}
