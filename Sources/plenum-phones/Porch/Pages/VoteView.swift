internal import PhoneProtocol

/// A vote as a page shows it: without counts, and without what others gave.
struct VoteView {
  let page: PageView
  let vote: PhoneVote

  private var texts: Texts { page.texts }

  var markup: HTML {
    switch vote.way {
    case .dots(let dots, let mostOnOne): self.dots(dots, mostOnOne)
    case .hands: hands
    case .fist: scores(1...5, "fist")
    case .scale: scores(1...10, "scale")
    case .ranking: ranking
    }
  }

  /// What this phone chose: what it sent just now, or its vote so far.
  private func mark(_ place: Int) -> Int? {
    page.entered["m\(place)"].flatMap { Int($0) } ?? page.marks?[place]
  }

  private func dots(_ dots: Int, _ mostOnOne: Int?) -> HTML {
    let placed = vote.items.indices.reduce(0) { $0 + (mark($1) ?? 0) }
    let left = texts("dots-left", ["left": String(dots - placed)])
    let most = mostOnOne.map { "<p>\(texts("dots-most", ["most": String($0)]))</p>" as HTML } ?? ""
    let rows = vote.items.enumerated().map { place, item in
      """
      <div class="row"><label for="m\(place)">\(item)</label><span class="step">\(button("−", "fewer", item, place, by: -1))\
      <input type="number" id="m\(place)" name="m\(place)" min="0" max="\(mostOnOne ?? dots)" value="\(mark(place) ?? 0)" \
      inputmode="numeric">\(button("+", "more", item, place, by: 1))</span></div>
      """ as HTML
    }
    let title = dots == 1 ? texts("dots-one") : texts("dots-many", ["dots": String(dots)])
    return """
      <fieldset><legend>\(title)</legend><output data-dots="\(dots)" data-left="\(texts("dots-left"))">\(left)</output>\
      \(most)\(rows)</fieldset>
      """
  }

  private var hands: HTML {
    let chosen = page.marks?.firstIndex(of: 1)
    let rows = (vote.items + [texts("no-hand")]).enumerated().map { place, item in
      let value = place < vote.items.count ? String(place) : ""
      let isChosen = page.marks != nil && (chosen ?? vote.items.count) == place
      let checked: HTML = isChosen ? " checked" : ""
      return """
        <div><label class="pick"><input type="radio" name="hand" value="\(value)"\(checked)>\(item)</label></div>
        """ as HTML
    }
    return "<fieldset><legend>\(texts("hands"))</legend>\(rows)</fieldset>"
  }

  private func scores(_ scores: ClosedRange<Int>, _ key: String) -> HTML {
    let rows = vote.items.enumerated().map { place, item in
      HTML.scores(scores, name: "m\(place)", legend: item, chosen: mark(place).map(String.init))
    }
    return "<p>\(texts(key))</p>\(rows)"
  }

  private var ranking: HTML {
    let count = vote.items.count
    let rows = vote.items.enumerated().map { place, item in
      // The first of n has n points, the last one.
      let own = page.entered["m\(place)"].flatMap { Int($0) } ?? page.marks.map { count + 1 - $0[place] } ?? place + 1
      let options = (1...count).map { number in
        "<option\(number == own ? " selected" : "")>\(number)</option>" as HTML
      }
      return """
        <div class="row"><label for="m\(place)">\(item)</label><span class="step">\(button("↑", "up", item, place, by: -1))\
        <select id="m\(place)" name="m\(place)">\(options)</select>\(button("↓", "down", item, place, by: 1))</span></div>
        """ as HTML
    }
    return "<fieldset><legend>\(texts("ranking"))</legend><p>\(texts("ranking-best"))</p>\(rows)</fieldset>"
  }

  /// A button that only the script uses, and shows.
  private func button(_ sign: String, _ key: String, _ item: String, _ place: Int, by: Int) -> HTML {
    """
    <button type="button" hidden data-for="m\(place)" data-by="\(by)" aria-label="\(texts(key, ["item": item]))">\(sign)</button>
    """
  }
}
