package vn.hocba.dossier.ui;

import org.springframework.stereotype.Component;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.dossier.RecordReceipts;
import vn.hocba.dossier.WholeBook;

/** What can be had of a record as a file. */
@Component
record RecordPapers(RecordDocuments documents, WholeBook book, RecordReceipts receipts) {}
