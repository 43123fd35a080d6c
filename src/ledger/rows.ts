/** One issue of one title, printed once. */
export interface EditionRow {
  /** Names the edition in the other books: `TITLE ISSUE`, as the rows give them. */
  readonly edition: string;
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly issue: string;
  /** `YYYY-MM-DD`. */
  readonly printedOn: string;
  /** Copies that left the press, spoiled ones too. */
  readonly printedCopies: number;
  readonly spoiledCopies: number;
  /** Kept on file, for the archive and the office. */
  readonly keptCopies: number;
  /** In the publisher's currency; null where it was not noted. */
  readonly cost: number | null;
}

/** How copies reach people. */
export type Channel = "street" | "shop" | "subscription" | "event" | "mail" | "free" | "sponsored" | "office" | "other";

/** Copies of an edition that went to a place on a day. */
export interface DeliveryRow {
  /** As {@link EditionRow.edition}. */
  readonly edition: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly city: string;
  readonly region: string | null;
  /** ISO 3166 alpha-2 or a name, as written; null where it was not noted. */
  readonly country: string | null;
  readonly copies: number;
  readonly channel: Channel;
  /** Copies that came back. */
  readonly returnedCopies: number;
}

/** Pieces of a mail programme sent on a day. */
export interface MailingRow {
  readonly programme: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly sent: number;
  readonly delivered: number;
  readonly returned: number;
  readonly refused: number;
  /** Why pieces were refused; null where none were, or nobody noted it. */
  readonly reason: string | null;
  /** Place or institution; null where it was not noted. */
  readonly place: string | null;
  readonly cost: number | null;
}

/** Money that came in (or, below 0, went out) for a purpose. */
export interface FundsRow {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly amount: number;
  /** What it is for: a programme's name, `print`, `general`, … */
  readonly purpose: string;
}

/** A newsletter that was sent to a list, or a count of those who subscribe to it. */
export interface NewsletterRow {
  readonly list: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Mails; 0 where subscribers were only counted. */
  readonly sent: number;
  /** Null where it was not noted; so are the others. */
  readonly bounced: number | null;
  readonly subscribers: number | null;
  /** Since the row before. */
  readonly left: number | null;
}

/** One piece of work in another language. */
export interface TranslationRow {
  readonly language: string;
  readonly kind: "article" | "edition" | "poster";
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly title: string;
}

/** A place in a public list. */
export interface RankRow {
  /** With its permanent id where it has one: `tranco 4KLX`. */
  readonly list: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Of the publisher: ours or another's, as the workspace names them. */
  readonly name: string;
  /** From 1; null for "not in the first N". */
  readonly rank: number | null;
  /** How far the list goes, where the rank is null; null otherwise or where it is not known. */
  readonly notInFirst: number | null;
}

/** A target of the plan. */
export interface PlanRow {
  /** A measure's id. */
  readonly measure: string;
  /** `YYYY-MM-DD`: by when. */
  readonly on: string;
  readonly target: number;
}

/** Who did what. */
export interface CreditRow {
  /** The period as it is written, `2005-H2`. */
  readonly period: string;
  readonly post: string;
  readonly what: string;
  /** A pen name will do. */
  readonly by: string;
}

/** Something that happened and explains a figure. */
export interface EventRow {
  /** First day, `YYYY-MM-DD`. */
  readonly on: string;
  /** Last day; the first where it was one day. */
  readonly until: string;
  /** The measure it explains; null for any. */
  readonly measure: string | null;
  readonly text: string;
}

/** What happened in the publisher's forum in a month. It is no file of the ledger: the forum itself says it. */
export interface ForumMonthRow {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Who may sign in, at its end. */
  readonly members: number;
  /** Written in the month, and shown. */
  readonly posts: number;
  readonly threads: number;
  /** Written in the month, and held before they were shown. */
  readonly held: number;
  /** Hidden in the month, by the rule. */
  readonly hidden: readonly {readonly rule: string; readonly posts: number}[];
  /** How many minutes each thing waited that was decided in the month. */
  readonly waits: readonly number[];
  /** The last hash of the moderation log, as it is now. */
  readonly head: string;
}

/** All books of a publisher, corrections carried out. A book that is not kept has no rows. */
export interface Ledger {
  readonly editions: readonly EditionRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly mailings: readonly MailingRow[];
  readonly newsletters: readonly NewsletterRow[];
  readonly funds: readonly FundsRow[];
  readonly translations: readonly TranslationRow[];
  readonly ranks: readonly RankRow[];
  readonly plan: readonly PlanRow[];
  readonly credits: readonly CreditRow[];
  readonly events: readonly EventRow[];
  /** Every month from that in which the forum began until now; left out where there is no forum, or nobody asks it. */
  readonly forum?: readonly ForumMonthRow[];
}
