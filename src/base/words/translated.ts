/** A part of the words in another language: every message of the English one, and no other. */
export type Translated<English> = Readonly<Record<keyof English, string>>;
