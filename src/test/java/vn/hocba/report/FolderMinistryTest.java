package vn.hocba.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hocba.report.MinistryGateway.Parcel;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Unreachable;

class FolderMinistryTest {

    private static final Instant NOW = Instant.parse("2027-07-01T03:00:00Z");

    @TempDir
    Path temporary;

    @Test
    void aPartLiesThereWholeAndTheReceiptIsOfWhatLiesThere() throws IOException {
        Delivery<MinistryReceipt> delivery = ministry().send(parcel("a"));

        assertThat(delivery)
                .isEqualTo(new Delivery.Answered<>(
                        new MinistryReceipt("goi-1.xml", NOW, parcel("a").hash())));
        assertThat(folder().resolve("goi-1.xml")).hasContent("a");
        try (var files = Files.list(folder())) {
            assertThat(files).as("nothing unfinished is left").hasSize(1);
        }
    }

    @Test
    void theSamePartSentAgainIsAcknowledgedAgain() throws IOException {
        ministry().send(parcel("a"));
        Files.setLastModifiedTime(folder().resolve("goi-1.xml"), java.nio.file.attribute.FileTime.from(Instant.EPOCH));

        assertThat(ministry().send(parcel("a"))).isInstanceOf(Delivery.Answered.class);

        assertThat(Files.getLastModifiedTime(folder().resolve("goi-1.xml")).toInstant())
                .as("not written again")
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void anotherContentNeverTakesThePlaceOfWhatLiesThere() {
        ministry().send(parcel("a"));

        assertThat(ministry().send(parcel("b")))
                .isInstanceOfSatisfying(Delivery.TurnedDown.class, turnedDown -> assertThat(turnedDown.reason())
                        .contains("goi-1.xml"));

        assertThat(folder().resolve("goi-1.xml")).hasContent("a");
    }

    @Test
    void aNodeThatHasLookedBeforeTheOtherLaidDownTheNameDoesNotOverwriteIt() throws IOException {
        Path other = Files.writeString(temporary.resolve("other"), "b");
        ministry().send(parcel("a"));

        FolderMinistry.takeName(folder().resolve("goi-1.xml"), other);

        assertThat(folder().resolve("goi-1.xml")).hasContent("a");
    }

    @Test
    void aFolderThatCannotBeMadeIsAnOutage() throws IOException {
        Files.writeString(folder(), "a file");

        assertThatThrownBy(() -> ministry().send(parcel("a"))).isInstanceOf(Unreachable.class);
    }

    private Path folder() {
        return temporary.resolve("bo");
    }

    private FolderMinistry ministry() {
        return new FolderMinistry(folder(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Parcel parcel(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Parcel("goi-1.xml", Sha256.of(bytes), bytes);
    }
}
