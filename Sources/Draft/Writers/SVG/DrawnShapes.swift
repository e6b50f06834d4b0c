import Workshop

/// A comb, and petals around a heart.
extension Drawing {
  init(honeycomb comb: Document.Honeycomb) {
    // Pointy cells of width 190 and height 220, in rows of two and three by turns: seven make the comb.
    let (width, height) = (190, 220)
    var places: [(x: Int, y: Int)] = []
    var row = 0
    while places.count < comb.cells.count {
      let count = row.isMultiple(of: 2) ? 2 : 3
      for cell in 0..<count {
        places.append((x: cell * width + (count == 2 ? width : width / 2) + 10, y: row * 165 + height / 2 + 6))
      }
      row += 1
    }
    let said = comb.cells.map { "\($0.label.text): \($0.today.text) → \($0.wanted.text)" }
    self.init(
      3 * width + 20, max(0, row - 1) * 165 + height + 12,
      name: "\(comb.today) → \(comb.wanted). \(said.joined(separator: "; "))")
    for (cell, place) in zip(comb.cells, places) {
      let (x, y) = place
      let isFull = cell.today.text == cell.wanted.text
      let (a, b) = (x - 91, x + 91)
      add(
        "<path class=\"cell\(isFull ? " full" : "")\" fill=\"#e2eeec\" stroke=\"\(Drawing.accent)\" stroke-width=\"3\" d=\"M\(x) \(y - 105) L\(b) \(y - 52) V\(y + 52) L\(x) \(y + 105) L\(a) \(y + 52) V\(y - 52) Z\"/>"
      )
      label(Drawing.wrapped(cell.label.text, at: 17, most: 4), x: x, y: y - 18, size: 18, "name", weight: true)
      label(["\(cell.today.text) → \(cell.wanted.text)"], x: x, y: y + 56, size: 24, "mark", weight: true)
    }
  }

  init(flower: Document.Flower) {
    let count = max(1, flower.petals.count)
    let reach = count > 8 ? 300 : 245
    let middle = reach + 140
    let said = flower.petals.map { petal in
      [petal.label.text, petal.aspect.text, petal.contact.text].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    self.init(2 * middle, 2 * middle, name: ([flower.heart.text] + said).filter { !$0.isEmpty }.joined(separator: "; "))
    for (place, petal) in flower.petals.enumerated() {
      let turn = Double(place) / Double(count)
      let (right, down) = CirclePoint.point(turn)
      let (x, y) = (middle + Int(right * Double(reach)), middle + Int(down * Double(reach)))
      add(
        "<ellipse class=\"petal\" fill=\"#e2eeec\" stroke=\"\(Drawing.accent)\" stroke-width=\"2\" cx=\"\(x)\" cy=\"\(y)\" rx=\"130\" ry=\"\(count > 6 ? 84 : 108)\" transform=\"rotate(\(Int(turn * 360) - 90) \(x) \(y))\"/>"
      )
      let aspect = Drawing.wrapped(petal.aspect.text, at: 20, most: 3)
      label(
        Drawing.wrapped(petal.label.text, at: 17, most: 2), x: x, y: y - 14 * aspect.count - 6, size: 18, "name",
        weight: true)
      label(aspect, x: x, y: y + 14, size: 15, "note")
      label(
        Drawing.wrapped(petal.contact.text, at: 18, most: 1), x: x, y: y + 14 * aspect.count + 28, size: 15, "mark",
        weight: true)
    }
    add(
      "<circle class=\"heart\" fill=\"#fff\" stroke=\"\(Drawing.accent)\" stroke-width=\"5\" cx=\"\(middle)\" cy=\"\(middle)\" r=\"110\"/>"
    )
    label(Drawing.wrapped(flower.heart.text, at: 20, most: 7), x: middle, y: middle, size: 16, "name")
  }
}
