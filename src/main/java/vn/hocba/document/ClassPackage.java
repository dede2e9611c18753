package vn.hocba.document;

import java.util.List;

/**
 * What a school submits for a class in one go.
 *
 * @param id of the package
 * @param schoolYear the calendar year in which the school year starts
 * @param items not empty
 */
public record ClassPackage(String id, String schoolCode, String className, int schoolYear, List<Item> items) {

    public ClassPackage {
        items = List.copyOf(items);
    }

    /** One released packet, exactly the bytes that were signed. */
    public record Item(String yearRecordId, int versionNo, byte[] packet) {}
}
