#ifndef CDRAFTFILES_H
#define CDRAFTFILES_H

#include <stddef.h>

/// The documents whose styles pandoc's output is set in, built into the program so that one binary is all there is to
/// ship.
typedef struct {
  /// The content.
  const unsigned char *_Nonnull bytes;
  /// The number of bytes.
  size_t size;
} plenum_reference;

/// The reference document for Word.
plenum_reference plenum_reference_docx(void);

/// The reference document for OpenDocument text.
plenum_reference plenum_reference_odt(void);

/// The reference document for Word, for what stands on one page.
plenum_reference plenum_reference_page_docx(void);

/// The reference document for OpenDocument text, for what stands on one page.
plenum_reference plenum_reference_page_odt(void);

/// The reference document for slides.
plenum_reference plenum_reference_pptx(void);

#endif
