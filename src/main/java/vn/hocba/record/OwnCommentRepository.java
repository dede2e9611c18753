package vn.hocba.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface OwnCommentRepository extends JpaRepository<OwnComment, String> {

    List<OwnComment> findByOwnerIdAndPartOrderById(String ownerId, String part);

    Optional<OwnComment> findByIdAndOwnerId(String id, String ownerId);

    long countByOwnerIdAndPart(String ownerId, String part);

    boolean existsByOwnerIdAndPartAndLevelAndText(String ownerId, String part, String level, String text);
}
