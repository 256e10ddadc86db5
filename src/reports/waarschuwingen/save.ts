import {switchMail} from "../../collaboration/abonnement/subscriptions.ts";
import {addRule, changeRule} from "../../collaboration/signaalregel/rules.ts";
import {UserError} from "../../errors.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import type {Sources} from "../sources.ts";
import {readAudience, readRuleChoice, readSide, ruleQuestion} from "./choice.ts";
import {mailChoice} from "./mail-choice.ts";
import {readNorm} from "./norm.ts";

interface Saving {
  readonly sources: Sources;
  readonly sendsMail: boolean;
  readonly today: IsoDate;
  readonly now: Date;
}

/** What was kept, for the page that follows. */
export type Saved =
  | {readonly kind: "gemaakt" | "weggehaald" | "teruggezet"; readonly number: number}
  | {readonly kind: "mail"; readonly isOn: boolean};

/**
 * Does what a form of the page Mijn waarschuwingen asks: make a rule, take it back or put it back, or switch the mail.
 *
 * @throws UserError  one line: why it cannot be; nothing was changed
 */
export async function saveWaarschuwing(saving: Saving, fields: URLSearchParams): Promise<Saved> {
  const {sources, now} = saving;
  const {database, reader, place} = sources;
  const text = (name: string) => fields.get(name)?.trim() ?? "";
  switch (text("actie")) {
    case "maak": {
      const choice = readRuleChoice(Object.fromEntries(fields), sources);
      const rule = {
        question: ruleQuestion(choice, sources),
        side: readSide(text("kant")),
        norm: readNorm(text("grens"), choice.indicator.unit),
        why: text("waarom"),
        audience: readAudience(text("voor")),
      };
      return {kind: "gemaakt", number: await addRule(database, rule, reader, now)};
    }
    case "weg":
    case "terug": {
      const number = readNumber(text("nummer"));
      const holds = text("actie") === "terug";
      await changeRule(database, place.gemeenteCode, {number, holds}, reader, now);
      return {kind: holds ? "teruggezet" : "weggehaald", number};
    }
    case "mail": {
      const isOn = text("aan") === "ja";
      const choice = await mailChoice(sources, saving);
      if (!choice.canChoose && isOn) throw new UserError(choice.why);
      await switchMail(database, {gemeenteCode: place.gemeenteCode, userId: reader.id}, {isOn, now});
      return {kind: "mail", isOn};
    }
    default:
      throw new UserError("Dit formulier kennen wij niet. Open 'Mijn waarschuwingen' opnieuw.");
  }
}

function readNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError("Deze waarschuwing is er niet. Open de bladzijde opnieuw.");
}
