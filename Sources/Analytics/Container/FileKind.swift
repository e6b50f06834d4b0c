/// What the first bytes of a file say it is; its name says nothing that is relied on.
enum FileKind: Equatable {
  case zip
  /// OLE2, the container of .xls.
  case compound
  case text
  case other(FileFormat)

  /// Looks at the first bytes.
  ///
  /// - Parameter head: As many as there are, up to some kilobytes.
  init(_ head: [UInt8]) {
    if ZipDirectory.begins(head) {
      self = .zip
    } else if head.starts(with: CompoundFile.mark) {
      self = .compound
    } else if let format = FileKind.other(head) {
      self = .other(format)
    } else {
      self = .text
    }
  }

  private static func other(_ head: [UInt8]) -> FileFormat? {
    func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if begins(Array("%PDF".utf8)) { return .pdf }
    if begins([0x89, 0x50, 0x4E, 0x47]) || begins([0xFF, 0xD8, 0xFF]) || begins(Array("GIF8".utf8)) {
      return .picture
    }
    let archives: [[UInt8]] = [
      [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8),
    ]
    if archives.contains(where: begins) { return .otherArchive }
    return markup(head)
  }

  /// Pages, XML and JSON, behind a byte order mark and white space.
  private static func markup(_ head: [UInt8]) -> FileFormat? {
    var text = head[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let start = text.prefix(14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for tag in ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"] where start.starts(with: tag.utf8) {
      return .webPage
    }
    if start.starts(with: "<?xml".utf8) {
      return String(decoding: text, as: UTF8.self).contains("<html") ? .webPage : .xml
    }
    guard let first = text.first,
      let second = text.dropFirst().drop(while: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }).first
    else { return nil }
    let isObject = first == UInt8(ascii: "{") && (second == UInt8(ascii: "\"") || second == UInt8(ascii: "}"))
    let isList = first == UInt8(ascii: "[") && (second == UInt8(ascii: "{") || second == UInt8(ascii: "["))
    return isObject || isList ? .json : nil
  }
}
