import type {Day} from "../days.ts";
import type {Heading} from "../messages/bericht.ts";
import type {Client} from "../messages/client.ts";
import type {Prestatie} from "../messages/declaratie.ts";
import type {DeliveredProduct} from "../messages/delivery.ts";
import type {ToegewezenProduct} from "../messages/toewijzing.ts";
import type {AangevraagdProduct} from "../messages/verzoek.ts";

/** What the suite of the gemeente keeps of the Berichten that pass: the rows that it can export. */
export interface Suite {
  readonly versies: readonly VersieRow[];
  readonly leveringen: readonly LeveringRow[];
  readonly declaratieregels: readonly DeclaratieRow[];
  requested(heading: Heading, product: AangevraagdProduct): void;
  assigned(heading: Heading, client: Client, producten: readonly ToegewezenProduct[]): void;
  delivered(heading: Heading, client: Client, producten: readonly DeliveredProduct[]): void;
  claimed(heading: Heading, declaratieNummer: string, prestaties: readonly Prestatie[]): void;
  /** The gemeente answers a 323: refused as a whole with a code, or line by line. */
  judged(heading: Heading, wholeRefusal: string | null, on: Day): void;
  /** A retourbericht says that the Bericht was refused. */
  refused(heading: Heading, on: Day): void;
}

export interface Verwijzing {
  readonly op: Day;
  readonly type: string;
  readonly code: string | null;
}

/** One version of a Toewijzing. */
export interface VersieRow {
  readonly heading: Heading;
  readonly client: Client;
  readonly product: ToegewezenProduct;
  readonly verwijzing: Verwijzing | null;
  vervallenOp: Day | null;
  /** The first later 301 that said the same: it holds when this one turns out to be refused. */
  repeatedBy: Heading | null;
}

export interface LeveringRow {
  readonly heading: Heading;
  readonly client: Client;
  readonly product: DeliveredProduct;
  vervallenOp: Day | null;
}

export interface DeclaratieRow {
  readonly heading: Heading;
  readonly declaratieNummer: string;
  readonly prestatie: Prestatie;
  beoordeeldOp: Day | null;
  status: "In behandeling" | "Toegekend" | "Afgewezen" | "Declaratie afgekeurd";
  retourcode: string | null;
}

/** For who wants Berichten alone. */
export const noSuite: Suite = {
  versies: [],
  leveringen: [],
  declaratieregels: [],
  requested: () => undefined,
  assigned: () => undefined,
  delivered: () => undefined,
  claimed: () => undefined,
  judged: () => undefined,
  refused: () => undefined,
};

export function createSuite(): Suite {
  const versies: VersieRow[] = [];
  const leveringen: LeveringRow[] = [];
  const declaratieregels: DeclaratieRow[] = [];
  const requests = new Map<string, Verwijzing>();
  const latest = new Map<number, VersieRow>();
  const begun = new Map<string, LeveringRow[]>();
  const open = new Map<string, (VersieRow | LeveringRow)[]>();
  const claims = new Map<string, DeclaratieRow[]>();

  function keep(list: (VersieRow | LeveringRow)[], heading: Heading, row: VersieRow | LeveringRow): void {
    list.push(row);
    const known = open.get(heading.identificatie);
    if (known === undefined) open.set(heading.identificatie, [row]);
    else known.push(row);
  }

  function addVersie(heading: Heading, client: Client, product: ToegewezenProduct): void {
    const last = latest.get(product.nummer);
    if (last !== undefined && last.vervallenOp === null && saysTheSame(last, client, product)) {
      last.repeatedBy ??= heading;
      return;
    }
    const verwijzing = requests.get(`${heading.agb} ${product.referentie}`) ?? null;
    const row: VersieRow = {
      heading,
      client: snapshot(client),
      product,
      verwijzing,
      vervallenOp: null,
      repeatedBy: null,
    };
    latest.set(product.nummer, row);
    keep(versies, heading, row);
  }

  return {
    versies,
    leveringen,
    declaratieregels,
    requested(heading, {referentie, verwijzer}) {
      const key = `${heading.agb} ${referentie}`;
      requests.set(key, {op: heading.dagtekening, type: verwijzer.type, code: verwijzer.code});
    },
    assigned(heading, client, producten) {
      for (const product of producten) addVersie(heading, client, product);
    },
    delivered(heading, client, producten) {
      for (const product of producten) {
        const {begin, categorie, code, nummer, stop, status} = product;
        const key = [client.bsn, heading.agb, nummer, categorie, code, begin, stop?.einde, stop?.reden].join(" ");
        if (status === "3") {
          for (const row of begun.get(key) ?? []) row.vervallenOp ??= heading.dagtekening;
          continue;
        }
        const row: LeveringRow = {heading, client, product, vervallenOp: null};
        begun.set(key, [...(begun.get(key) ?? []), row]);
        keep(leveringen, heading, row);
      }
    },
    claimed(heading, declaratieNummer, prestaties) {
      const rows = prestaties.map((prestatie): DeclaratieRow => {
        const status = "In behandeling";
        return {heading, declaratieNummer, prestatie, beoordeeldOp: null, status, retourcode: null};
      });
      for (const row of rows) declaratieregels.push(row);
      claims.set(heading.identificatie, rows);
    },
    judged({identificatie}, wholeRefusal, on) {
      for (const row of claims.get(identificatie) ?? []) {
        const {retourcode} = row.prestatie;
        row.beoordeeldOp = on;
        row.retourcode = wholeRefusal ?? retourcode;
        if (wholeRefusal !== null) row.status = "Declaratie afgekeurd";
        else row.status = retourcode === null ? "Toegekend" : "Afgewezen";
      }
      claims.delete(identificatie);
    },
    refused({identificatie}, on) {
      for (const row of open.get(identificatie) ?? []) {
        row.vervallenOp = on;
        if ("repeatedBy" in row && row.repeatedBy !== null) addVersie(row.repeatedBy, row.client, row.product);
      }
      open.delete(identificatie);
    },
  };
}

/** A client as it stood: people move, and a version keeps the address of its day. */
function snapshot(client: Client): Client {
  const {person, bsn, birth, isFemale, home, homeNumber, buurt, livesElsewhere} = client;
  return {person, bsn, birth, isFemale, home, homeNumber, buurt, livesElsewhere};
}

// Every 301 repeats all that runs; a later one may lack the reference.
function saysTheSame(row: VersieRow, client: Client, product: ToegewezenProduct): boolean {
  const {referentie, ...content} = product;
  const {referentie: known, ...former} = row.product;
  return (
    (referentie === null || referentie === known) &&
    row.client.homeNumber === client.homeNumber &&
    row.client.buurt === client.buurt &&
    JSON.stringify(former) === JSON.stringify(content)
  );
}
