package vn.hocba.request;

import org.springframework.data.jpa.repository.JpaRepository;

interface RequestFileRepository extends JpaRepository<RequestFile, String> {}
