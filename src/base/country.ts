const titles = new Intl.DisplayNames(["en"], {type: "region", fallback: "none"});

/** ISO keeps it for "no country". */
const nowhere = "ZZ";

/**
 * What is the country called in English?
 *
 * @param code ISO 3166-1 alpha-2.
 * @returns The code itself where it is none.
 */
export function countryTitle(code: string): string {
  const capitals = code.toUpperCase();
  return (/^[A-Z]{2}$/.test(capitals) && capitals !== nowhere && titles.of(capitals)) || code;
}
