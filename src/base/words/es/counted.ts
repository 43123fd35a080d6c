/** A count and what is counted; whole millions take "de". */
export function counted(name: string, one: string, other: string): string {
  return `{${name}, plural, one {# ${one}} many {# de ${other}} other {# ${other}}}`;
}
