/**
 * Which text does every match of a regular expression hold?
 *
 * Looked for first, it spares most agents the expression. Only ASCII, so that case folds alike everywhere.
 *
 * @returns The longest such text; "" where none is certain.
 */
export function requiredText(expression: string): string {
  // Flags and quoted runs change what follows them, and octal, hexadecimal and named characters are spelt in letters.
  if (/\(\?(?!:)|\\[QEpPxuUCk0-9]|\[\[|\[:/.test(expression)) return "";
  const runs: string[] = [];
  let run = "";
  let depth = 0;
  const endRun = (): void => {
    runs.push(run);
    run = "";
  };
  for (const token of tokensOf(expression)) {
    if (token === "|" && depth === 0) return "";
    if (token === "(") depth++;
    if (token === ")") depth--;
    const character = depth === 0 ? literalOf(token) : null;
    if (character !== null) {
      run += character;
      continue;
    }
    // What stands before these need not be there.
    if (/^[*?{]/.test(token)) run = run.slice(0, -1);
    endRun();
  }
  endRun();
  return runs.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
}

/** Escapes, classes and counts whole; all else character by character. */
function tokensOf(expression: string): readonly string[] {
  return expression.match(/\\.?|\[\^?\]?(?:\\.|[^\]\\])*\]?|\{\d+(?:,\d*)?\}|./gs) ?? [];
}

function literalOf(token: string): string | null {
  if (/^\\[^a-z0-9]$/i.test(token)) return token[1]! <= "\x7f" ? token[1]! : null;
  return token.length === 1 && token <= "\x7f" && !/[\\^$.|?*+()[\]{}]/.test(token) ? token : null;
}
