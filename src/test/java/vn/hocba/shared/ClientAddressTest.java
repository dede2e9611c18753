package vn.hocba.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void ipv6NeighboursCountAsOneVisitorAndIpv4OnesDoNot() {
        assertThat(ClientAddress.group("2001:db8:0:7:1:2:3:4")).isEqualTo(ClientAddress.group("2001:db8:0:7:9:9:9:9"));
        assertThat(ClientAddress.group("2001:db8:0:7:1:2:3:4"))
                .isNotEqualTo(ClientAddress.group("2001:db8:0:8:1:2:3:4"));
        assertThat(ClientAddress.group("203.0.113.7")).isNotEqualTo(ClientAddress.group("203.0.113.8"));
    }

    @Test
    void anAddressThatAProxyWritesShortIsTheSameVisitor() {
        assertThat(ClientAddress.group("2001:db8:0:7::1")).isEqualTo(ClientAddress.group("2001:db8:0:7:9:9:9:9"));
        assertThat(ClientAddress.group("::ffff:203.0.113.7")).isEqualTo(ClientAddress.group("203.0.113.7"));
    }

    @Test
    void whatIsNoAddressStaysAsItIs() {
        assertThat(ClientAddress.group("somebody")).isEqualTo("somebody");
        assertThat(ClientAddress.group("no:address")).isEqualTo("no:address");
        assertThat(ClientAddress.group(null)).isEmpty();
    }
}
