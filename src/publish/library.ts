/*
 * What a program may import: `import {openStore, publishEdition} from "broadsheet"`. What stands here and in operations/library.ts is what
 * docs/library.md promises.
 */

/** What can be done with a workspace. */
export * from "../operations/library.ts";
/** What is said before figures are there. */
export {type AnnouncementRequest, announceEdition, type MadeAnnouncement} from "./announcement.ts";
/** An auditor's word. */
export {type Attestation, type AttestRequest, attestEdition, type MadeAttestation} from "./attest.ts";
/** Something that has to be accepted before a report is published. */
export type {EditionDoubt} from "./edition/doubts.ts";
/** Editions. */
export {type EditionRequest, type Publication, publishEdition} from "./edition/publish.ts";
/** Errata. */
export {type ErratumRequest, type IssuedErratum, issueErratum} from "./errata/issue.ts";
/** Keys for signing. */
export {changeKey, type KeyChange, type ShownKey, type ShownKeys, showKeys} from "./keys/change.ts";
/** A key from a file. */
export {type OpenedKey, readKeyFile} from "./keys/key-file.ts";
/** A key that is not to be trusted any more. */
export {type KeyRevocation, type RevokedKey, revokeListedKey} from "./keys/revoke.ts";
/** The public archive of what was published. */
export {type ArchiveSiteRequest, buildSite, type SiteSummary} from "./site/build.ts";
/** Is what was published true? */
export {type Verification, type VerifiedEdition, type VerifyRequest, verifyPlace} from "./verify/verify.ts";
