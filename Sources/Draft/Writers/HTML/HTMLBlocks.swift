import Workshop

extension HTMLRenderer {
  mutating func set(_ block: Document.Block) {
    switch block {
    case .heading(let text):
      element("h3", text)
      hasHeading = true
    case .paragraph(let text): element("p", text)
    case .boxed(let text): element("p", text, " class=\"boxed\"")
    case .list(let items, let isNumbered): list(items, isNumbered ? "ol" : "ul")
    case .ticks(let ticks): self.ticks(ticks)
    case .table(let table): self.table(table)
    case .cross(let fields): cross(fields)
    case .cards(let cards): self.cards(cards)
    case .quotes(let quotes): for quote in quotes { self.quote(quote) }
    case .tree(let branches): tree(branches, isOutermost: true)
    case .figure(let figure): self.figure(figure)
    case .timeline(let months): timeline(months)
    case .calendar(let weeks): calendar(weeks)
    }
  }

  mutating func list(_ items: [Document.Text], _ name: String) {
    html.raw("<\(name)>\n")
    for item in items { element("li", item) }
    html.raw("</\(name)>\n")
  }

  private mutating func ticks(_ ticks: [Document.Tick]) {
    html.raw("<ul class=\"ticks\">\n")
    for tick in ticks {
      let origin = origin([tick.text])
      html.raw("<li\(tick.isChosen ? " class=\"chosen\"" : "")\(origin)>\(tick.isChosen ? "☑" : "☐") ")
      set(tick.text)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  mutating func table(_ table: Document.Table) {
    let isKept = table.rows.count <= 8
    html.raw(
      "<div class=\"box\(isKept ? " kept" : "")\"\(table.isWide ? " tabindex=\"0\"" : "")>\n<table class=\"\(table.isWide ? "wide" : table.headers.count > 3 ? "middle" : "narrow")\">\n"
    )
    if table.headers.contains(where: { !$0.isEmpty }) {
      html.raw("<thead><tr>")
      for (header, isNumeric) in zip(table.headers, table.numeric) {
        if header.isEmpty {
          html.raw("<td></td>\n")
        } else {
          html.element("th", header, isNumeric ? " scope=\"col\" class=\"number\"" : " scope=\"col\"")
          html.raw("\n")
        }
      }
      html.raw("</tr></thead>\n")
    }
    // The last two rows of what may go on overleaf are a body of their own: neither stands there alone.
    let end = isKept ? nil : table.rows.count - (table.sums.isEmpty ? 2 : 1)
    html.raw("<tbody>\n")
    for (place, row) in table.rows.enumerated() {
      if place == end { html.raw("</tbody>\n<tbody class=\"end\">\n") }
      self.row(row, table)
    }
    // A row of the body like the others: readers that know no foot of a table would lose it.
    if !table.sums.isEmpty { row(table.sums, table, "sum") }
    html.raw("</tbody>\n</table>\n</div>\n")
  }

  private mutating func row(_ row: [Document.Text], _ table: Document.Table, _ style: String = "") {
    let origin = origin(row)
    html.raw(style.isEmpty ? "<tr\(origin)>" : "<tr class=\"\(style)\"\(origin)>")
    for (place, cell) in row.enumerated() {
      let isHead = place == 0 && table.hasRowHeaders && !cell.text.isEmpty
      html.raw(isHead ? "<th scope=\"row\"" : "<td")
      if let kind = kind(of: cell.text, isNumeric: table.numeric[place]) { html.raw(" class=\"\(kind)\"") }
      if !table.headers[place].isEmpty, !cell.text.isEmpty {
        html.raw(" data-label=\"")
        html.text(table.headers[place])
        html.raw("\"")
      }
      html.raw(">")
      set(place == 0 ? cell : cell.bare)
      html.raw(isHead ? "</th>\n" : "</td>\n")
    }
    html.raw("</tr>\n")
  }

  /// What a cell needs: numbers, handles and days stay on one line, and what has no place to break is broken anywhere.
  private func kind(of text: String, isNumeric: Bool) -> String? {
    if text.isEmpty { return "empty" }
    if isNumeric { return "number" }
    if text.utf8.count <= 12, text.utf8.last.map({ (48...57).contains($0) }) == true { return "short" }
    var run = 0
    for byte in text.utf8 {
      run = byte == 0x20 ? 0 : run + 1
      if run > 28 { return "long" }
    }
    return nil
  }

  private mutating func cross(_ fields: [Document.Field]) {
    html.raw("<div class=\"cross\">\n")
    for (place, field) in fields.enumerated() {
      html.raw("<div class=\"field f\(place % 4)\">\n")
      html.element(hasHeading ? "h4" : "h3", field.title)
      html.raw("\n")
      list(field.items, "ul")
      html.raw("</div>\n")
    }
    html.raw("</div>\n")
  }

  private mutating func cards(_ cards: [Document.Card]) {
    html.raw("<div class=\"cards\">\n")
    for card in cards {
      let origin = origin([card.title])
      let heading = hasHeading ? "h4" : "h3"
      html.raw("<article\(origin)>\n<\(heading)>")
      set(card.title)
      html.raw("</\(heading)>\n")
      if !card.terms.isEmpty { terms(card.terms) }
      for list in card.lists {
        html.element("p", list.title, " class=\"label\"")
        html.raw("\n")
        self.list(list.items, "ul")
      }
      html.raw("</article>\n")
    }
    html.raw("</div>\n")
  }

  private mutating func terms(_ terms: [Document.Term]) {
    html.raw("<dl>\n")
    for term in terms {
      html.element("dt", term.label)
      html.raw("\n<dd>")
      set(term.text)
      html.raw("</dd>\n")
    }
    html.raw("</dl>\n")
  }

  private mutating func quote(_ quote: Document.Quote) {
    let origin = origin([quote.text])
    html.raw("<figure class=\"quote\"\(origin)>\n<blockquote>")
    set(quote.text)
    html.raw("</blockquote>\n")
    if !quote.attribution.isEmpty { html.element("figcaption", quote.attribution) }
    html.raw("</figure>\n")
  }

  private mutating func tree(_ branches: [Document.Branch], isOutermost: Bool) {
    html.raw(isOutermost ? "<ul class=\"chain\">\n" : "<ul>\n")
    for branch in branches {
      let origin = origin([branch.text])
      html.raw("<li><span class=\"node\"\(origin)>")
      set(branch.text)
      html.raw("</span>\n")
      if !branch.branches.isEmpty { tree(branch.branches, isOutermost: false) }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private mutating func timeline(_ months: [Document.Month]) {
    let spans = Drawing(spans: months, names: document.words.months)
    if let spans { drawing(spans, "spans") }
    html.raw("<div class=\"timeline\(spans != nil && months.areDrawnWhole ? " drawn" : "")\">\n")
    for month in months {
      html.element("h3", month.title)
      html.raw("\n<ul>\n")
      for event in month.events {
        let origin = origin([event.what])
        html.raw("<li\(origin)><time datetime=\"\(event.first)\">")
        set(event.days)
        html.raw("</time> ")
        set(event.what)
        if !event.kind.isEmpty {
          html.raw(" ")
          html.element("span", event.kind, " class=\"kind\"")
        }
        html.raw("</li>\n")
      }
      html.raw("</ul>\n")
    }
    html.raw("</div>\n")
  }

  private mutating func calendar(_ weeks: [Document.Week]) {
    html.raw("<table class=\"calendar\">\n<thead><tr>")
    for name in document.words.weekdays {
      html.element("th", name, " scope=\"col\"")
      html.raw("\n")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for week in weeks {
      html.raw("<tr>")
      for day in week.days {
        html.raw(day.items.isEmpty ? "<td class=\"free\">" : "<td>")
        html.raw("<time datetime=\"\(day.day)\"><i>")
        html.text(document.words.weekdays[day.place])
        html.raw(" </i>")
        html.text(day.label)
        html.raw("</time>\n")
        if !day.items.isEmpty { list(day.items, "ul") }
        html.raw("</td>\n")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n")
  }
}
