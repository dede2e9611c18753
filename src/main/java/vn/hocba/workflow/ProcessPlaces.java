package vn.hocba.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where processes belong: what starts processes of a model says so, for those that do not go on. Each model has one. */
public interface ProcessPlaces {

    /** The ids of the models. */
    Set<String> processes();

    /**
     * The unit that a process belongs to.
     *
     * @param businessKeys of processes of these models, at most {@value #AT_ONCE}
     * @return its id by business key; what is not known is missing
     */
    Map<String, String> units(Collection<String> businessKeys);

    /** Business keys per call. */
    int AT_ONCE = 1000;
}
