import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {numberOrNull, text, textOrNull} from "../fields.ts";
import {type AtEnd, type Reading, requiredNode} from "../reading.ts";

/** What is kept of where a Client lives. */
export interface Residence {
  readonly buurtCode: string | null;
  readonly huishouden: string | null;
}

const unknownResidence: Residence = {buurtCode: null, huishouden: null};

// BRP-adres before Verblijfadres before Tijdelijk verblijfadres; a post box says least of where someone lives.
const preference: Readonly<Record<string, number>> = {"01": 1, "03": 2, "04": 3, "02": 4};

/** Keeps the best address of the Contacten of the Client; `residenceOf` gives it while the Client is read. */
export function residenceActions(table: MessageTable): {
  actions: [number, AtEnd][];
  residenceOf(reading: Reading): Residence;
} {
  const contact = requiredNode(table, "Bericht/Client/Contactgegevens/Contact");
  const adres = "Bericht/Client/Contactgegevens/Contact/Adres";
  const soort = requiredNode(table, "Bericht/Client/Contactgegevens/Contact/Soort");
  const postcode = requiredNode(table, `${adres}/Postcode`);
  const land = requiredNode(table, `${adres}/LandCode`);
  const huisnummer = requiredNode(table, `${adres}/Huis/Huisnummer`);
  const huisletter = requiredNode(table, `${adres}/Huis/Huisletter`);
  const toevoeging = requiredNode(table, `${adres}/Huis/HuisnummerToevoeging`);
  const best = new WeakMap<Reading, {rank: number; residence: Residence}>();

  const readContact: AtEnd = (reading) => {
    const rank = preference[text(reading, soort)] ?? 9;
    const code = dutchPostcode(textOrNull(reading, postcode), textOrNull(reading, land));
    if (code === null || rank >= (best.get(reading)?.rank ?? 9)) return;
    const house = numberOrNull(reading, huisnummer);
    const residence = {
      buurtCode: reading.context.buurtOf(code),
      huishouden:
        house === null
          ? null
          : reading.context.huishouden(code, house, textOrNull(reading, huisletter), textOrNull(reading, toevoeging)),
    };
    best.set(reading, {rank, residence});
  };
  return {
    actions: [[contact, readContact]],
    residenceOf: (reading) => best.get(reading)?.residence ?? unknownResidence,
  };
}

/** "1234AB"; null for an address abroad or a postcode that is none. */
function dutchPostcode(postcode: string | null, landCode: string | null): string | null {
  if (postcode === null || (landCode !== null && landCode !== "NL")) return null;
  const code = postcode.replaceAll(" ", "").toUpperCase();
  return /^[1-9][0-9]{3}[A-Z]{2}$/.test(code) ? code : null;
}
