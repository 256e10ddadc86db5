import {keyForMail, listSubscribers, type Subscriber} from "../collaboration/abonnement/subscriptions.ts";
import {countMailsSince, noteTold, notToldOf} from "../collaboration/abonnement/told.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {toMoment} from "../database/moment.ts";
import {readPlace} from "../reports/place/place.ts";
import type {Sources} from "../reports/sources.ts";
import {type OutgoingMail, type SignalItem, signalMail} from "./message.ts";
import {type Recipient, recipientOf} from "./recipient.ts";
import type {MailSettings} from "./settings.ts";
import type {MailState, MailStateFile} from "./state.ts";
import type {MailTransport} from "./transport.ts";

/** What stands out for a reader, as he may see it. */
export type SignalsOf = (sources: Sources) => Promise<readonly SignalItem[]>;

export interface RoundInput {
  readonly database: Database;
  readonly signalsOf: SignalsOf;
  readonly transport: MailTransport;
  readonly settings: Pick<MailSettings, "address" | "mostPerHour">;
  readonly state: MailStateFile;
  readonly now: () => Date;
  /** Called with what should not have happened; it never holds what a mail says. */
  readonly report: (error: unknown) => void;
  /** Ends the round between two mails. */
  readonly signal?: AbortSignal;
}

export interface RoundResult {
  readonly sent: number;
  /** Mails that will be tried again at the next round. */
  readonly waiting: number;
}

const hour = 3_600_000;

/**
 * Mails who asked for it what stands out and was not told him yet, each in his own rights as they are now.
 *
 * Before a mail goes out it is written down that it does, and afterwards that it did. What breaks off in between is taken for
 * sent: see MailState. A fault that is known to be one is tried again at the next round.
 */
export async function mailSignals(input: RoundInput): Promise<RoundResult> {
  const {database, settings, state, now} = input;
  await finishBroken(input);
  const nothing = {sent: 0, waiting: 0};
  // Without data there is nothing to tell.
  if ((await readDataState(database)).dataDate === null) return nothing;
  const {gemeenteCode, name} = await readPlace(database);
  const round = {
    left: settings.mostPerHour - (await countMailsSince(database, new Date(now().getTime() - hour))),
    sent: 0,
    waiting: 0,
    fault: null as string | null,
    isClosed: false,
  };
  for (const subscriber of await listSubscribers(database, gemeenteCode)) {
    if (input.signal?.aborted) return {sent: round.sent, waiting: round.waiting};
    try {
      await mailOne(input, subscriber, name, round);
    } catch (error) {
      // A mail that went out and could not be written down: the next round does that first, and no mail goes before it.
      if (state.read().underWay !== null) throw error;
      input.report(error);
      round.waiting++;
      round.fault = "Bij een mail ging er iets mis in Wijkbalans. Meld het ons.";
    }
  }
  const {waiting, sent, fault} = round;
  const before = state.read().fault;
  const last = fault === null ? (waiting === 0 ? null : before) : {line: fault, at: toMoment(now())};
  state.write({underWay: null, waiting, fault: last});
  return {sent, waiting};
}

interface Round {
  /** Mails that may still go out this hour. */
  left: number;
  sent: number;
  waiting: number;
  fault: string | null;
  /** The server took nothing just now, so it is not asked again. */
  isClosed: boolean;
}

async function mailOne(input: RoundInput, subscriber: Subscriber, placeName: string, round: Round): Promise<void> {
  const {database, transport, state, now} = input;
  const recipient = await recipientOf(database, subscriber, now());
  if (recipient === null) return;
  const items = await notToldOf(database, subscriber, await input.signalsOf(recipient.sources));
  if (items.length === 0) return;
  if (round.isClosed || round.left <= 0) {
    round.waiting++;
    return;
  }
  const key = await keyForMail(database, subscriber, now());
  // Who ended it a moment ago gets no more.
  if (key === null) return;
  const mail = mailFor(recipient, items, {placeName, key, address: input.settings.address, now: now()});
  const signals = items.map(({signaal, eerstOp}) => ({signaal, eerstOp}));
  const known = state.read();
  state.write({...known, underWay: {...subscriber, signals}});
  const outcome = await transport.send(mail);
  const isGone = outcome.kind === "verstuurd" || outcome.kind === "onzeker";
  if (isGone) {
    await noteTold(database, subscriber, signals, now());
    round.left--;
    round.sent++;
  } else {
    round.waiting++;
    round.isClosed = outcome.kind === "dicht";
  }
  if (outcome.kind !== "verstuurd") round.fault = outcome.line;
  state.write({...known, underWay: null});
}

/** The mail to somebody, as it would leave now. */
export function mailFor(
  {to, roleLabel}: Recipient,
  items: readonly SignalItem[],
  rest: {readonly placeName: string; readonly key: string; readonly address: URL; readonly now: Date},
): OutgoingMail {
  return signalMail({to, roleLabel, items, ...rest});
}

/** What was being sent when the process ended. */
async function finishBroken({database, state, now}: RoundInput): Promise<void> {
  const known: MailState = state.read();
  if (known.underWay === null) return;
  const {signals, ...subscriber} = known.underWay;
  await noteTold(database, subscriber, signals, now());
  state.write({...known, underWay: null});
}
