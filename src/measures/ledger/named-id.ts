/**
 * How are names written in the ids of measures and tables? By the name.
 *
 * In small letters, with `-` for all that is neither letter nor digit, so that the books of plan and notes can name them:
 * `notas-rojas`. Names that would be written alike stay as they are.
 */
export function nameIds(names: readonly string[]): ReadonlyMap<string, string> {
  const byId = Map.groupBy(new Set(names), idOf);
  return new Map([...byId].flatMap(([id, alike]) => alike.map((name) => [name, alike.length === 1 ? id : name])));
}

function idOf(name: string): string {
  // Accents fall off Latin letters; marks that other scripts cannot do without stay.
  const bare = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
  return bare.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || name;
}
