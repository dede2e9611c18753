package vn.hocba.submission;

import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import vn.hocba.registry.Intake;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Unreachable;

/** The province in the same process: the embedded default. */
@Component
class EmbeddedProvince implements ProvinceGateway {

    private final Intake intake;

    EmbeddedProvince(Intake intake) {
        this.intake = intake;
    }

    @Override
    public Delivery<List<Answer>> send(byte[] signedPackage) {
        try {
            return new Delivery.Answered<>(intake.receive(signedPackage).stream()
                    .map(receipt -> new Answer(
                            receipt.yearRecordId(),
                            receipt.accepted(),
                            receipt.receiptNo(),
                            receipt.late(),
                            receipt.reasons()))
                    .toList());
        } catch (Refused wholePackage) {
            return new Delivery.TurnedDown<>(wholePackage.getMessage());
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException silent) {
            throw new Unreachable(silent, "submission.database-silent");
        }
    }
}
