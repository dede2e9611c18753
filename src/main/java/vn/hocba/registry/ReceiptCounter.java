package vn.hocba.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The last number of a calendar year. */
@Entity
class ReceiptCounter {

    @Id
    String id;

    @Version
    Long rowVersion;

    int lastNumber;

    protected ReceiptCounter() {}

    ReceiptCounter(String year) {
        this.id = year;
    }
}
