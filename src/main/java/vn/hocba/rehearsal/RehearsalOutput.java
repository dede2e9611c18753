package vn.hocba.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.identity.Session;
import vn.hocba.record.Regulations;
import vn.hocba.shared.Csv;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SandboxAuthority;

/** Writes what a rehearsal leaves behind: the summary, the results, the packets, the printed forms and the root to trust. */
@Component
@ReadModel(of = {"school", "record"})
class RehearsalOutput {

    private static final List<String> RESULT_COLUMNS =
            List.of("ma_dinh_danh", "ho_ten", "lop", "ket_qua", "ren_luyen", "hoan_thanh_hoac_len_lop", "danh_hieu");

    private final JdbcClient jdbc;
    private final RecordDocuments documents;
    private final SandboxAuthority authority;
    private final Session session;
    private final Regulations regulations;
    private final ObjectMapper json;

    RehearsalOutput(
            JdbcClient jdbc,
            RecordDocuments documents,
            SandboxAuthority authority,
            Session session,
            Regulations regulations,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.authority = authority;
        this.session = session;
        this.regulations = regulations;
        this.json = json;
    }

    private record Row(
            String recordId,
            String lookupCode,
            String pupilCode,
            String name,
            String className,
            String overall,
            Boolean completed,
            String reward,
            String regulation) {}

    void write(Rehearsal.Outcome outcome, Path directory, PhaseProgress bar) throws IOException {
        List<Row> rows = jdbc.sql(
                        "select r.id, s.lookup_code, p.moet_code, p.full_name, c.name, r.overall_result, r.programme_completed, r.reward, r.regulation"
                                + " from year_record r join school_record s on s.id = r.school_record_id join pupil p on p.id = r.pupil_id"
                                + " join school_class c on c.id = r.class_id where r.school_id = ? and r.school_year = ? order by c.grade, c.name, r.ordinal")
                .params(outcome.school().id(), outcome.schoolYear())
                .query((row, n) -> new Row(
                        row.getString("id"),
                        row.getString("lookup_code"),
                        row.getString("moet_code"),
                        row.getString("full_name"),
                        row.getString("name"),
                        row.getString("overall_result"),
                        row.getObject("programme_completed") == null ? null : row.getBoolean("programme_completed"),
                        row.getString("reward"),
                        row.getString("regulation")))
                .list();
        Files.createDirectories(directory);
        writeDocuments(outcome, rows, directory, bar);
        Files.writeString(directory.resolve("results.csv"), results(rows));
        Files.writeString(directory.resolve("trust.pem"), authority.rootPem(), StandardCharsets.US_ASCII);
        json.writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("summary.json").toFile(), summary(outcome));
    }

    private void writeDocuments(Rehearsal.Outcome outcome, List<Row> rows, Path directory, PhaseProgress bar)
            throws IOException {
        Path packets = Files.createDirectories(directory.resolve("packets"));
        Path forms = Files.createDirectories(directory.resolve("pdf"));
        AtomicInteger written = new AtomicInteger();
        bar.begin(Texts.vi("rehearsal.documents"));
        List<Row> finished =
                rows.stream().filter(row -> row.completed() != null).toList();
        Together.all(finished, row -> {
            session.run(outcome.principal(), () -> writeOne(row, packets, forms));
            bar.show(written.incrementAndGet(), rows.size());
            return List.of();
        });
        bar.end();
    }

    private void writeOne(Row row, Path packets, Path forms) {
        try {
            Files.write(packets.resolve(row.lookupCode() + ".xml"), documents.packet(row.recordId()));
            Files.write(forms.resolve(row.lookupCode() + ".pdf"), documents.printedForm(row.recordId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String results(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(RESULT_COLUMNS);
        for (Row row : rows) {
            lines.add(List.of(
                    row.pupilCode(),
                    row.name(),
                    row.className(),
                    row.overall() == null
                            ? ""
                            : regulations.byCode(row.regulation()).term(row.overall()),
                    "",
                    row.completed() == null
                            ? ""
                            : Texts.vi(row.completed() ? "rehearsal.completed" : "rehearsal.not-completed"),
                    row.reward() == null ? "" : row.reward()));
        }
        return Csv.file(lines);
    }

    private static Map<String, Object> summary(Rehearsal.Outcome outcome) {
        double seconds = outcome.took().toMillis() / 1000.0;
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("pupils", outcome.pupils());
        summary.put("withoutRecord", outcome.withoutRecord());
        summary.put("accepted", outcome.accepted());
        summary.put("signatures", outcome.signatures());
        summary.put("seconds", seconds);
        summary.put("recordsPerSecond", Math.round(100 * outcome.accepted() / seconds) / 100.0);
        summary.put("problems", outcome.problems());
        Course.Ended ended = outcome.ended();
        if (!ended.schools().isEmpty()) {
            summary.put("seed", ended.seed());
            summary.put("happened", ended.happened());
            summary.put("schools", ended.schools());
        }
        return summary;
    }
}
