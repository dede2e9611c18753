package vn.hocba.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.registry.Intake;

/** The province in the same process: the embedded default. */
@Component
class EmbeddedProvince implements ProvinceGateway {

    private final Intake intake;

    EmbeddedProvince(Intake intake) {
        this.intake = intake;
    }

    @Override
    public List<Answer> send(byte[] signedPackage) {
        return intake.receive(signedPackage).stream()
                .map(receipt ->
                        new Answer(receipt.yearRecordId(), receipt.accepted(), receipt.receiptNo(), receipt.reasons()))
                .toList();
    }
}
