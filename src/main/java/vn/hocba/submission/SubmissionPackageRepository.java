package vn.hocba.submission;

import org.springframework.data.jpa.repository.JpaRepository;

interface SubmissionPackageRepository extends JpaRepository<SubmissionPackage, String> {}
