package vn.nhactruong.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be attached.
 *
 * @param maxSize of one file
 * @param maxCount of files that one thing carries
 */
@ConfigurationProperties("portal.file")
record FileSettings(@DefaultValue("20MB") DataSize maxSize, @DefaultValue("20") int maxCount) {
}
