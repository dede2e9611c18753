package vn.hocba.registry;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.hocba.document.ClassPackage;
import vn.hocba.document.PackageFormat;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification;

/**
 * Takes the package of a class into the province's database. Nobody is signed in here: the school's signature over the package says who sends it. Every
 * record is answered on its own, in a transaction of its own, and the same packet sent again gets the same answer without any effect.
 */
@Service
public class Intake {

    private static final int LONGEST_ID = 32;

    private final PackageFormat packages;
    private final PacketVerification verification;
    private final SchoolDirectory directory;
    private final SignatoryDirectory signers;
    private final ReceiptNumbers numbers;
    private final AnswerRecord answers;
    private final Clock clock;

    Intake(
            PackageFormat packages,
            PacketVerification verification,
            SchoolDirectory directory,
            SignatoryDirectory signers,
            ReceiptNumbers numbers,
            AnswerRecord answers,
            Clock clock) {
        this.packages = packages;
        this.verification = verification;
        this.directory = directory;
        this.signers = signers;
        this.numbers = numbers;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Takes a package in.
     *
     * @param content the signed package, exactly as the school sent it
     * @return a receipt for each record, in the order of the package
     * @throws Refused when the package as a whole is not acceptable: not readable, of an unknown school, not signed by that school; nothing is stored
     */
    public List<ProvinceReceipt> receive(byte[] content) {
        ClassPackage pack = packages.read(content);
        Unit school = directory
                .unitByCode(pack.schoolCode())
                .filter(unit -> unit.kind() == UnitKind.SCHOOL && unit.taxCode() != null)
                .orElseThrow(() -> Refused.notFound("registry.unknown-school", pack.schoolCode()));
        verification.verifyPackage(content, school.taxCode()).stream()
                .findFirst()
                .ifPresent(finding -> {
                    throw Refused.invalid(finding.key(), finding.args().toArray());
                });
        demandEachOnce(pack);
        demandShortIds(pack);
        Unit province = directory
                .provinceOf(school.id())
                .orElseThrow(() -> Refused.notFound("registry.unknown-school", school.code()));
        Sender sender = new Sender(
                school,
                province.id(),
                province.code(),
                pack.id(),
                pack.schoolYear(),
                pack.className(),
                clock.instant(),
                signers.of(school, pack.schoolYear(), pack.className())
                        .orElseThrow(
                                () -> Refused.notFound("registry.unknown-class", pack.className(), school.name())));
        numbers.prepare();
        return pack.items().stream().map(item -> answers.of(sender, item)).toList();
    }

    /** The schema allows longer ones than a receipt can name. */
    private static void demandShortIds(ClassPackage pack) {
        if (!Stream.concat(Stream.of(pack.id()), pack.items().stream().map(ClassPackage.Item::yearRecordId))
                .allMatch(id -> id.length() <= LONGEST_ID)) {
            throw Refused.invalid("registry.long-id", LONGEST_ID);
        }
    }

    private static void demandEachOnce(ClassPackage pack) {
        Set<String> seen = new HashSet<>();
        if (!pack.items().stream().allMatch(item -> seen.add(item.yearRecordId()))) {
            throw Refused.invalid("registry.twice-in-package");
        }
    }
}
