/** What a PDF says of the program that made it, among its keywords. @param program SHA-256 of the program's files, in hex. */
export function programKeyword(program: string): string {
  return `broadsheet program SHA-256 ${program}`;
}

/** The same, read again; null where the keywords do not say it. */
export function programInKeywords(keywords: string): string | null {
  return /^broadsheet program SHA-256 ([0-9a-f]{64})$/.exec(keywords)?.[1] ?? null;
}
