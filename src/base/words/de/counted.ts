/** A count and what is counted, in the case that the sentence asks for. */
export function counted(name: string, one: string, other: string): string {
  return `{${name}, plural, one {# ${one}} other {# ${other}}}`;
}
