package vn.hocba.school;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ImportedMarkRepository extends JpaRepository<ImportedMarkRow, String> {

    List<ImportedMarkRow> findByClassIdIn(Collection<String> classIds);
}
