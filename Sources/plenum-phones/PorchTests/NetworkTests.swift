import PhoneProtocol
import Testing

@testable import Porch

@Suite struct NetworkTests {
  @Test(arguments: [
    ("192.168.1.23", 24, "192.168.1.200", true), ("192.168.1.23", 24, "192.168.2.200", false),
    ("10.4.0.17", 8, "10.255.0.1", true), ("127.0.0.1", 8, "127.9.9.9", true), ("10.0.0.1", 32, "10.0.0.1", true),
    ("10.0.0.1", 32, "10.0.0.2", false), ("10.0.0.1", 31, "::1", false),
  ]) func `a network holds those whose first bits are the same`(
    address: String, prefix: Int, other: String, isIn: Bool
  ) throws {
    #expect(try #require(Subnet(address, prefix: prefix)).contains(other) == isIn)
  }

  @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.x", "1..3.4", "+1.2.3.4", "0001.2.3.4"])
  func `that is no address`(address: String) { #expect(Subnet(address, prefix: 24) == nil) }

  @Test(arguments: [
    ("lo", "127.0.0.1", false, PhoneAddress.Kind.loopback), ("eth0", "169.254.3.4", false, .selfAssigned),
    ("docker0", "172.17.0.1", false, .virtual), ("br-1f3a", "172.18.0.1", false, .virtual),
    ("virbr0", "192.168.122.1", false, .virtual), ("wg0", "10.8.0.2", false, .tunnel),
    ("tailscale0", "100.64.0.1", false, .tunnel), ("tun0", "10.8.0.6", false, .tunnel),
    ("wlp3s0", "192.168.1.23", true, .wifi), ("enp0s31f6", "10.4.0.17", false, .cable),
  ]) func `an interface is what its name and address say`(
    name: String, address: String, isWireless: Bool, kind: PhoneAddress.Kind
  ) throws {
    let number = try #require(Subnet.number(address))
    #expect(Interfaces.kind(of: name, address: number, isWireless: isWireless) == kind)
    #expect(kind.isOffered == [.wifi, .cable].contains(kind))
  }

  @Test func `this machine has its own address`() {
    let own = Interfaces.addresses()
    #expect(own.contains { $0.address == "127.0.0.1" && $0.kind == .loopback && $0.prefix == 8 })
  }

  static let table = """
    IP address       HW type     Flags       HW address            Mask     Device
    192.168.1.44     0x1         0x2         aa:bb:cc:dd:ee:ff     *        wlan0
    192.168.1.45     0x1         0x0         00:00:00:00:00:00     *        wlan0
    10.0.0.9         0x1         0x2         aa:bb:cc:dd:ee:fe     *        eth0

    """

  @Test func `who asked for this machine stands in the system's table`() throws {
    let subnet = try #require(Subnet("192.168.1.23", prefix: 24))
    #expect(Neighbours.addresses(in: subnet, table: NetworkTests.table) == ["192.168.1.44"])
    #expect(Neighbours.addresses(in: subnet, table: "").isEmpty)
  }

  @Test func `a phone that comes ends the lookout`() {
    var lookout = Lookout(known: [], at: 0)
    #expect(lookout.look([], at: 1_000) == (nil, false))
    lookout.arrive("192.168.1.44")
    #expect(lookout.look(["192.168.1.44"], at: 9_000) == (nil, true))
  }

  @Test func `somebody who asks and does not come through was kept out here`() {
    var lookout = Lookout(known: ["192.168.1.1"], at: 0)
    #expect(lookout.look(["192.168.1.1", "192.168.1.44"], at: 5_000) == (nil, false))
    #expect(lookout.look(["192.168.1.1", "192.168.1.44"], at: 8_000) == (.knock, true))
  }

  @Test func `nobody at all in 20 seconds is another thing`() {
    var lookout = Lookout(known: ["192.168.1.1"], at: 0)
    #expect(lookout.look(["192.168.1.1"], at: 19_999) == (nil, false))
    #expect(lookout.look(["192.168.1.1"], at: 20_000) == (.silence, true))
  }
}
