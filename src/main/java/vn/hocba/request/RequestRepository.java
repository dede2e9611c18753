package vn.hocba.request;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RequestRepository extends JpaRepository<Request, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Request r where r.id = :id")
    Optional<Request> lock(String id);

    @Query("select r.yearRecordId from Request r where r.id = :id")
    Optional<String> recordOf(String id);

    /** Those that keep others from being asked. */
    @Query(
            "select r from Request r where r.yearRecordId in :records and r.state = vn.hocba.request.RequestState.OPEN and r.beside = false")
    List<Request> open(Collection<String> records);

    @Query("select r from Request r where r.yearRecordId = :record order by r.askedAt")
    List<Request> ofRecord(String record);
}
