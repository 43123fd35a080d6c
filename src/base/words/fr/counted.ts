/** A count and what is counted; whole millions take "de", before a vowel "d’". */
export function counted(name: string, one: string, other: string): string {
  const linked = /^[aeiouyéêèh]/i.test(other) ? `d’${other}` : `de ${other}`;
  return `{${name}, plural, one {# ${one}} many {# ${linked}} other {# ${other}}}`;
}
