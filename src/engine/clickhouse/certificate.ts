import {X509Certificate} from "node:crypto";
import {getCACertificates} from "node:tls";
import {UserError} from "../../base/error.ts";

/**
 * Who may vouch for a server?
 *
 * @param own The certificate of an authority of one's own, as PEM: then nobody else may. Null for those that this machine trusts.
 * @returns As PEM; null where there is nothing to vouch for, as the address is no `https://`.
 */
export function authoritiesFor(url: string, own: string | null): string | null {
  if (new URL(url).protocol !== "https:") return null;
  // Node by itself knows only the list that came with it, and no authority that was added to the machine.
  return own ?? [...getCACertificates("default"), ...getCACertificates("system")].join("\n");
}

/** Is this the text of a certificate? Node would take anything, and trust nobody then. */
export function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).serialNumber !== "";
  } catch {
    return false;
  }
}

/** Codes by which OpenSSL says that no authority it was told of stands behind a certificate. */
const unvouched = [
  "CERT_SIGNATURE_FAILURE",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
];

/**
 * What is wrong with the certificate that a server shows? Null where it is something else. Nothing was sent to that server, no password
 * either.
 *
 * @param where The server's address.
 */
export function asCertificateFault(fault: Error, where: string): UserError | null {
  const {code = "", cert} = fault as NodeJS.ErrnoException & {cert?: {subjectaltname?: string}};
  const refused = (what: string, help: string): UserError => new UserError("ENGINE_UNTRUSTED", what, help, where);
  const renew = "have it renewed on the server, and run the same command again";
  if (code === "CERT_HAS_EXPIRED") return refused("the server's certificate has expired", renew);
  if (code === "CERT_NOT_YET_VALID") {
    return refused(
      "the server's certificate is not valid yet",
      "check this machine's clock, and when it becomes valid",
    );
  }
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    const names = cert?.subjectaltname?.slice(0, 200) ?? "no name at all";
    return refused(`the server's certificate is for ${names}`, "write the server's address with a name that is in it");
  }
  if (unvouched.includes(code)) {
    const help =
      "name the certificate of the authority that issued it in engine.certificate; a wrong one may be named there";
    return refused("nobody who is trusted here vouches for the server's certificate", help);
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
    return refused("what answers there does not speak TLS", "write the port that the server has https on, or http://");
  }
  return /^(CERT|CRL|UNABLE|INVALID)_/.test(code)
    ? refused(`the server's certificate is refused (${code})`, renew)
    : null;
}
