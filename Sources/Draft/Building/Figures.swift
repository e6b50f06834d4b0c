import Workshop

/// Drawings.
extension DocumentBuilder {
  func figure(_ figure: Section.Figure) -> [Document.Block] {
    let answers = session.readableAnswers(to: figure.question)
    guard !answers.isEmpty, let question = session.method.question(figure.question) else {
      return isRequired(figure.question) ? [.paragraph(gap(figure.question))] : []
    }
    let places = figure.columns.map { id in question.columns.firstIndex { $0.id == id } }
    switch figure.kind {
    case .bars: return bars(answers, places)
    case .shares: return shares(answers, places)
    case .risks: return [.figure(.risks(risks(answers, places, question)))]
    case .honeycomb: return [.figure(.honeycomb(honeycomb(answers, places, question)))]
    case .flower: return [.figure(.flower(flower(answers, places, heart: figure.heart)))]
    case .calendar: return calendar(answers, places)
    }
  }

  private func number(_ answer: Answer, _ place: Int?) -> Double? {
    place.flatMap { Double(answer.cell(at: $0)) }
  }

  private func cell(_ answer: Answer, _ place: Int?) -> Document.Text {
    place.map { cell($0, of: answer) } ?? Document.Text("")
  }

  private func bars(_ answers: [Answer], _ places: [Int?]) -> [Document.Block] {
    let bars = answers.compactMap { answer -> Document.Bar? in
      guard let from = number(answer, places[0]), let to = number(answer, places[1]) else { return nil }
      let (low, high) = (min(0, from, to), max(0, from, to))
      let span = high - low
      var target = cell(answer, places[1])
      let unit = cell(answer, places[2]).text
      if !unit.isEmpty { target.text += "\u{A0}" + unit }
      return Document.Bar(
        label: Document.Text(name(of: answer), from: [answer.handle]), from: span > 0 ? (from - low) / span : 0,
        to: span > 0 ? (to - low) / span : 0, baseline: cell(answer, places[0]), target: target)
    }
    return bars.isEmpty ? [] : [.figure(.bars(bars))]
  }

  private func shares(_ answers: [Answer], _ places: [Int?]) -> [Document.Block] {
    let shares = answers.map { answer in
      let percent = number(answer, places[0]).map { min(100, max(0, $0)) }
      let gap = places[0].map { place -> String in
        let id = session.method.question(answer.id.question)?.columns[place].id
        return id.map { localization.texts.label(of: $0, in: answer.id.question) } ?? ""
      }
      let text =
        percent == nil
        ? Document.Text(self.gap(labelled: gap ?? ""), from: [answer.handle], isGap: true) : cell(answer, places[0])
      return Document.Share(
        label: Document.Text(name(of: answer), from: [answer.handle]), text: text, percent: percent ?? 0)
    }
    // Where nobody has said a share, there is nothing to draw.
    return shares.allSatisfy(\.text.isGap) && form.hasHeadings ? [] : [.figure(.shares(shares))]
  }

  private func risks(_ answers: [Answer], _ places: [Int?], _ question: Question) -> Document.Risks {
    let labels = places.map { place in
      place.map { localization.texts.label(of: question.columns[$0].id, in: question.id) } ?? ""
    }
    let size = places.compactMap { place -> Int? in
      guard let place, case .scale(let range) = question.columns[place].type else { return nil }
      return range.upperBound
    }.max()
    return Document.Risks(
      likelihood: labels[0], impact: labels[1], size: min(10, max(2, size ?? 5)),
      risks: answers.enumerated().map { place, answer in
        Document.Risk(
          mark: Document.Text(
            form.namesAlone ? String(place + 1) : session.name(onScreen: answer.id), from: [answer.handle]),
          label: Document.Text(known(answer), from: [answer.handle]),
          likelihood: number(answer, places[0]).map { Int($0) }, impact: number(answer, places[1]).map { Int($0) })
      })
  }

  private func honeycomb(_ answers: [Answer], _ places: [Int?], _ question: Question) -> Document.Honeycomb {
    let labels = places.map { place in
      place.map { localization.texts.label(of: question.columns[$0].id, in: question.id) } ?? ""
    }
    return Document.Honeycomb(
      today: labels[0], wanted: labels[1],
      cells: answers.map { answer in
        Document.Honeycomb.Cell(
          label: Document.Text(place(of: answer, in: question), from: [answer.handle]),
          today: cell(answer, places[0]), wanted: cell(answer, places[1]))
      })
  }

  private func place(of answer: Answer, in question: Question) -> String {
    answer.place.map { label(of: $0, under: question.id) } ?? name(of: answer)
  }

  private func flower(_ answers: [Answer], _ places: [Int?], heart: QuestionID?) -> Document.Flower {
    let middle = heart.flatMap { session.readableAnswers(to: $0).first }
    return Document.Flower(
      heart: middle.map { Document.Text(line($0), from: [$0.handle]) }
        ?? Document.Text(heart.map { gap(labelled: localization.texts.label(of: $0)) } ?? "", isGap: heart != nil),
      petals: answers.map { answer in
        // The first column says whose petal it is, and is a reference or a choice.
        var label = cell(0, of: answer)
        label.sources = [answer.handle]
        return Document.Flower.Petal(label: label, aspect: cell(answer, places[0]), contact: cell(answer, places[1]))
      })
  }
}
