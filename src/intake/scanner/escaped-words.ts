import {wordOfPath} from "../facts/kept-path.ts";
import {meantAgent} from "../line/assemble.ts";
import type {Writing} from "../line/writing.ts";
import type {LineTable} from "./line-table.ts";
import type {WordName} from "./word-names.ts";

type AgentEscapes = NonNullable<Writing["agentEscapes"]>;

/** Who knows the words of the lines that were scanned. */
interface ScannedWords {
  word(name: WordName, number: number): string;
  escapedAgent(number: number): string;
  content(number: number): string;
  numberOf(name: WordName, text: string): number;
}

/** Makes the words that facts are made of out of those that stand in the lines: each different one is looked into once. */
export class EscapedWords {
  readonly #words: ScannedWords;
  /** What an agent means, by how it is written. */
  readonly #agents: Record<AgentEscapes, number[]> = {percent: [], plus: [], form: []};
  /** By the path's number: the content that it had last, and what it was then called. */
  readonly #paths = {content: [] as number[], called: [] as number[]};

  constructor(words: ScannedWords) {
    this.#words = words;
  }

  /** Numbers of agents become those of what they mean. */
  unescapeAgents({agent}: LineTable, rows: number, escapes: AgentEscapes): void {
    const known = this.#agents[escapes];
    for (let row = 0; row < rows; row++) {
      const number = agent[row]!;
      if (number === 0) continue;
      known[number] ??= this.#words.numberOf("agent", meantAgent(this.#words.escapedAgent(number), escapes));
      agent[row] = known[number];
    }
  }

  /** Numbers of paths become those of paths with their content, where that is no page's by its ending alone. */
  nameContents({path, status}: LineTable, contents: Int32Array): void {
    const known = this.#paths;
    for (let row = 0; row < contents.length; row++) {
      const content = contents[row]!;
      if (content === 0 || !isAnswered(status[row]!)) continue;
      const number = path[row]!;
      if (known.content[number] !== content) {
        const text = this.#words.word("path", number);
        const word = wordOfPath(text, this.#words.content(content), status[row]!);
        known.content[number] = content;
        known.called[number] = word === text ? number : this.#words.numberOf("path", word);
      }
      path[row] = known.called[number]!;
    }
  }
}

/** Only these are asked what they are: of all of them it is the same. */
function isAnswered(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}
