package vn.hocba.ui;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much may lie uploaded and not used yet.
 *
 * @param folder of this server's own; readable by nobody else
 * @param perPerson in all open forms of one account
 * @param together of everybody on this server
 */
@ConfigurationProperties("hocba.uploads")
record UploadPolicy(Path folder, DataSize perPerson, DataSize together) {}
