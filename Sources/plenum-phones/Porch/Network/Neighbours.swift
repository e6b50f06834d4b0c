#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The machines on the network that asked for this one, as the system notes them (`/proc/net/arp`; RFC 826).
///
/// Nothing is sent to find them.
enum Neighbours {
  /// The addresses in the network that have answered, or asked.
  static func addresses(in subnet: Subnet) -> Set<String> { addresses(in: subnet, table: table()) }

  /// The addresses that stand in a table, apart from those that nobody answered for.
  static func addresses(in subnet: Subnet, table: String) -> Set<String> {
    var found: Set<String> = []
    for line in table.split(separator: "\n").dropFirst() {
      let columns = line.split(separator: " ", omittingEmptySubsequences: true)
      guard columns.count >= 4, columns[3] != "00:00:00:00:00:00", subnet.contains(String(columns[0])) else { continue }
      found.insert(String(columns[0]))
    }
    return found
  }

  private static func table() -> String {
    let descriptor = unsafe open("/proc/net/arp", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count < 1 << 20 {
      let count = unsafe piece.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
