/** What a shell would do with a line that runs the program once. */
export interface ShellLine {
  /** The program's own. */
  readonly args: readonly string[];
  /** The file that standard output goes into, or standard error; null where they stay. */
  readonly stdout: string | null;
  readonly stderr: string | null;
  /** The commands behind the program, which read its standard output; null where there are none. */
  readonly pipe: string | null;
}

/**
 * What does this line of a shell mean?
 *
 * @returns Null for all that needs a shell: another program, variables, patterns of files, lists of commands, escapes.
 */
export function parseShellLine(line: string): ShellLine | null {
  const tokens = tokensOf(line);
  if (tokens === null || tokens[0] !== "broadsheet") return null;
  const args: string[] = [];
  const files: {stdout: string | null; stderr: string | null} = {stdout: null, stderr: null};
  for (let place = 1; place < tokens.length; place++) {
    const token = tokens[place]!;
    if (typeof token === "string") args.push(token);
    else if ("pipe" in token) return /\bbroadsheet\b/.test(token.pipe) ? null : {args, ...files, pipe: token.pipe};
    else {
      const file = tokens[++place];
      if (typeof file !== "string") return null;
      files[token.into] = file;
    }
  }
  return {args, ...files, pipe: null};
}

type Token = string | {readonly into: "stdout" | "stderr"} | {readonly pipe: string};

const forms = {
  blank: /[ \t]+/y,
  comment: /(?<![^ \t])#.*$/y,
  into: /(2?)>(?![>&])/y,
  pipe: /\|(?!\|)(.+)$/y,
  // Pieces of a word: bare, in single and in double quotes, with nothing in them that a shell would read.
  word: /(?:[\w@%+=:,./-]|'[^']*'|"[^"$`\\]*")+/y,
} as const;

function tokensOf(line: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const found = form.exec(line);
    if (found) at = form.lastIndex;
    return found;
  };
  while (at < line.length) {
    if (take(forms.blank)) continue;
    if (take(forms.comment)) break;
    const into = take(forms.into);
    if (into) {
      tokens.push({into: into[1] === "2" ? "stderr" : "stdout"});
      continue;
    }
    const pipe = take(forms.pipe);
    if (pipe) return [...tokens, {pipe: pipe[1]!}];
    const word = take(forms.word);
    if (word === null) return null;
    tokens.push(word[0].replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
  }
  return tokens;
}
