import {addressHeaders} from "../strings/apache.ts";
import type {AddressSource} from "./fields.ts";

/**
 * The place of addresses that a person means.
 *
 * A header may be called as nginx or Apache call it (`$http_x_forwarded_for`, `%{X-Forwarded-For}i`); any other field as its format calls it.
 */
export function sourceNamed(text: string): AddressSource {
  const plain = text.trim().toLowerCase();
  const bare = /^%\{([^}]+)\}[a-z]$/.exec(plain)?.[1] ?? /^cs\(([^)]+)\)$/.exec(plain)?.[1] ?? plain.replace(/^\$/, "");
  const header = bare.replace(/^http_/, "").replaceAll("_", "-");
  if (addressHeaders.some((known) => known === header)) return header;
  return bare === "remote-addr" || bare === "remote_addr" ? "connection" : bare;
}
