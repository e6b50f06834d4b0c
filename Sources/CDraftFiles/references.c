#include "CDraftFiles.h"

static const unsigned char docx[] = {
#embed "../Draft/Resources/reference.docx"
};

static const unsigned char odt[] = {
#embed "../Draft/Resources/reference.odt"
};

static const unsigned char page_docx[] = {
#embed "../Draft/Resources/reference-page.docx"
};

static const unsigned char page_odt[] = {
#embed "../Draft/Resources/reference-page.odt"
};

static const unsigned char pptx[] = {
#embed "../Draft/Resources/reference.pptx"
};

plenum_reference plenum_reference_docx(void) { return (plenum_reference){docx, sizeof docx}; }

plenum_reference plenum_reference_odt(void) { return (plenum_reference){odt, sizeof odt}; }

plenum_reference plenum_reference_page_docx(void) { return (plenum_reference){page_docx, sizeof page_docx}; }

plenum_reference plenum_reference_page_odt(void) { return (plenum_reference){page_odt, sizeof page_odt}; }

plenum_reference plenum_reference_pptx(void) { return (plenum_reference){pptx, sizeof pptx}; }
