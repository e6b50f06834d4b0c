/// A workbook of Office Open XML (ECMA-376), read as values only: no formula is computed, no link followed.
struct XLSXWorkbook {
  private let directory: ZipDirectory
  private let source: Source
  private let limits: Limits

  init(_ directory: ZipDirectory, _ source: Source, limits: Limits) {
    self.directory = directory
    self.source = source
    self.limits = limits
  }

  /// Its sheets, in order.
  func sheets(member: String) throws(Refusal) -> [Sheet] {
    guard let workbook = try part("xl/workbook.xml") else { throw .damagedWorkbook }
    var (named, isFrom1904): ([(name: String, relation: String)], Bool) = ([], false)
    try workbook.forEachElement { name, attributes in
      switch name {
      case "sheet":
        if named.count < limits.members { named.append((attributes["name"] ?? "", attributes["id"] ?? "")) }
      case "workbookPr": isFrom1904 = ["1", "true"].contains(attributes["date1904"])
      case _: break
      }
    }
    let targets = try relations()
    let (styles, texts) = (try styles(), try texts())
    let cell = NumberCell(isFrom1904: isFrom1904)
    var sheets: [Sheet] = []
    for (name, relation) in named {
      guard let target = targets[relation], let entry = entry(target) else { continue }
      let (source, limits) = (source, limits)
      sheets.append(
        Sheet(member: member, name: name, encoding: nil, delimiter: nil) { () throws(Refusal) -> any RecordStream in
          let xml = try XMLPieces(
            ByteStream(entry, in: source, pieceBytes: limits.pieceBytes), part: entry.name)
          return XLSXSheetReader(xml, texts: texts, styles: styles, number: cell, limits: limits)
        })
    }
    guard !sheets.isEmpty else { throw .damagedWorkbook }
    return sheets
  }

  private func entry(_ name: String) -> ZipEntry? {
    directory.entries.first { $0.name.lowercased() == name.lowercased() }
  }

  private func part(_ name: String) throws(Refusal) -> XMLPieces? {
    guard let entry = entry(name) else { return nil }
    return try XMLPieces(ByteStream(entry, in: source, pieceBytes: limits.pieceBytes), part: name)
  }

  /// Where the parts are that the workbook names by an id.
  private func relations() throws(Refusal) -> [String: String] {
    guard let part = try part("xl/_rels/workbook.xml.rels") else { throw .damagedWorkbook }
    var targets: [String: String] = [:]
    try part.forEachElement { name, attributes in
      guard name == "Relationship", targets.count < limits.columns, let id = attributes["Id"],
        let target = attributes["Target"]
      else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  private func styles() throws(Refusal) -> [NumberStyle] {
    guard let part = try part("xl/styles.xml") else { return [] }
    var (codes, styles, isInCells): ([Int: String], [NumberStyle], Bool) = ([:], [], false)
    try part.forEachElement { name, attributes in
      switch name {
      case "numFmt":
        guard codes.count < limits.columns, let number = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
        codes[number] = attributes["formatCode"]
      case "cellXfs": isInCells = true
      case "cellStyles", "cellStyleXfs", "dxfs": isInCells = false
      case "xf" where isInCells:
        let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        styles.append(NumberStyle(number: number, code: codes[number]))
      case _: break
      }
    }
    return styles
  }

  private func texts() throws(Refusal) -> SharedTexts {
    var texts = SharedTexts()
    guard let xml = try part("xl/sharedStrings.xml") else { return texts }
    var (text, isText, phonetic): ([UInt8], Bool, Int) = ([], false, 0)
    while try xml.next() {
      for event in xml.events {
        switch event.kind {
        case .start:
          if xml.isNamed("si", event) { text.removeAll(keepingCapacity: true) }
          if xml.isNamed("rPh", event) { phonetic += 1 }
          isText = phonetic == 0 && xml.isNamed("t", event)
        case .stop:
          isText = false
          if xml.isNamed("rPh", event) { phonetic -= 1 }
          if xml.isNamed("si", event) { try texts.append(text, limit: limits.sharedTextBytes) }
        case .text:
          if isText { text += xml.bytes[event.text] }
          guard text.count <= limits.rowBytes else {
            throw .unpacksTooLarge(member: "sharedStrings", bytes: text.count, limit: limits.rowBytes)
          }
        case .attribute: break
        }
      }
    }
    return texts
  }
}
