package vn.hocba.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import vn.hocba.shared.Refused;
import vn.hocba.ui.BatchProgress.Failure;
import vn.hocba.ui.BatchProgress.Progress;
import vn.hocba.ui.BatchProgress.State;

/** One of each of the shared parts. */
@Route(value = "mau-cac-phan", layout = MainLayout.class)
@PermitAll
class PartsSampleView extends Screen {

    private static final long serialVersionUID = 1L;

    private static final String PIN = "123456";

    PartsSampleView() {
        super("uitest.empty");
        add(lines(), form(), batch(), diagram());
    }

    private static Card lines() {
        Button sign = new Button("Ký lớp 4A", click -> new PinDialog(
                        ToBeSigned.records(38), "Học bạ lớp 4A, chữ ký giáo viên chủ nhiệm", "Nguyễn Thị Lan", pin -> {
                            if (!new String(pin).equals(PIN)) {
                                throw Refused.notNow("uitest.refused");
                            }
                            Notice.done("Đã bắt đầu ký.");
                        })
                .open());
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button reject = new Button("Trả lại", click -> new ReasonDialog(
                        "Trả lại 2 học bạ", "Cô Lan sẽ đọc lý do này.", 10, "Trả lại", why -> {})
                .open());
        return new Card(
                        "Bị trả lại – cần sửa trước",
                        new Line("Lò Thị Mai · 4A · Toán")
                                .text("Nhận xét ghi «hoàn thành tốt» nhưng mức đạt được là H.")
                                .note("Trần Văn Hùng (Phó hiệu trưởng), hôm qua, 16:40")
                                .actions(reject, sign),
                        new Line("Lớp 4A · Toán", Badge.late("Quá hạn 1 ngày (21/05/2027)"), Badge.ok("Hợp lệ"))
                                .progress(31, 38, "Xong 31/38 · còn 7")
                                .actions(new Button("Làm tiếp")))
                .urgent()
                .beside(Badge.returned("2"));
    }

    private static Card form() {
        FormRenderer form = new FormRenderer("return", Map.of("targets", Map.of("comments", "Nhận xét môn học")));
        Button send = new Button("Gửi", click -> form.submit());
        return Card.padded(
                "Trả lại", new Facts().fact("Học sinh", "Vừ A Páo").fact("Ngày sinh", "12/03/2017"), form, send);
    }

    private static Card batch() {
        AtomicInteger asked = new AtomicInteger();
        return Card.padded(
                "Lượt ký",
                new BatchProgress(
                        () -> {
                            int done = Math.min(asked.incrementAndGet(), 3);
                            return new Progress(
                                    4,
                                    done,
                                    0,
                                    done == 3 ? 1 : 0,
                                    done == 3 ? State.FINISHED : State.RUNNING,
                                    null,
                                    done == 3
                                            ? List.of(new Failure("Vừ A Páo", "thiếu mức đạt được môn Toán"))
                                            : List.of());
                        },
                        () -> Notice.done("Lượt ký đã kết thúc.")));
    }

    private static Card diagram() {
        return Card.padded(
                "Quy trình",
                new ProcessDiagram(
                        "Quy trình học bạ",
                        model(),
                        Set.of("principal"),
                        List.of("opened", "f1", "comments", "f2"),
                        Map.of("principal", 1204)));
    }

    private static String model() {
        try (InputStream in = PartsSampleView.class.getResourceAsStream("/sample.bpmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
