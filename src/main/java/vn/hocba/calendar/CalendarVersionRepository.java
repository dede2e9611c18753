package vn.hocba.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CalendarVersionRepository extends JpaRepository<CalendarVersion, String> {

    Optional<CalendarVersion> findFirstByProvinceIdAndSchoolYearOrderByVersionNoDesc(String provinceId, int schoolYear);

    List<CalendarVersion> findByProvinceIdAndSchoolYearOrderByVersionNoAsc(String provinceId, int schoolYear);

    List<CalendarVersion> findByChangedAtAfter(Instant moment);
}
