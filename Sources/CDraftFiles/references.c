#include "CDraftFiles.h"

static const unsigned char docx[] = {
#embed "../Draft/Resources/reference.docx"
};

static const unsigned char odt[] = {
#embed "../Draft/Resources/reference.odt"
};

static const unsigned char pptx[] = {
#embed "../Draft/Resources/reference.pptx"
};

plenum_reference plenum_reference_docx(void) { return (plenum_reference){docx, sizeof docx}; }

plenum_reference plenum_reference_odt(void) { return (plenum_reference){odt, sizeof odt}; }

plenum_reference plenum_reference_pptx(void) { return (plenum_reference){pptx, sizeof pptx}; }
