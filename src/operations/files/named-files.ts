import type {ErrorCode} from "../../base/error.ts";
import type {Config} from "../../workspace/config/config.ts";
import type {RuleSettings} from "../../workspace/config/methodology.ts";
import {namedIn} from "../../workspace/config/sites.ts";

/** The tables and lists that the settings name, each once, with the code of its faults. */
export function namedFiles(config: Config): (readonly [name: string, code: ErrorCode])[] {
  const {methodology, departments, aliases, titles, episodes, referrerSpam, owners, ledger, sites} = config;
  const rules = [methodology, ...(methodology.changes ?? [])];
  const all: (readonly [string | undefined, ErrorCode])[] = [
    ...rules.map(({blacklist}) => [blacklist, "BLACKLIST_REFUSED"] as const),
    ...rules.flatMap(robotFiles).map((name) => [name, "ROBOT_LIST_REFUSED"] as const),
    [departments, "DEPARTMENTS_REFUSED"],
    ...namedIn(sites).map(([, {own}]) => [own.departments, "DEPARTMENTS_REFUSED"] as const),
    [aliases, "ALIASES_REFUSED"],
    [titles, "TITLES_REFUSED"],
    [episodes, "EPISODES_REFUSED"],
    [typeof ledger.cities === "string" ? ledger.cities : undefined, "LEDGER_REFUSED"],
    [referrerSpam, "CONFIG_REFUSED"],
    [owners, "CONFIG_REFUSED"],
  ];
  const codes = new Map<string, ErrorCode>();
  for (const [name, code] of all) if (name !== undefined && !codes.has(name)) codes.set(name, code);
  return [...codes];
}

function robotFiles({robots}: RuleSettings): (string | undefined)[] {
  const lists = robots?.lists ?? [];
  return ("add" in lists ? lists.add : lists).flatMap((list) =>
    typeof list === "string" ? [] : [list.file, list.networks, list.robots, list.browsers],
  );
}
