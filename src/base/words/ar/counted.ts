/** How a thing is called by how many there are of it; the case of the pair depends on the sentence. */
export interface CountedNoun {
  /** "one request", the number spelt out. */
  readonly one: string;
  /** "two requests", the number in the word. */
  readonly two: string;
  /** From 3 to 10. */
  readonly few: string;
  /** From 11 to 99. */
  readonly many: string;
  /** Of hundreds, and of none. */
  readonly other: string;
}

/** A count and what is counted. */
export function counted(name: string, {one, two, few, many, other}: CountedNoun): string {
  return `{${name}, plural, zero {# ${other}} one {${one}} two {${two}} few {# ${few}} many {# ${many}} other {# ${other}}}`;
}

/** Requests, with the pair as it stands after a preposition. */
export const request: CountedNoun = {one: "طلب واحد", two: "طلبين", few: "طلبات", many: "طلبًا", other: "طلب"};
/** Documents. */
export const document: CountedNoun = {one: "وثيقة واحدة", two: "وثيقتين", few: "وثائق", many: "وثيقة", other: "وثيقة"};
/** Copies of an issue. */
export const copy: CountedNoun = {one: "نسخة واحدة", two: "نسختين", few: "نسخ", many: "نسخة", other: "نسخة"};
/** Cities. */
export const city: CountedNoun = {one: "مدينة واحدة", two: "مدينتين", few: "مدن", many: "مدينة", other: "مدينة"};
/** Pieces sent by mail. */
export const piece: CountedNoun = {one: "رسالة واحدة", two: "رسالتين", few: "رسائل", many: "رسالة", other: "رسالة"};
/** Issues of a title. */
export const issue: CountedNoun = {one: "عدد واحد", two: "عددين", few: "أعداد", many: "عددًا", other: "عدد"};
/** Logs of a server. */
export const log: CountedNoun = {one: "سجل واحد", two: "سجلين", few: "سجلات", many: "سجلًا", other: "سجل"};
/** Readers, after "fewer than". */
export const user: CountedNoun = {
  one: "مستخدم واحد",
  two: "مستخدمين",
  few: "مستخدمين",
  many: "مستخدمًا",
  other: "مستخدم",
};
