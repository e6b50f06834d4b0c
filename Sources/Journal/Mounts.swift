/// What is mounted where on Linux, as `/proc/self/mountinfo` tells (proc(5)).
struct Mounts {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n")
  }

  private static let network: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "davfs", "glusterfs", "fuse.sshfs",
    "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs", "fuse.gvfsd-fuse",
  ]

  /// Whether the disk of that number is another machine's.
  func isNetwork(device: UInt64) -> Bool {
    let major = (device >> 8 & 0xFFF) | (device >> 32 & 0xFFFF_F000)
    let minor = (device & 0xFF) | (device >> 12 & 0xFFFF_FF00)
    return lines.contains { line in
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == "\(major):\(minor)", let dash = words.firstIndex(of: "-"),
        words.indices.contains(dash + 1)
      else { return false }
      return Mounts.network.contains(words[dash + 1])
    }
  }
}
