import {z} from "zod";
import type {PasskeySite} from "../../accounts/factors/passkey.ts";

/** A file that was sent along, where it lies until the request is answered. */
export interface SentFile {
  readonly field: string;
  /** As the sender calls it: no path, and nothing that cannot be seen. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** From where it is asked, for the pages of signing in. */
export interface Sender {
  /** The cookie; `""` where there is none. */
  readonly token: string;
  /** The address, which is written down nowhere; `""` where it says nothing, since whoever comes through this machine has its own. */
  readonly address: string;
  readonly site: PasskeySite;
}

/** How many files may be sent along, and how large they may be. */
export interface SentLimits {
  readonly most: number;
  readonly bytes: number;
  /** Of all of them. */
  readonly bytesInAll?: number;
}

/** No fields, no values. */
export const none = z.object({});

/** What was sent, checked. */
export interface FormRequest<Params, Query, Form> {
  readonly sender: Sender;
  readonly params: Params;
  readonly query: Query;
  readonly form: Form;
  readonly files: readonly SentFile[];
  /** Aborted when whoever asked has gone. */
  readonly signal: AbortSignal;
}

/** What a form may hold. */
export interface FormLimits {
  /** The fields of the form; of GET none. */
  readonly form: z.ZodObject<z.ZodRawShape>;
  /** Fields that may stand there several times, each an array in `form`. */
  readonly lists?: readonly string[];
  /** The longest body, without files; 64 kB where nothing is said. */
  readonly mostBytes?: number;
  /** How many files may be sent along, how large each may be, and all of them where that is less. */
  readonly files?: SentLimits;
}

/**
 * A row of a table: all that can be asked for, by whom, what it takes and how much of it.
 *
 * `Who` is whoever may, `Own` what a row is told besides what was sent, `Answer` what it answers with.
 */
export interface FormRow<
  Params extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Form extends z.ZodRawShape,
  Who extends string,
  Own,
  Answer,
> extends FormLimits {
  /** A name that stays. */
  readonly id: string;
  /** What changes something is POST, and nothing else is. */
  readonly method: "GET" | "POST";
  readonly path: string;
  /** In one line, for the documentation. */
  readonly purpose: string;
  readonly who: Who;
  /** Is the second factor asked for again? */
  readonly again?: boolean;
  /** The field whose text is shown back to whoever may not, so that nothing that was written is lost. */
  readonly shownBack?: string;
  /** Is the answer the same for everybody without a cookie, so that it may be kept for who asks next? */
  readonly isKept?: boolean;
  readonly params: z.ZodObject<Params>;
  readonly query: z.ZodObject<Query>;
  readonly form: z.ZodObject<Form>;
  readonly carryOut: (
    asked: FormRequest<z.output<z.ZodObject<Params>>, z.output<z.ZodObject<Query>>, z.output<z.ZodObject<Form>>> & Own,
  ) => Answer | Promise<Answer>;
}

/** A row, whatever it takes. */
export type AnyRow<Who extends string, Own, Answer> = FormRow<
  z.ZodRawShape,
  z.ZodRawShape,
  z.ZodRawShape,
  Who,
  Own,
  Answer
>;
