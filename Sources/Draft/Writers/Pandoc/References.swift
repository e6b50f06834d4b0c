internal import CDraftFiles

extension PandocWriter {
  /// The document whose styles are used when no house style is named, as the bytes of a file.
  public var reference: [UInt8] {
    let file =
      switch target {
      case .docx: unsafe plenum_reference_docx()
      case .odt: unsafe plenum_reference_odt()
      case .pptx: unsafe plenum_reference_pptx()
      }
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
  }
}
