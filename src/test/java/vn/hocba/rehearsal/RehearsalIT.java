package vn.hocba.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hocba.school.Disguises;
import vn.hocba.school.NamedFile;

/** Runs the executable jar as a user would, with one gigabyte of heap. */
class RehearsalIT {

    private static final long PATIENCE_MINUTES = 15;

    @TempDir
    Path directory;

    private record Ended(int code, String said) {}

    @Test
    void everyRecordOfAPrimarySchoolIsAcceptedWithTheExpectedResult() throws Exception {
        everyRecordIsAccepted("tieu-hoc-hoa-binh", Path.of("src/main/resources/demo/tieu-hoc-hoa-binh"), 310);
    }

    @Test
    void harmlessDisguisesOfTheWorkbooksChangeNothingInTheResults() throws Exception {
        Random random = new Random(20261127);
        Path disguised = Files.createDirectory(directory.resolve("disguised"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/demo/tieu-hoc-rang-dong"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList()) {
                NamedFile named = new NamedFile(file.getFileName().toString(), Files.readAllBytes(file));
                Files.write(
                        disguised.resolve(named.name().replace(".xlsx", ".XLSX")),
                        Disguises.of(named, random).content());
            }
        }
        // As they are, MainPathOnMySqlIT takes them in: the results are compared with the same file.
        everyRecordIsAccepted("tieu-hoc-rang-dong", disguised, 135);
    }

    private void everyRecordIsAccepted(String school, Path workbooks, int pupils) throws Exception {
        Path out = directory.resolve("out");
        Ended ended = rehearse(workbooks.toString(), "--out", out.toString());
        assertThat(ended.code()).as(ended.said()).isZero();
        JsonNode summary =
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        assertThat(summary.get("pupils").asInt()).isEqualTo(pupils);
        assertThat(summary.get("accepted").asInt()).isEqualTo(pupils);
        assertThat(summary.get("signatures").asInt()).isEqualTo(3 * pupils);
        assertThat(summary.get("recordsPerSecond").asDouble()).isPositive();
        assertThat(summary.get("problems")).isEmpty();
        assertThat(out.resolve("results.csv"))
                .hasSameBinaryContentAs(Path.of("src/test/resources/samples", school, "expected-results.csv"));
        assertThat(files(out.resolve("packets"))).hasSize(pupils).allMatch(name -> name.matches("[0-9a-f]{32}\\.xml"));
        assertThat(files(out.resolve("pdf"))).hasSize(pupils).allMatch(name -> name.matches("[0-9a-f]{32}\\.pdf"));
        try (Stream<Path> packets = Files.list(out.resolve("packets"))) {
            assertThat(packets.findFirst().orElseThrow())
                    .content()
                    .as("the names of the form")
                    .contains("Nghệ thuật (Mĩ thuật)")
                    .contains("Nghệ thuật (Âm nhạc)")
                    .as("as what somebody signed for the school")
                    .containsPattern("<TU_CACH_KY>(HT|KT|Q)</TU_CACH_KY>");
        }
        assertThat(out.resolve("trust.pem")).content().startsWith("-----BEGIN CERTIFICATE-----");
        System.out.println(school + ": " + summary.get("recordsPerSecond") + " records/s");
    }

    @Test
    void inAYearInWhichPeopleAndPupilsChangeAndASchoolIsLateEveryRecordComesToItsEndAndTheCountsAddUp()
            throws Exception {
        Path out = directory.resolve("out");
        Ended ended =
                rehearse("src/main/resources/demo/tieu-hoc-rang-dong", "--out", out.toString(), "--until", "reported");
        assertThat(ended.code()).as(ended.said()).isZero();
        JsonNode summary =
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        assertThat(summary.get("problems")).isEmpty();
        assertThat(summary.get("pupils").asInt()).isEqualTo(135);
        assertThat(summary.get("seed").asLong()).isEqualTo(Draw.USUAL_SEED);
        assertThat(ended.said()).contains("số khởi đầu " + Draw.USUAL_SEED);
        Map<String, Integer> happened = numbers(summary.get("happened"));
        assertThat(happened)
                .as("everything happens to somebody")
                .containsOnlyKeys(
                        "by-plan",
                        "not-assessed",
                        "subject-teacher",
                        "homeroom-teacher",
                        "transferred",
                        "left",
                        "class-changed",
                        "returned",
                        "corrected",
                        "made-anew",
                        "taken-back",
                        "in-window")
                .allSatisfy((what, times) -> assertThat(times).as(what).isPositive());
        Map<String, Integer> school = numbers(summary.get("schools").get(0));
        Map<String, Integer> late = numbers(summary.get("schools").get(1));
        assertThat(school)
                .containsEntry("opened", 135)
                .containsEntry("moved", happened.get("transferred"))
                .containsEntry("left", happened.get("left"))
                .containsEntry("ended", happened.get("taken-back"))
                .containsEntry("frozen", 135 - school.get("moved") - school.get("left") - school.get("ended"))
                .containsEntry("reported", school.get("frozen"))
                .containsEntry("open", 0);
        assertThat(late)
                .containsEntry("came", school.get("moved"))
                .containsEntry("frozen", school.get("moved"))
                .containsEntry("reported", school.get("moved"))
                .containsEntry("open", 0);
    }

    private static Map<String, Integer> numbers(JsonNode fields) {
        Map<String, Integer> numbers = new TreeMap<>();
        fields.properties().forEach(field -> {
            if (field.getValue().isInt()) {
                numbers.put(field.getKey(), field.getValue().asInt());
            }
        });
        return numbers;
    }

    @Test
    void aLowerSecondarySchoolIsRefusedWithTheReason() throws Exception {
        Ended ended = rehearse("src/test/resources/samples/thcs-binh-minh", "--out", directory.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("THCS").doesNotContain("Exception");
        assertThat(directory.resolve("summary.json")).doesNotExist();
    }

    @Test
    void everyFileIsSaidAndAListThatCannotBeTakenLeavesItsPupilsWithoutARecord() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("school"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/demo/tieu-hoc-rang-dong"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xlsx")).toList()) {
                byte[] content = Files.readAllBytes(file);
                boolean list = file.getFileName().toString().equals("danh-sach-hoc-sinh.xlsx");
                Files.write(folder.resolve(file.getFileName()), list ? Arrays.copyOf(content, 5_000) : content);
            }
        }
        Files.writeString(folder.resolve("ghi-chu.txt"), "Nhớ gọi cô văn thư.");
        Files.writeString(folder.resolve("cu.csv"), "STT;Họ tên;Lớp");
        Files.write(folder.resolve("~$phan-cong.xlsx"), new byte[165]);

        Ended ended =
                rehearse(folder.toString(), "--out", directory.resolve("out").toString());

        assertThat(ended.code()).as(ended.said()).isNotZero();
        assertThat(ended.said())
                .contains("danh-sach-hoc-sinh.xlsx: không nhận")
                .contains("cu.csv: không nhận")
                .contains("CSV")
                .contains("ghi-chu.txt")
                .contains("~$phan-cong.xlsx")
                .contains("danh-sach-can-bo.xlsx: Cán bộ: ghi 15")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void whatIsMissingOnTheCommandLineIsSaid() throws Exception {
        assertThat(rehearse("src/main/resources/demo/tieu-hoc-hoa-binh").said()).contains("Cách dùng");
        assertThat(rehearse("no-such-folder", "--out", "x").said()).contains("no-such-folder");
        assertThat(rehearse("no-such-folder", "--out", "x", "--until", "christmas")
                        .said())
                .contains("Cách dùng");
        assertThat(rehearse("no-such-folder", "--out", "x", "--seed", "lucky").said())
                .contains("Cách dùng");
    }

    private Ended rehearse(String... arguments) throws IOException, InterruptedException {
        File said = directory.resolve("said.txt").toFile();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx1g",
                                "-XX:+UseSerialGC",
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-Dfile.encoding=UTF-8",
                                "-jar",
                                System.getProperty("hocba.jar"),
                                "rehearse"),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readString(said.toPath()));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
