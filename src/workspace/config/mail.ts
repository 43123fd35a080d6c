import {z} from "zod";

/** An address of one person, without a name or a comment: nothing in it can become a header or a second address. */
const address = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/, {
    error: "must be an address without a name, like reports@example.org",
  });

const mail = z.strictObject({
  host: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$|^::1$/, {
      error: "must be the name of a mail server, like mail.example.org",
    })
    .optional(),
  port: z.number().int().min(1).max(65_535).default(587),
  user: z.string().min(1).max(320).optional(),
  from: address.optional(),
  to: z
    .union([address, z.array(address).min(1).max(100)])
    .transform((given) => [given].flat())
    .default([]),
});

/** How editions are sent by mail. A message that is only written into a file needs none of it. */
export type MailConfig = z.output<typeof mail>;

/** The names of the settings of mail. */
export const mailSettingNames = Object.keys(mail.shape);

/** The settings of mail. The password is in none of them: it stands in a file of its own or in the environment. */
export const mailSettings = {mail: mail.optional()};
