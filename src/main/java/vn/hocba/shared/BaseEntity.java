package vn.hocba.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;

/** A row with an identifier given by us and a row version against two people changing it at once. */
@MappedSuperclass
public abstract class BaseEntity {

    @Id
    @Column(length = 32)
    private String id;

    @Version
    @Column(name = "row_version", nullable = false)
    private Long rowVersion;

    protected BaseEntity() {
        this(Ids.next());
    }

    /** @param id of {@link Ids#next()}, given out before the row was made */
    protected BaseEntity(String id) {
        this.id = id;
    }

    /** 32 hexadecimal digits, see {@link Ids#next()}. */
    public String id() {
        return id;
    }

    /** Counts the changes of this row, from 0; null until it is stored. */
    public Long rowVersion() {
        return rowVersion;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BaseEntity entity && Objects.equals(id, entity.id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
