package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.VietnameseText;

@Entity
@Table(name = "pupil")
class Pupil extends BaseEntity {

    String moetCode;
    String fullName;
    String searchName;
    LocalDate birthDate;
    String gender;
    String ethnicity;
    String nationality;
    String personalId;
    String birthPlace;
    String homeTown;
    String residence;
    String fatherName;
    String motherName;
    String guardianName;
    String policyGroup;
    String travelDocument;
    String travelDocumentNo;
    String phone;

    void rename(String name) {
        fullName = name;
        searchName = VietnameseText.searchKey(name);
    }

    /** Nothing of what was known remains but the code: the school that takes the pupil says the rest. */
    void beginAnew() {
        ethnicity = null;
        nationality = null;
        personalId = null;
        birthPlace = null;
        homeTown = null;
        residence = null;
        fatherName = null;
        motherName = null;
        guardianName = null;
        policyGroup = null;
        travelDocument = null;
        travelDocumentNo = null;
        phone = null;
    }
}
