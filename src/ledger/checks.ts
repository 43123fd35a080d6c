import type {LedgerCheck} from "./check.ts";
import {checkDeliveries} from "./checks/deliveries.ts";
import {checkEditions} from "./checks/editions.ts";
import {checkMailings} from "./checks/mailings.ts";
import {checkNewsletters} from "./checks/newsletters.ts";
import {checkSpellings} from "./checks/spellings.ts";
import {checkTwins} from "./checks/twins.ts";

/** What cannot be, whatever each row says by itself: these refuse, and some of them warn, too. */
export const ledgerChecks: readonly LedgerCheck[] = [checkEditions, checkDeliveries, checkMailings, checkNewsletters];

/** What is doubtful: these only warn. */
export const doubts: readonly LedgerCheck[] = [checkSpellings, checkTwins];
