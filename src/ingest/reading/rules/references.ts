import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {number, text, textOrNull} from "../fields.ts";
import {type Reading, requiredNode} from "../reading.ts";
import {type Check, perBericht} from "./check.ts";

/** TR101, TR314, TR315 and TR316: a Prestatie is named once, and taken back once, later. */
export function referenceChecks(table: MessageTable, client: string): Check[] {
  const path = `${client}/Prestaties/Prestatie`;
  const referentie = requiredNode(table, `${path}/ProductReferentie/ReferentieNummer`);
  const vorigeReferentie = requiredNode(table, `${path}/ProductReferentie/VorigReferentieNummer`);
  const stateOf = perBericht(newReferences);
  return [
    [
      requiredNode(table, path),
      (reading) => {
        const state = stateOf(reading);
        const own = text(reading, referentie);
        const taken = textOrNull(reading, vorigeReferentie);
        checkOwn(reading, state, own, taken);
        if (taken !== null) checkTaken(reading, state, own, taken);
        if (state.takenBack.has(own) && taken !== own) reportTakenAtOnce(reading);
      },
    ],
    [requiredNode(table, client), (reading) => void stateOf(reading).client++],
  ];
}

function newReferences() {
  return {
    client: 0,
    /** Of which Client each is. */
    clients: new Map<string, number>(),
    /** Of the credit ones, which each takes back; and all that are taken back. */
    takes: new Map<string, string>(),
    takenBack: new Set<string>(),
  };
}

type References = ReturnType<typeof newReferences>;

function checkOwn(reading: Reading, {client, clients, takes}: References, own: string, taken: string | null): void {
  const earlier = clients.get(own);
  if (earlier === undefined) {
    clients.set(own, client);
  } else if (earlier === client && (takes.get(own) ?? null) === taken) {
    reading.report("TR101", "deze regel staat vaker bij de cliënt. Laat er één staan");
  } else {
    reading.report("TR314", "dit referentienummer staat vaker in het bericht. Geef elke regel een eigen nummer");
  }
}

function checkTaken(reading: Reading, {clients, takes, takenBack}: References, own: string, taken: string): void {
  takes.set(own, taken);
  if (takenBack.has(taken)) reading.report("TR315", "deze regel wordt vaker teruggenomen. Laat één creditregel staan");
  else takenBack.add(taken);
  if (clients.has(taken)) reportTakenAtOnce(reading);
}

function reportTakenAtOnce(reading: Reading): void {
  reading.report("TR316", "een debetregel en zijn creditregel staan in één bericht. Laat beide weg");
}

interface Line {
  readonly categorie: string;
  readonly code: string;
  readonly begin: number;
  readonly end: number;
}

/** TR416: a month of a product is claimed once. */
export function debetOnceCheck(table: MessageTable, path: string): Check {
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  const toewijzingNummer = at("ToewijzingNummer");
  const categorie = at("ProductCategorie");
  const code = at("ProductCode");
  const begin = at("ProductPeriode/Begindatum");
  const end = at("ProductPeriode/Einddatum");
  const debetCredit = at("IngediendBedrag/DebetCredit");
  const stateOf = perBericht(() => ({first: new Map<number, Line>(), others: new Set<string>()}));
  return [
    requiredNode(table, path),
    (reading) => {
      if (text(reading, debetCredit) === "C") return;
      const nummer = number(reading, toewijzingNummer);
      const line = {
        categorie: text(reading, categorie),
        code: text(reading, code),
        begin: number(reading, begin),
        end: number(reading, end),
      };
      const {first, others} = stateOf(reading);
      if (isNew(first, others, nummer, line)) return;
      reading.report("TR416", "dit product staat voor dezelfde periode vaker in het bericht. Maak er één regel van");
    },
  ];
}

/** Most Toewijzingen have one line in a Bericht, so only the others need a key of all that makes a line. */
function isNew(first: Map<number, Line>, others: Set<string>, nummer: number, line: Line): boolean {
  const earlier = first.get(nummer);
  if (earlier === undefined) {
    first.set(nummer, line);
    return true;
  }
  const {categorie, code, begin, end} = line;
  if (earlier.begin === begin && earlier.end === end && earlier.code === code && earlier.categorie === categorie) {
    return false;
  }
  const key = `${nummer} ${begin} ${end} ${categorie} ${code}`;
  if (others.has(key)) return false;
  others.add(key);
  return true;
}
