import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {readVersion} from "../../base/version.ts";
import {renderManualPage} from "../../render/manual/page.ts";
import type {Command, Run} from "../command.ts";
import {isColored} from "../environment.ts";
import {parseArgs} from "../parse.ts";
import {type ManualPage, type ManualSection, readManual, sectionsOf} from "./pages.ts";

/** `broadsheet help`: the documentation as it is installed, or the help of one of these commands. */
export function makeHelp(commands: readonly Command[]): Run {
  return async ({words}, environment) => {
    const {stdout} = environment;
    const pages = readManual();
    const print = (text: string): number => {
      stdout.write(text);
      return 0;
    };
    if (words.length === 0) return print(topicList(pages));
    const asked = words.join(" ");
    const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
    const own = pages.find(({name}) => sameName(name, asked));
    if (isCommand(asked, commands)) {
      const help = parseArgs([...words, "--help"], commands, readVersion());
      const more = own ? `\nThe page about it: broadsheet help ${own.name}.md\n` : "";
      return print(`${"print" in help ? help.print : ""}${more}`);
    }
    const page = own ?? pages.find(({name, title}) => sameName(`${name}.md`, asked) || sameName(title, asked));
    if (page !== undefined) return print(renderManualPage(page.text, options));
    const [section, ...others] = findSections(words, pages);
    if (section === undefined) throw unknownTopic(asked, pages, commands);
    const also = others.map((other) => `Also: broadsheet help ${other.page}.md "${other.heading}"\n`).join("");
    const where = `From the page ${section.page}: broadsheet help ${section.page}.md\n`;
    return print(`${renderManualPage(section.text, options)}\n${where}${also}`);
  };
}

/** The parts with this heading: of all pages, or of the one that the first word names. */
function findSections(words: readonly string[], pages: readonly ManualPage[]): ManualSection[] {
  const asked = words.join(" ");
  const everywhere = pages.flatMap(sectionsOf).filter(({heading}) => sameName(heading, asked));
  if (everywhere.length > 0 || words.length < 2) return everywhere;
  const within = pages.find(({name}) => sameName(name, words[0]!) || sameName(`${name}.md`, words[0]!));
  const rest = words.slice(1).join(" ");
  return within === undefined ? [] : sectionsOf(within).filter(({heading}) => sameName(heading, rest));
}

function isCommand(name: string, commands: readonly Command[]): boolean {
  return commands.some((command) => command.name === name || command.name.startsWith(`${name} `));
}

/** Upper case and a folder or an anchor of the documentation make no difference. */
function sameName(name: string, asked: string): boolean {
  return name.toLowerCase() === asked.toLowerCase().replace(/^(?:\.\/)?docs\//, "");
}

function topicList(pages: readonly ManualPage[]): string {
  const width = Math.max(...pages.map(({name}) => name.length));
  const rows = pages.map(({name, title}) => `  ${name.padEnd(width)}  ${title}`);
  return `Usage: broadsheet help TOPIC

A topic is a page of the documentation, a heading in one (a measure, a setting, an error's code), or a command.

Pages:
${rows.join("\n")}

Examples:
  broadsheet help start
  broadsheet help megabytes-per-day
  broadsheet help CONFIG_REFUSED
  broadsheet help methodology.developers
  broadsheet help ledger check
`;
}

function unknownTopic(asked: string, pages: readonly ManualPage[], commands: readonly Command[]): UserError {
  const headings = pages.flatMap(sectionsOf).map(({heading}) => heading);
  const near = nearest(asked, [...pages.map(({name}) => name), ...commands.map(({name}) => name), ...headings]);
  const list = "broadsheet help lists the pages";
  return new UserError(
    "COMMAND_UNKNOWN",
    `there is no help on "${asked}"`,
    near === null ? `${list}, and broadsheet --help the commands` : `write broadsheet help ${near}; ${list}`,
  );
}
