/** Text as an SQL literal: for paths of files and our own constants. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
