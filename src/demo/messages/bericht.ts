import {type Day, isoDate} from "../days.ts";
import {gemeente, type Wet} from "../parameters.ts";
import {block, leaf, type Names, namesOf} from "./xml.ts";

/** What the Header of a Bericht says. A retourbericht copies it and adds its own. */
export interface Heading {
  readonly wet: Wet;
  readonly soort: Soort;
  readonly agb: string;
  readonly identificatie: string;
  readonly dagtekening: Day;
}

export type Soort =
  | "301"
  | "302"
  | "305"
  | "306"
  | "307"
  | "308"
  | "315"
  | "316"
  | "317"
  | "318"
  | "319"
  | "320"
  | "323"
  | "325";

const berichtCodes: Readonly<Record<Wet, Readonly<Record<Soort, string>>>> = {
  Wmo: codesFrom("414 415 418 419 420 421 444 445 480 481 482 483 484 485"),
  Jeugdwet: codesFrom("436 437 438 439 440 441 446 447 486 487 488 489 490 491"),
};

function codesFrom(codes: string): Record<Soort, string> {
  const soorten = "301 302 305 306 307 308 315 316 317 318 319 320 323 325".split(" ");
  return Object.fromEntries(codes.split(" ").map((code, index) => [soorten[index], code])) as Record<Soort, string>;
}

// In a retourbericht Afzender and Ontvanger stand as in the Bericht that it answers.
const gemeenteFirst: ReadonlySet<string> = new Set(["301", "302", "319", "320", "325"]);

/** The whole document around a body. */
export function bericht(heading: Heading, extraHeader: string, body: string): string {
  const names = namesOf(heading.wet, heading.soort);
  const standard = heading.wet === "Wmo" ? "iwmo" : "ijw";
  const message = names.own.slice(0, -1);
  const space = `http://www.istandaarden.nl/${standard}/3_2`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\r\n` +
    `<${names.own}Bericht xmlns:${standard}="${space}/basisschema/schema" xmlns:${message}="${space}/${message}/schema">\r\n` +
    block(1, `${names.own}Header`, header(heading, names) + extraHeader) +
    `${body}</${names.own}Bericht>\r\n`
  );
}

function header(heading: Heading, names: Names): string {
  const {own} = names;
  const [afzender, ontvanger] = gemeenteFirst.has(heading.soort)
    ? [gemeente.code, heading.agb]
    : [heading.agb, gemeente.code];
  return (
    leaf(2, `${own}BerichtCode`, berichtCodes[heading.wet][heading.soort]) +
    leaf(2, `${own}BerichtVersie`, 3) +
    leaf(2, `${own}BerichtSubversie`, 2) +
    leaf(2, `${own}Afzender`, afzender) +
    leaf(2, `${own}Ontvanger`, ontvanger) +
    identification(`${own}BerichtIdentificatie`, heading, names) +
    xsdVersie(`${own}XsdVersie`, names)
  );
}

export function identification(
  name: string,
  {identificatie, dagtekening}: Pick<Heading, "identificatie" | "dagtekening">,
  {base}: Names,
): string {
  return block(
    2,
    name,
    leaf(3, `${base}Identificatie`, identificatie) + leaf(3, `${base}Dagtekening`, isoDate(dagtekening)),
  );
}

export function xsdVersie(name: string, {base}: Names): string {
  return block(2, name, leaf(3, `${base}BasisschemaXsdVersie`, "1.0.0") + leaf(3, `${base}BerichtXsdVersie`, "1.0.0"));
}

/** The Header lines that a retourbericht has beside those of the Bericht it answers. */
export function retourHeader(identificatie: string, dagtekening: Day, codes: readonly string[], names: Names): string {
  const {own} = names;
  return (
    leaf(2, `${own}IdentificatieRetour`, identificatie) +
    leaf(2, `${own}DagtekeningRetour`, isoDate(dagtekening)) +
    xsdVersie(`${own}XsdVersieRetour`, names) +
    retourCodes(2, codes, names)
  );
}

export function retourCodes(depth: number, codes: readonly string[], {own}: Names): string {
  if (codes.length === 0) return "";
  return block(depth, `${own}RetourCodes`, codes.map((code) => leaf(depth + 1, `${own}RetourCode`, code)).join(""));
}

const answers: Readonly<Record<string, Soort>> = {
  "301": "302",
  "305": "306",
  "307": "308",
  "315": "316",
  "317": "318",
  "319": "320",
};

export function retourOf(soort: Soort): Soort {
  return answers[soort];
}
