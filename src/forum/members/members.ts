import type {SecondProof} from "../../accounts/enrolment.ts";
import {choosePhrase, offerPasskeyToJoiner, offerTotpToJoiner} from "../../accounts/joining.ts";
import {
  addSecond,
  changePhrase,
  dropSecond,
  factorsOf,
  offerOwnPasskey,
  offerOwnTotp,
  renewOwnCodes,
} from "../../accounts/own-account.ts";
import type {Actor} from "../../accounts/people.ts";
import {endSession, endSessions, listSessions} from "../../accounts/sessions.ts";
import {askForPasskey, prove, secondFactorsOf} from "../../accounts/signing-in.ts";
import {binder} from "../bind.ts";
import type {ForumStore} from "../store.ts";
import {doorOf, openDoor, shutDoor} from "./door.ts";
import {invitationsLeft, inviteAnother, inviteAs, listOwnInvitations, withdrawOwn} from "./inviting.ts";
import {chooseName, enterForumCode, joinForum} from "./joining.ts";
import {letIn, listKnocks, turnAway} from "./knock-decisions.ts";
import {knock} from "./knocks.ts";
import {endMember, findForumPerson, listForumPeople, promote} from "./people.ts";
import {recoverMember, signInMember} from "./sign-in.ts";
import {visitorOf} from "./visitor.ts";

/** What members do with their own accounts. */
export function membersOf(store: ForumStore) {
  const bound = binder(store);
  return {
    enterCode: bound(enterForumCode),
    chooseName: bound(chooseName),
    choosePhrase: bound(choosePhrase),
    offerTotpToJoiner: bound(offerTotpToJoiner),
    offerPasskeyToJoiner: bound(offerPasskeyToJoiner),
    join: (token: string, proof: SecondProof) => joinForum(store, token, proof),
    /** Joins without a second factor. */
    finish: (token: string) => joinForum(store, token, null),
    knock: bound(knock),

    signIn: bound(signInMember),
    recover: bound(recoverMember),
    secondFactorsOf: bound(secondFactorsOf),
    askForPasskey: bound(askForPasskey),
    prove: bound(prove),

    sessionOf: bound(visitorOf),
    sessions: bound(listSessions),
    endSession: bound(endSession),
    endSessions: (id: number, by: Actor, which?: {only?: number; except?: number}) => endSessions(store, id, by, which),

    factorsOf: bound(factorsOf),
    changePhrase: bound(changePhrase),
    offerOwnTotp: bound(offerOwnTotp),
    offerOwnPasskey: bound(offerOwnPasskey),
    addSecond: bound(addSecond),
    dropSecond: bound(dropSecond),
    renewOwnCodes: bound(renewOwnCodes),

    invite: bound(inviteAnother),
    invitationsLeft: bound(invitationsLeft),
    invitations: bound(listOwnInvitations),
    withdraw: bound(withdrawOwn),

    knocks: bound(listKnocks),
    letIn: bound(letIn),
    turnAway: bound(turnAway),
  };
}

/** What moderators, editors and the machine itself do about who is in the forum. */
export function peopleOf(store: ForumStore) {
  const bound = binder(store);
  return {
    list: bound(listForumPeople),
    find: bound(findForumPerson),
    promote: bound(promote),
    end: bound(endMember),
    invite: bound(inviteAs),
  };
}

/** Who can come in, and how it is shut and opened. */
export function joiningOf(store: ForumStore) {
  const bound = binder(store);
  return {state: bound(doorOf), shut: bound(shutDoor), open: bound(openDoor)};
}
