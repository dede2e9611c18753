package vn.hocba.lookup;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.hocba.petition.About;
import vn.hocba.petition.Petitions;
import vn.hocba.petition.Petitions.Sent;
import vn.hocba.petition.Petitions.Standing;
import vn.hocba.shared.ClientAddress;
import vn.hocba.shared.Refused;

/** From a year that was found, a visitor writes to the school and reads its answer. The answer needs the petition's own code: a record's code is known to others too. */
@Service
public class AskSchool {

    private final Petitions petitions;
    private final LookUpLimits limits;

    AskSchool(Petitions petitions, LookUpLimits limits) {
        this.petitions = petitions;
        this.limits = limits;
    }

    /** @throws Refused as {@link Petitions#send} */
    public Sent send(FoundYear year, About about, String words, String name, String contact) {
        return petitions.send(year.original().yearRecordId(), about, words, name, contact);
    }

    /**
     * What became of a petition about this year.
     *
     * @param receipt its code; a wrong one counts as a wrong look-up
     * @throws Refused when there is none with this code, or after too many wrong tries
     */
    public Standing read(FoundYear year, String receipt, String clientAddress) {
        String client = ClientAddress.group(clientAddress);
        String subject = "petition:" + year.original().yearRecordId();
        limits.take(client, subject);
        Optional<Standing> found = petitions.find(year.original().yearRecordId(), receipt);
        found.ifPresent(right -> limits.giveBack(client, subject));
        return found.orElseThrow(() -> Refused.notFound("lookup.petition.unknown"));
    }
}
