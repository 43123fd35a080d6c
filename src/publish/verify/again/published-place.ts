import {publishedOf} from "../../../operations/publish/published.ts";
import {parseEdition, parseErratum} from "../../../report/restate/edition.ts";
import type {PublishedReport} from "../../../report/restate/published.ts";
import type {SealedPlace} from "../archive.ts";
import {textOf} from "../place/place.ts";
import {sumsOf} from "../record.ts";

/**
 * The report of an edition, with its errata, wherever they lie.
 *
 * @param errata By their numbers.
 * @throws {UserError} EDITION_REFUSED or PUBLISHED_DAMAGED
 */
export function publishedIn(edition: SealedPlace, errata: readonly SealedPlace[]): PublishedReport {
  const record = parseEdition(textOf(edition.place, "edition.json", edition.name), "edition.json");
  const known = errata.map(({place, name}) => {
    return {record: parseErratum(textOf(place, "erratum.json", name), `${name}/erratum.json`)};
  });
  const reportJson = textOf(edition.place, "report.json", edition.name);
  return publishedOf({record, sums: sumsOf(edition) ?? "", reportJson}, known);
}
