import type {ArchivedEdition} from "./archive.ts";

/** So many errata of a year are read on one page. */
const mostErrataOnPage = 25;

/** Errata on the pages of their years, the oldest on the first: so each stays where it was when others come. */
export function onPages(editions: readonly ArchivedEdition[]): ArchivedEdition[] {
  const all = editions
    .flatMap(({errata}) => errata)
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
  const years = Map.groupBy(all, ({date}) => date.slice(0, 4)).values();
  const pages = new Map(
    [...years].flatMap((own) =>
      own.map((erratum, place) => [erratum, 1 + Math.floor(place / mostErrataOnPage)] as const),
    ),
  );
  return editions.map((edition) => ({
    ...edition,
    errata: edition.errata.map((erratum) => ({...erratum, page: pages.get(erratum)!})),
  }));
}
