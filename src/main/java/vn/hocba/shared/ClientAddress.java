package vn.hocba.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Addresses that count as one visitor. */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /**
     * An IPv4 address as it is, an IPv6 address by its network (/64), however it is written: a household or a rented machine has all of the addresses in it.
     *
     * @param address as the servlet container or a proxy writes it; what is none stays as it is
     */
    public static String group(String address) {
        if (address == null) {
            return "";
        }
        // Only a literal may hold a colon, so that no name is ever looked up.
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
