import {plural, visible} from "../../base/text.ts";
import type {Decision} from "../../methodology/decisions/resolve.ts";
import type {ReviewedClient} from "../../report/review.ts";

/** What a person answers about a client, or a wave; null to stop. */
export type PersonAnswer = {readonly decision: Decision; readonly reason: string} | "next" | null;

/** Asks a person. The tests bring their own. */
export type Ask = (clients: readonly ReviewedClient[], place: string) => Promise<PersonAnswer>;

const keys = {b: "robot", r: "reader", d: "developer", l: "later"} as const;

/** Asks a person at a terminal. */
export async function askOnTerminal(clients: readonly ReviewedClient[], place: string): Promise<PersonAnswer> {
  const [first] = clients;
  const isOne = clients.length === 1;
  const who = isOne ? visible(first!.entry) : plural(clients.length, "client", "clients");
  const {isCancel, selectKey, text} = await import("@clack/prompts");
  for (;;) {
    const key = await selectKey({
      message: `${who} (${place}): what ${isOne ? "is it" : "are they"}?`,
      options: [
        {value: "b", label: "a robot", hint: "left out"},
        {value: "r", label: "a reader", hint: "counts, whatever it takes"},
        {value: "d", label: "a developer", hint: "left out"},
        {value: "l", label: "look at it later", hint: "stays as the rules leave it"},
        {value: "n", label: "next", hint: "decide nothing"},
        {value: "q", label: "quit", hint: "what was decided is written"},
      ],
    });
    if (isCancel(key) || key === "q") return null;
    if (key === "n") return "next";
    const decision = keys[key as keyof typeof keys];
    const reason = await text({
      message: decision === "later" ? "Why? (may be empty)" : "Why?",
      validate: (value) =>
        decision === "later" || value?.trim() ? undefined : "A word or two, so that others understand it",
    });
    // Whoever takes the reason back, takes the decision back.
    if (!isCancel(reason)) return {decision, reason: reason ?? ""};
  }
}
