/** ISO keeps it for "no country". */
const nowhere = "ZZ";

/**
 * What says what a country is called in a language?
 *
 * What it makes takes a code, ISO 3166-1 alpha-2, and gives the code itself where it is none.
 *
 * @param locale BCP 47.
 */
export function countryNames(locale: string): (code: string) => string {
  // It takes long to make, and most reports name no country.
  let names: Intl.DisplayNames | null = null;
  return (code) => {
    names ??= new Intl.DisplayNames([locale], {type: "region", fallback: "none"});
    const capitals = code.toUpperCase();
    return (/^[A-Z]{2}$/.test(capitals) && capitals !== nowhere && names.of(capitals)) || code;
  };
}

/** What is the country called in English? See {@link countryNames}. */
export const countryTitle = countryNames("en");
