/**
 * One confirmation of a certificate's holder, for many signatures: who owns the confirmation (providers), what was asked, and the drafts that wait for it.
 * Knows certificates and hashes, no documents.
 */
@NamedInterface("session")
package vn.hocba.signing.session;

import org.springframework.modulith.NamedInterface;
