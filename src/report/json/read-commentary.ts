import {z} from "zod";
import type {Block, Inline} from "../commentary/prose.ts";
import {dayField} from "./fields.ts";

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({kind: z.enum(["text", "code"]), text: z.string()}),
    z.strictObject({kind: z.enum(["emphasis", "strong"]), content: z.array(inline)}),
    z.strictObject({
      kind: z.literal("link"),
      url: z.string().regex(/^(?:https?:|mailto:|#)/i),
      content: z.array(inline),
    }),
    z.strictObject({kind: z.literal("break")}),
  ]),
);

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({kind: z.enum(["paragraph", "heading"]), content: z.array(inline)}),
    z.strictObject({kind: z.literal("quote"), blocks: z.array(block)}),
    z.strictObject({kind: z.literal("list"), start: z.int().nullable(), items: z.array(z.array(block))}),
  ]),
);

/** The publisher's text, as it stands in the JSON. */
export const commentaryFields = z
  .looseObject({title: z.string().nullable(), by: z.string(), date: dayField, blocks: z.array(block)})
  .transform(({title, by, date, blocks}) => ({title, by, date, blocks}));
