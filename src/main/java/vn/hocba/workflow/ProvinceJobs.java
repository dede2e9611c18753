package vn.hocba.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.workflow.FailedJobs.FailedJob;

/** Which of the failed jobs belong to a unit and to those below it. */
@Component
class ProvinceJobs {

    private final FailedJobs failed;
    private final SchoolDirectory directory;
    private final Map<String, ProcessPlaces> places;

    /** @throws IllegalStateException when two say where the processes of one model belong */
    ProvinceJobs(FailedJobs failed, SchoolDirectory directory, List<ProcessPlaces> places) {
        this.failed = failed;
        this.directory = directory;
        this.places = new HashMap<>();
        for (ProcessPlaces some : places) {
            for (String process : some.processes()) {
                if (this.places.put(process, some) != null) {
                    throw new IllegalStateException("two say where processes of " + process + " belong");
                }
            }
        }
    }

    /** Those of which a model's processes are known to belong to the unit, in no order. */
    List<FailedJob> under(String unitPath) {
        List<FailedJob> under = new ArrayList<>();
        failed.all().stream().collect(Collectors.groupingBy(FailedJob::process)).forEach((process, jobs) -> {
            for (int from = 0; from < jobs.size(); from += ProcessPlaces.AT_ONCE) {
                List<FailedJob> some = jobs.subList(from, Math.min(from + ProcessPlaces.AT_ONCE, jobs.size()));
                Map<String, String> units = unitsOf(process, some);
                Map<String, String> paths = directory.paths(Set.copyOf(units.values()));
                some.stream()
                        .filter(job -> paths.getOrDefault(units.getOrDefault(job.businessKey(), ""), "")
                                .startsWith(unitPath))
                        .forEach(under::add);
            }
        });
        return under;
    }

    private Map<String, String> unitsOf(String process, List<FailedJob> jobs) {
        return placesOf(process)
                .units(jobs.stream().map(FailedJob::businessKey).distinct().toList());
    }

    /** @throws IllegalStateException for a model that nobody starts processes of */
    ProcessPlaces placesOf(String process) {
        ProcessPlaces known = places.get(process);
        if (known == null) {
            throw new IllegalStateException("nobody says where processes of " + process + " belong");
        }
        return known;
    }
}
