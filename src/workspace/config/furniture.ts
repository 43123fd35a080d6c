/** What is known to be furniture of common systems, by name; `src/methodology/furniture/known.ts` says what each is. */
export const furnitureNames = [
  "feeds",
  "wordpress",
  "mediawiki",
  "ghost",
  "drupal",
  "joomla",
  "phpbb",
  "matomo",
  "plausible",
  "cloudflare",
  "health-checks",
  "for-programs",
] as const;

/** The name of a group of known furniture. */
export type FurnitureName = (typeof furnitureNames)[number];
