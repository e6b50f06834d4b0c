internal import CDraftFiles
public import Workshop

extension PandocWriter {
  /// The document whose styles are used when no house style is named, as the bytes of a file; what stands on one page has
  /// smaller ones.
  public func reference(for form: DraftDocument.Form) -> [UInt8] {
    let file =
      switch (target, form) {
      case (.docx, .onePage): unsafe plenum_reference_page_docx()
      case (.odt, .onePage): unsafe plenum_reference_page_odt()
      case (.docx, _): unsafe plenum_reference_docx()
      case (.odt, _): unsafe plenum_reference_odt()
      case (.pptx, _): unsafe plenum_reference_pptx()
      }
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
  }
}
