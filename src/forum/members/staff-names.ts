import {lookOf} from "./confusables.ts";

/** What staff are called, in the languages of the forum's pages: no member is called so, alone, with a number, or as a word of the name. */
const ofStaff = (
  "admin administrator administration editor editors editorial moderator moderators moderation staff official support system webmaster " +
  "broadsheet forum nobody deleted everybody publisher " +
  "administrador administradora administracion redaccion redactor redactora moderador moderadora oficial equipo editorial " +
  "administrateur administratrice redaction redacteur redactrice moderateur moderatrice officiel equipe editeur editrice " +
  "administratorin redaktion redakteur redakteurin moderatorin verwaltung offiziell herausgeber herausgeberin verlag chefredaktion " +
  "管理员 管理 版主 编辑 编辑部 主编 官方 系统 客服 出版社 " +
  "مشرف المشرف مشرفة محرر المحرر محررة إدارة الإدارة مدير المدير التحرير رسمي الناشر"
).split(" ");

/** Shorter ones stand within other names, such as `Stafford`. */
const longEnough = 8;

/** Would somebody of that name be taken for one of the staff, or for the publisher? */
export function isLikeStaff(name: string, reserved: readonly string[]): boolean {
  const withoutCount = (text: string): string => lookOf(text.replace(/\p{Nd}+$/gu, ""));
  const whole = lookOf(name);
  // A word apart, a word of camels, or a word before a number.
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}\p{M}\p{N}]+/u);
  const looks = new Set([whole, withoutCount(name), ...words.flatMap((word) => [lookOf(word), withoutCount(word)])]);
  const isSo = (look: string): boolean => {
    if (look === "") return false;
    return (
      looks.has(look) || (([...look].length >= longEnough || /\p{Script=Han}/u.test(look)) && whole.includes(look))
    );
  };
  return ofStaff.some((word) => isSo(lookOf(word))) || reserved.some((word) => isSo(lookOf(word)));
}
