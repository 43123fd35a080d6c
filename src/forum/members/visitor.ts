import {joinerOf} from "../../accounts/joining.ts";
import type {Person} from "../../accounts/people.ts";
import {pendingOf, sessionOf} from "../../accounts/sessions.ts";
import type {ForumStore} from "../store.ts";
import type {ForumRole} from "./roles.ts";
import type {MemberRow} from "./standing.ts";

/** A member as pages know them. */
export interface ForumMember extends Pick<Person<ForumRole>, "id" | "name" | "role"> {
  /** Do their posts wait for a moderator? */
  readonly isHeld: boolean;
}

/** Who asks, as far as it is known: joining (the code was right), half-way, or whole. */
export type ForumVisitor =
  | {
      readonly stage: "joining";
      readonly id: number;
      /** null until one is chosen. */
      readonly name: string | null;
      readonly hasPhrase: boolean;
      readonly needsSecond: boolean;
    }
  | {
      readonly stage: "half" | "whole";
      readonly id: number;
      readonly person: ForumMember;
      readonly isAskedAgain: boolean;
    };

/** Who asks with this token; null for nobody. That a session is used is kept by the day. */
export function visitorOf(store: ForumStore, token: string): ForumVisitor | null {
  const session = sessionOf(store, token);
  if (session === null) return null;
  const {stage, id} = session;
  if (stage === "joining") {
    const joiner = joinerOf(store, token);
    if (joiner === null) return null;
    const needsSecond = store.kind.needsSecond(joiner.invitation.role);
    const hasPhrase = pendingOf(store, joiner.row).phrase !== undefined;
    return {stage, id, name: joiner.name || null, hasPhrase, needsSecond};
  }
  const {person} = session;
  const {held} = store.file.one<MemberRow>("person", {id: person.id})!;
  const shown = {id: person.id, name: person.name, role: person.role, isHeld: held === 1};
  return {stage, id, person: shown, isAskedAgain: stage === "whole" && session.isAskedAgain};
}
