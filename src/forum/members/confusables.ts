/**
 * What letters of other scripts, and rare ones of ours, are taken for: in small letters, each with what it looks like. `i`, `l` and `1` are one.
 *
 * @source Unicode Technical Standard 39, confusables.txt, as far as the scripts go that names are taken in.
 */
const pairs =
  // Cyrillic
  "аa бb вb гr еe ёe зz иu іl їl јj кk мm нh оo пn рp сc тt уy хx ьb ѕs ԁd ԛq ԝw һh ґr єe ҝk ӏl ԍg " +
  // Greek
  "αa βb γy εe ζz ηn θo ιl κk μu νv οo πn ρp σo ςc τt υu φo χx ωw ϲc " +
  // Armenian
  "օo սu հh ոn զq ցg յj տs աw ւl քp " +
  // Georgian
  "ჽo ყy ძd " +
  // Latin
  "ıl łl øo đd ħh ŧt ƒf ǀl ɩl ƅb ƙk ƞn ƥp ƭt ƴy ƶz þp ðd əe ơo ưu ȷj ɑa ɡg " +
  // Latin with a stroke, a hook or a tail, as they are in small letters
  "ƀb ɓb ȼc ƈc ƌd ɖd ɗd ɇe ɛe ǥg ɠg ɨl ɉj ĸk ƚl ŋn ɲn ɵo ƿp ɋq ɍr ʀr ƨs ʈt ʉu ʋv ɏy ȥz ȣ8 " +
  // Digits
  "0o 1l il |l";

const likeOf = new Map([
  ...pairs.split(" ").map(([from, to]) => [from!, to!] as const),
  ["æ", "ae"],
  ["œ", "oe"],
  ["ß", "ss"],
]);

/** Vowel points and accents: what is left out does not make another name. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** How a name looks, in a form in which names that look alike are the same: `Аdmіn` in Cyrillic as `adm1n`. */
export function lookOf(name: string): string {
  const plain = name.normalize("NFKD").toLowerCase().normalize("NFKD").replace(accents, "");
  const alike = [...plain].map((letter) => likeOf.get(letter) ?? letter).join("");
  return alike
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .normalize("NFC");
}
