import {visible} from "../../base/text.ts";
import type {QueueItem} from "../../forum/moderation/queue.ts";

/** What a person answers about one thing that waits; null to stop. */
export type QueueAnswer = {readonly kind: "show" | "show-and-trust" | "hide"; readonly rule?: string} | "next" | null;

/** Asks a person. The tests bring their own. */
export type AskAbout = (item: QueueItem, rules: readonly string[], place: string) => Promise<QueueAnswer>;

/** Asks the person at the terminal, by keys. */
export async function askAboutItem(item: QueueItem, rules: readonly string[], place: string): Promise<QueueAnswer> {
  const {isCancel, select, selectKey} = await import("@clack/prompts");
  const isKnock = item.kind === "knock";
  for (;;) {
    const key = await selectKey({
      message: `${visible(item.name ?? "(nobody)")} (${place})`,
      options: [
        {value: "s", label: isKnock ? "let in" : "show"},
        ...(isKnock ? [] : [{value: "t", label: "show, and hold nothing of theirs any more"}]),
        {value: "h", label: isKnock ? "turn away" : "hide", hint: "by one of the rules"},
        {value: "n", label: "next", hint: "decide nothing"},
        {value: "q", label: "quit", hint: "what was decided is written"},
      ],
    });
    if (isCancel(key) || key === "q") return null;
    if (key === "n") return "next";
    if (key !== "h") return {kind: key === "t" ? "show-and-trust" : "show"};
    const rule = await select({
      message: "By which rule?",
      options: rules.map((value) => ({value, label: visible(value)})),
    });
    // Whoever takes the rule back, takes the decision back.
    if (!isCancel(rule)) return {kind: "hide", rule};
  }
}
