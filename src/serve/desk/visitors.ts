import type {Accounts} from "../../accounts/accounts.ts";
import type {Visitors} from "./desk.ts";

/** Who is signed in, as the accounts of the desk know it. */
export function visitorsOf(accounts: Accounts): Visitors {
  return {
    visitorOf: (token) => {
      const session = accounts.sessionOf(token);
      if (session === null || session.stage === "joining") return null;
      const {id, name, role} = session.person;
      const isWhole = session.stage === "whole";
      return {person: {id: String(id), name, role}, isWhole, isSureNow: isWhole && session.isAskedAgain};
    },
    record: ({person}, act, about) => void accounts.record({who: person.name, act, about}),
  };
}
