import Workshop

/// Drawings within the page.
extension HTMLRenderer {
  mutating func figure(_ figure: Document.Figure) {
    switch figure {
    case .bars(let bars): self.bars(bars)
    case .shares(let shares): self.shares(shares)
    case .risks(let risks): self.risks(risks)
    case .honeycomb(let comb):
      drawing(Drawing(honeycomb: comb), "comb")
      table(figure.table)
    case .flower(let flower): drawing(Drawing(flower: flower), "flower")
    case .courses(let courses, _):
      for course in courses where course.isDrawn { drawing(Drawing(courses: [course]), "course") }
      table(figure.table)
    }
  }

  private mutating func bars(_ bars: [Document.Bar]) {
    html.raw("<ul class=\"bars\">\n")
    for bar in bars {
      let origin = origin([bar.label])
      html.raw("<li\(origin)><span>")
      set(bar.label)
      html.raw("</span> ")
      let (from, to) = (10 + Int(bar.from * 180), 10 + Int(bar.to * 180))
      let back = to < from ? -9 : 9
      html.raw("<svg viewBox=\"0 0 200 20\" width=\"200\" height=\"20\" aria-hidden=\"true\">")
      html.raw("<line class=\"track\" stroke=\"#d9d5cb\" stroke-width=\"2\" x1=\"10\" y1=\"10\" x2=\"190\" y2=\"10\"/>")
      html.raw(
        "<line class=\"way\" stroke=\"#0c5a5b\" stroke-width=\"4\" x1=\"\(from)\" y1=\"10\" x2=\"\(to)\" y2=\"10\"/>")
      html.raw(
        "<circle class=\"from\" fill=\"#fff\" stroke=\"#0c5a5b\" stroke-width=\"3\" cx=\"\(from)\" cy=\"10\" r=\"5\"/>")
      if abs(to - from) > 12 {
        html.raw("<path class=\"to\" fill=\"#0c5a5b\" d=\"M\(to) 10 l\(-back) -6 v12 z\"/>")
      } else {
        html.raw("<circle class=\"to\" fill=\"#0c5a5b\" cx=\"\(to)\" cy=\"10\" r=\"5\"/>")
      }
      html.raw("</svg> <span class=\"way\">")
      set(bar.baseline)
      html.raw(" → ")
      set(bar.target)
      html.raw("</span></li>\n")
    }
    html.raw("</ul>\n")
  }

  private mutating func shares(_ shares: [Document.Share]) {
    html.raw("<ul class=\"bars\">\n")
    for share in shares {
      let origin = origin([share.label])
      html.raw("<li\(origin)><span>")
      set(share.label)
      html.raw("</span> <svg viewBox=\"0 0 200 20\" width=\"200\" height=\"20\" aria-hidden=\"true\">")
      html.raw("<rect class=\"trough\" fill=\"#e9e6dd\" x=\"0\" y=\"3\" width=\"200\" height=\"14\" rx=\"3\"/>")
      html.raw(
        "<rect class=\"fill\" fill=\"#0c5a5b\" x=\"0\" y=\"3\" width=\"\(Int(share.percent * 2))\" height=\"14\" rx=\"3\"/></svg> "
      )
      html.raw("<span class=\"way\">")
      set(share.text)
      html.raw("</span></li>\n")
    }
    html.raw("</ul>\n")
  }

  /// A drawing and the words below it.
  mutating func drawing(_ drawing: Drawing, _ kind: String, caption: (inout HTMLRenderer) -> Void = { _ in }) {
    html.raw("<figure class=\"\(kind)\">\n")
    drawing.set(in: &html)
    caption(&self)
    html.raw("</figure>\n")
  }

  private mutating func risks(_ risks: Document.Risks) {
    drawing(Drawing(risks: risks), "risks") { page in
      page.html.raw("<figcaption><ul>\n")
      for risk in risks.risks {
        let origin = page.origin([risk.label])
        page.html.raw("<li\(origin)><b>")
        page.set(risk.mark)
        page.html.raw("</b> ")
        page.set(risk.label)
        page.html.raw(
          " (\(risk.likelihood.map { String($0) } ?? "?") × \(risk.impact.map { String($0) } ?? "?"))</li>\n")
      }
      page.html.raw("</ul></figcaption>\n")
    }
  }
}
