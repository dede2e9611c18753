package vn.hocba.lookup;

import java.util.regex.Pattern;

/** Addresses that count as one visitor. */
final class ClientAddress {

    private static final Pattern GROUPS = Pattern.compile(":");
    private static final int NETWORK_GROUPS = 4;

    private ClientAddress() {}

    /**
     * An IPv4 address as it is, an IPv6 address by its network (/64): a household or a rented machine has all of the addresses in it.
     *
     * @param address as the servlet container writes it: IPv6 with eight groups, never shortened
     */
    static String group(String address) {
        if (address == null) {
            return "";
        }
        String[] groups = GROUPS.split(address, -1);
        return groups.length == 8 ? String.join(":", java.util.Arrays.copyOf(groups, NETWORK_GROUPS)) : address;
    }
}
