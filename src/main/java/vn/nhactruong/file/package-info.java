/**
 * Attachments: what people add to a thing of another module, checked by content, kept
 * outside the web root and handed out through the owning thing's rule of visibility.
 */
@ApplicationModule(displayName = "File", allowedDependencies = { "shared", "organization", "account" })
package vn.nhactruong.file;

import org.springframework.modulith.ApplicationModule;
