package vn.hocba.document;

import java.util.List;

/**
 * What shows of one version that it is in a list that the Sở has signed.
 *
 * @param packet of a frozen version, byte for byte as it was taken in; null for the intake, whose packet the school has
 * @param place of the entry in the list, from 0
 * @param path hexadecimal, from below upwards
 * @param signedList the list exactly as it was signed
 */
public record Receipt(byte[] packet, ReceiptLeaf leaf, int place, List<String> path, byte[] signedList) {

    public Receipt {
        path = List.copyOf(path);
    }
}
