const units: Readonly<Record<string, number>> = {kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12};

/** How many bytes are so many kB, MB, GB or TB? One is a thousand of the one before. @returns null where the text says nothing of the kind. */
export function parseSize(text: string): number | null {
  const [, number, unit] = /^(\d{1,6}(?:\.\d{1,3})?) ?([kMGT]B)$/.exec(text.trim()) ?? [];
  return number === undefined ? null : Math.round(Number(number) * units[unit!]!);
}

/** So many bytes, in the largest unit of which there is one. */
export function formatSize(bytes: number): string {
  const [unit, size] = Object.entries(units).findLast(([, one]) => bytes >= one) ?? ["bytes", 1];
  return `${(bytes / size).toFixed(1).replace(/\.0$/, "")} ${unit}`;
}
