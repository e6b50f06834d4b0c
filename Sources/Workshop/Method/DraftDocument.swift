/// A document that is made of some of a method's sections. Its title and the name of its file stand in ``MethodTexts``.
public struct DraftDocument: Hashable, Sendable {
  /// Its name, such as `crisis-manual`.
  public var id: DocumentID
  /// What it is for, which decides how it is set.
  public var form: Form
  /// Its sections in order.
  public var sections: [SectionID]
  /// The sections that follow as its annex, set smaller.
  public var annex: [SectionID]
  /// The questions of which one must be answered before it is offered; none where it always is.
  public var subjects: [QuestionID]
  /// What else may be there before it is offered: one of ``records``.
  public var records: [Section.Record] = []

  /// What a document may wait for beside answers: values that were measured, and work items that were delivered.
  public static let records: [Section.Record] = [.measuredValues, .workItems]

  /// A document of those sections.
  public init(
    id: DocumentID, form: Form = .report, sections: [SectionID], annex: [SectionID] = [], subjects: [QuestionID] = []
  ) {
    self.id = id
    self.form = form
    self.sections = sections
    self.annex = annex
    self.subjects = subjects
  }

  /// What a document is for.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// To be read from the beginning by those who decide: a cover, contents, chapters, an annex. Names, no handles.
    case report
    /// One page for those who have no more time.
    case onePage = "one-page"
    /// To be shown: a slide for each section.
    case slides
    /// For those who do the work: it begins with what is to be done, and names things as they can be found again.
    case working
  }
}

/// The name of a document that a method declares.
public typealias DocumentID = ID<DraftDocument>

extension Method {
  /// The documents of the method: those it declares, and one page and slides of all its sections where it declares none
  /// of that form.
  public var drafts: [DraftDocument] {
    let declared =
      documents.isEmpty ? [DraftDocument(id: DraftDocument.whole, sections: sections.map(\.id))] : documents
    let derived = [DraftDocument.Form.onePage, .slides].filter { form in !declared.contains { $0.form == form } }
    return declared
      + derived.map { form in
        DraftDocument(id: DocumentID(form.rawValue), form: form, sections: sections.map(\.id))
      }
  }

  /// Everything that the documents for reading and working say, each section once, things named as they can be typed:
  /// what a room looks at while it works.
  public var wholeDraft: DraftDocument {
    var seen: Set<SectionID> = []
    let told = drafts.filter { $0.form == .report || $0.form == .working }.flatMap { $0.sections + $0.annex }
    return DraftDocument(id: DraftDocument.whole, form: .working, sections: told.filter { seen.insert($0).inserted })
  }

  /// The sections of a document, those of its annex last.
  public func sections(of document: DraftDocument) -> [Section] {
    (document.sections + document.annex).compactMap { id in sections.first { $0.id == id } }
  }
}

extension DraftDocument {
  /// What the document is called that holds everything, where a method declares none.
  public static let whole: DocumentID = "draft"
}

extension Session {
  /// Whether a document has something to say: one of the answers it is about is given, or what else it waits for is
  /// there.
  public func offers(_ draft: DraftDocument) -> Bool {
    (draft.subjects.isEmpty && draft.records.isEmpty) || draft.subjects.contains(where: isAnswered)
      || draft.records.contains { record in
        switch record {
        case .measuredValues: measures.all.contains { !$0.isGap }
        case .workItems: workItems.contains { $0.outcome != nil }
        case .progress, .openPoints, .checkReport, .openCount, .skipped, .decisions, .tasks, .parked: false
        }
      }
  }
}
