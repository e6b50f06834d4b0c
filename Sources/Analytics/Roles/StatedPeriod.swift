/// The days that words give: a title, a name of a file, a line with # before a table.
enum StatedPeriod {
  /// From the first day to the second in some texts, read one after the other; or the one month that they name.
  static func find(in texts: [String], _ vocabulary: Vocabulary) -> DayRange? {
    var (days, month): ([CalendarDay], CalendarDay?) = ([], nil)
    for text in texts {
      for shape in dates(in: text, vocabulary) {
        switch shape {
        case .day(let day), .compact(let day): days.append(day)
        case .month(let day): month = month ?? day
        case .twoOrders(let first, let second, let year):
          // Where the order is not sure, the words give no period.
          guard first > 12 || second > 12 || first == second else { continue }
          if let day = (first > 12 ? DateOrder.dayFirst : .monthFirst).day(first, second, year) { days.append(day) }
        case .yearless, .shortened: break
        }
        if days.count == 2 { return DayRange(min(days[0], days[1]), max(days[0], days[1])) }
      }
    }
    guard days.isEmpty, let month else { return nil }
    return DayRange(month, month.endOfMonth)
  }

  /// The dates in a text, from left to right.
  static func dates(in text: String, _ vocabulary: Vocabulary) -> [DateShape] {
    let bytes = Array(text.utf8.prefix(400))
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    var (found, place): ([DateShape], Int) = ([], 0)
    while place < bytes.count {
      var next = place + 1
      if isWord(bytes[place]), place == 0 || !isWord(bytes[place - 1]) {
        var end = min(bytes.count, place + 22)
        while end >= place + 6 {
          let isWhole = end == bytes.count || !isWord(bytes[end]) || !isWord(bytes[end - 1])
          if isWhole, let shape = DateShape(bytes.span, place..<end, months: vocabulary.months) {
            // "December 9" within a text is no date without a year.
            if case .yearless = shape {
            } else if shape != .shortened {
              found.append(shape)
              next = end
              break
            }
          }
          end -= 1
        }
      }
      place = next
    }
    return found
  }
}
