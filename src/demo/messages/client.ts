import {mix} from "../../statistics/random.ts";
import {type Address, addressOf, type Buurt} from "../areas.ts";
import {type Day, isoDate, yearOf, yearStart} from "../days.ts";
import {boyNames, girlNames, streetName, surnames} from "../names.ts";
import {gemeente} from "../parameters.ts";
import {block, escapeXml, leaf, type Names} from "./xml.ts";

/** A person with help. Name and address follow from the numbers, so that they are the same in every Bericht. */
export interface Client {
  readonly person: number;
  readonly bsn: string;
  readonly birth: Day;
  readonly isFemale: boolean;
  readonly home: number;
  readonly homeNumber: number;
  readonly buurt: Buurt;
  /** Lives with an aanbieder, and the BRP has that address: the buurt the child came from cannot be seen. */
  readonly livesElsewhere: boolean;
}

/** Bsn, Geboortedatum, Geslacht and the short name: as a 305, 307 and 315 begin. */
export function shortClient(client: Client, names: Names): string {
  const {own} = names;
  return (
    leaf(2, `${own}Bsn`, client.bsn) +
    birthDate(client, names) +
    leaf(2, `${own}Geslacht`, client.isFemale ? 2 : 1) +
    block(2, `${own}Naam`, surname(3, "Geslachtsnaam", client.home, names) + firstName(client, names))
  );
}

/** The same with the full name of a 301, a relative for some, and the address. */
export function fullClient(client: Client, retour: (depth: number) => string, names: Names): string {
  const {own, base} = names;
  const seed = mix(client.person);
  const hasPartnerName = client.isFemale && seed % 5 === 0 && client.birth < yearStart(1990);
  return (
    leaf(2, `${own}Bsn`, client.bsn) +
    birthDate(client, names) +
    leaf(2, `${own}Geslacht`, client.isFemale ? 2 : 1) +
    block(
      2,
      `${own}Naam`,
      surname(3, "Geslachtsnaam", client.home, names) +
        (hasPartnerName ? surname(3, "Partnernaam", client.home + 7, names) : "") +
        firstName(client, names) +
        leaf(3, `${base}NaamGebruik`, hasPartnerName ? 3 : 1),
    ) +
    relatives(client, seed, retour, names) +
    block(2, `${own}Contactgegevens`, contacts(client, seed, retour, names))
  );
}

/** What is known of a birth: "1950-05-17", or "1950". Of some people from abroad only the year is known. */
export function birthText(client: Client): string {
  return isoDate(client.birth).slice(0, knowsOnlyYear(client) ? 4 : 10);
}

function knowsOnlyYear(client: Client): boolean {
  return mix(client.person + 5) % 400 === 0;
}

function birthDate(client: Client, {own, base}: Names): string {
  // Where only the year is known, the first of January stands there.
  const onlyYear = knowsOnlyYear(client);
  const date = onlyYear ? yearStart(yearOf(client.birth)) : client.birth;
  return block(
    2,
    `${own}Geboortedatum`,
    leaf(3, `${base}Datum`, isoDate(date)) + (onlyYear ? leaf(3, `${base}DatumGebruik`, 2) : ""),
  );
}

function surname(depth: number, element: string, seed: number, {base}: Names): string {
  const [prefix, name] = splitSurname(surnames[mix(seed) % surnames.length]);
  return block(
    depth,
    `${base}${element}`,
    leaf(depth + 1, `${base}Achternaam`, name) + (prefix === null ? "" : leaf(depth + 1, `${base}Voorvoegsel`, prefix)),
  );
}

function splitSurname(text: string): [prefix: string | null, name: string] {
  const [first, second] = text.split("|");
  return second === undefined ? [null, first] : [first, second];
}

function firstName(client: Client, {base}: Names): string {
  const list = client.isFemale ? girlNames : boyNames;
  const name = list[mix(client.person + 1) % list.length];
  const initial = /^[a-zA-ZÀ-ỳ]/.test(name) ? leaf(3, `${base}Voorletters`, name[0]) : "";
  return leaf(3, `${base}Voornamen`, name) + initial;
}

function relatives(client: Client, seed: number, retour: (depth: number) => string, names: Names): string {
  const {own, base} = names;
  if (seed % 4 !== 1) return "";
  const isChild = client.birth > yearStart(2004);
  const list = seed % 8 < 4 ? girlNames : boyNames;
  return block(
    2,
    `${own}Relaties`,
    block(
      3,
      `${own}Relatie`,
      leaf(4, `${own}Nummer`, 1) +
        leaf(4, `${own}Volgorde`, 1) +
        leaf(4, `${own}Soort`, isChild ? 10 : 16) +
        block(
          4,
          `${own}Naam`,
          surname(5, "Geslachtsnaam", client.home, names) +
            leaf(5, `${base}Voornamen`, list[mix(seed) % list.length]) +
            leaf(5, `${base}NaamGebruik`, 1),
        ) +
        block(
          4,
          `${own}Contact`,
          leaf(5, `${own}Soort`, "01") + address(addressOf(client.buurt, client.homeNumber), names) + retour(5),
        ) +
        retour(4),
    ),
  );
}

function contacts(client: Client, seed: number, retour: (depth: number) => string, names: Names): string {
  const elsewhere = elsewhereOf(seed);
  const main = homeOf(client);
  const phone = seed % 3 === 0 ? telephone(seed, names) : "";
  const first = contact("01", address(main, names) + phone, retour, names);
  if (client.livesElsewhere || seed % 19 !== 0) return first;
  const post = contact("02", address(elsewhere, names), retour, names);
  return first + post;
}

/** The address that the BRP has. */
export function homeOf(client: Client): Address {
  return client.livesElsewhere ? elsewhereOf(mix(client.person)) : addressOf(client.buurt, client.homeNumber);
}

function elsewhereOf(seed: number): Address {
  return {postcode: `${1990 + (seed % 7)}QA`, straat: streetName(seed % 300), huisnummer: 1 + (seed % 90)};
}

function contact(soort: string, lines: string, retour: (depth: number) => string, {own}: Names): string {
  return block(3, `${own}Contact`, leaf(4, `${own}Soort`, soort) + lines + retour(4));
}

function address({postcode, straat, huisnummer}: Address, {own, base}: Names): string {
  return block(
    4,
    `${own}Adres`,
    block(5, `${base}Huis`, leaf(6, `${base}Huisnummer`, huisnummer)) +
      leaf(5, `${base}Postcode`, postcode) +
      leaf(5, `${base}Straatnaam`, escapeXml(straat.slice(0, 24))) +
      leaf(5, `${base}Plaatsnaam`, gemeente.naam) +
      leaf(5, `${base}LandCode`, "NL"),
  );
}

function telephone(seed: number, {own, base}: Names): string {
  return block(
    4,
    `${own}Telefoon`,
    block(
      5,
      `${base}Telefoon01`,
      leaf(6, `${base}Telefoonnummer`, `0600000${String(seed % 1000).padStart(3, "0")}`) +
        leaf(6, `${base}Landnummer`, "0031"),
    ),
  );
}
