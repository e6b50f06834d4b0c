import Workshop

/// A chapter that holds nothing but what is missing in it.
struct OpenChapter {
  /// Its heading.
  var title: String
  /// What it says is missing or was passed over.
  var absences: [Document.Text]

  /// The questions of its section that have no answer.
  var questions: [QuestionID]
}

extension Document.Part {
  /// Whether nothing is said in it but that something is missing, or was passed over.
  var holdsOnlyGaps: Bool {
    let texts = blocks.flatMap(\.texts)
    return !texts.isEmpty && texts.allSatisfy(\.isAbsence)
  }
}

extension Document.Text {
  /// Whether it only says that something is missing, or was passed over.
  var isAbsence: Bool { (isGap || isSkipped) && sources.isEmpty }
}

extension Document.Block {
  /// Whether it only says that something is missing, or was passed over.
  var isAbsence: Bool { if case .paragraph(let text) = self { text.isAbsence } else { false } }
}

extension DraftDocument.Form {
  /// Whether what stands in a section has headings, and the section a line that says how far it has come.
  var hasHeadings: Bool {
    switch self {
    case .report, .working: true
    case .onePage, .slides: false
    }
  }

  /// Whether things are named by what they are, never by their handles.
  var namesAlone: Bool {
    switch self {
    case .report, .onePage, .slides: true
    case .working: false
    }
  }
}
