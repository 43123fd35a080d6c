import {formatCalled} from "../../intake/formats/all.ts";
import {recordedFields} from "../../intake/formats/describe.ts";
import type {Catalogue} from "../../workspace/catalogue/catalogue.ts";

/** Where a format string has the virtual host. */
const hostFields = /\$(?:host|http_host|server_name)\b|%[vV]\b|%\{host\}i/i;

/**
 * Do the logs of some time tell virtual hosts by their formats? Where they do not, a host is known of those requests alone that name one
 * themselves, as of a proxy.
 *
 * @param from Second that the time begins with. @param until Second that it ends before.
 */
export function areHostsTold(catalogue: Catalogue, from: number, until: number): boolean {
  const logs = catalogue.inputs().filter(({firstSecond, lastSecond}) => {
    return firstSecond !== null && firstSecond < until && lastSecond! >= from;
  });
  return logs.every(({format}) => {
    const known = formatCalled(format);
    return known ? recordedFields(known).has("host") : hostFields.test(format);
  });
}
