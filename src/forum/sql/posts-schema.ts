/** The tables of what is written, decided and looked for: part of the first version of the file. */
export const postsSchema = "";
