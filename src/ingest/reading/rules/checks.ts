import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import type {Soort} from "../../../standards/istandaarden/messages.ts";
import {antwoordCheck} from "./antwoord.ts";
import {bsnCheck} from "./bsn.ts";
import type {Check} from "./check.ts";
import {contactCheck, reachableChecks} from "./contact.ts";
import {declaratiePeriodeCheck, totaalChecks, totaalDebetCheck} from "./declaratie.ts";
import {refusedChecks} from "./declaratie-antwoord.ts";
import {geboortedatumCheck} from "./geboortedatum.ts";
import {clientIsPersonCheck, naamGebruikCheck, taalCheck} from "./naam.ts";
import {onceCheck} from "./once.ts";
import {overlapChecks} from "./overlap.ts";
import {bedragCheck, creditCheck, periodeCheck, productPeriodeCheck} from "./prestatie.ts";
import {productCheck} from "./product.ts";
import {debetOnceCheck, referenceChecks} from "./references.ts";
import {hasHappenedCheck, statusCheck, stopAfterStartCheck} from "./start-stop.ts";
import {redenWijzigingCheck, toewijzingsdatumCheck} from "./toewijzing.ts";
import {beschikkingCheck, nieuwProductCheck, somethingChangesChecks, verwijzerCheck} from "./verzoek.ts";

// A retourbericht repeats what it answers, mistakes and all, and is not judged for them.
const checksBySoort: Readonly<Partial<Record<Soort, (table: MessageTable) => readonly Check[]>>> = {
  "301": toewijzingChecks,
  "305": startChecks,
  "307": stopChecks,
  "315": verzoekOmToewijzingChecks,
  "317": verzoekOmWijzigingChecks,
  "319": (table) => [antwoordCheck(table)],
  "323": declaratieChecks,
  "325": declaratieAntwoordChecks,
};

/** All that the standard asks of a message of this kind and that the Bericht itself can show. */
export function checksFor(table: MessageTable): readonly Check[] {
  return checksBySoort[table.soort]?.(table) ?? [];
}

const client = "Bericht/Client";

function toewijzingChecks(table: MessageTable): readonly Check[] {
  const list = `${client}/ToegewezenProducten`;
  const path = `${list}/ToegewezenProduct`;
  const periods = {ingangsdatum: "Ingangsdatum", einddatum: "Einddatum"};
  const relatie = `${client}/Relaties/Relatie`;
  const contact = `${client}/Contactgegevens/Contact`;
  return [
    bsnCheck(table, client),
    geboortedatumCheck(table, `${client}/Geboortedatum`),
    geboortedatumCheck(table, `${relatie}/Geboortedatum`),
    naamGebruikCheck(table, `${client}/Naam`),
    naamGebruikCheck(table, `${relatie}/Naam`),
    clientIsPersonCheck(table),
    taalCheck(table),
    contactCheck(table, contact),
    contactCheck(table, `${relatie}/Contact`),
    ...reachableChecks(table),
    onceCheck(table, contact, ["Soort"]),
    onceCheck(table, relatie, ["Nummer"]),
    onceCheck(table, path, ["ToewijzingNummer"]),
    toewijzingsdatumCheck(table, path),
    productCheck(table, {path, ...periods, emptyOmvang: "CD080", frequentie: "CS338"}),
    ...redenWijzigingCheck(table, path),
    ...overlapChecks(table, {rule: "TR302", list, product: "ToegewezenProduct", ...periods}),
  ];
}

function startChecks(table: MessageTable): readonly Check[] {
  const path = `${client}/StartProducten/StartProduct`;
  return [
    bsnCheck(table, client),
    geboortedatumCheck(table, `${client}/Geboortedatum`),
    statusCheck(table, path),
    hasHappenedCheck(table, `${path}/Begindatum`),
    onceCheck(table, path, ["ToewijzingNummer", "Product/Categorie", "Product/Code", "Begindatum"]),
  ];
}

function stopChecks(table: MessageTable): readonly Check[] {
  const path = `${client}/StopProducten/StopProduct`;
  const key = ["ToewijzingNummer", "Product/Categorie", "Product/Code", "Begindatum", "Einddatum"];
  return [
    bsnCheck(table, client),
    geboortedatumCheck(table, `${client}/Geboortedatum`),
    statusCheck(table, path),
    hasHappenedCheck(table, `${path}/Einddatum`),
    stopAfterStartCheck(table, path),
    onceCheck(table, path, table.release < "3.2" ? key : [...key, "RedenBeeindiging"]),
  ];
}

function verzoekOmToewijzingChecks(table: MessageTable): readonly Check[] {
  const list = `${client}/AangevraagdeProducten`;
  const path = `${list}/AangevraagdProduct`;
  const periods = {ingangsdatum: "ToewijzingIngangsdatum", einddatum: "ToewijzingEinddatum"};
  return [
    bsnCheck(table, client),
    geboortedatumCheck(table, `${client}/Geboortedatum`),
    productCheck(table, {path, ...periods, emptyOmvang: "CD095", frequentie: "CS343"}),
    beschikkingCheck(table),
    verwijzerCheck(table),
    onceCheck(table, path, ["ReferentieAanbieder"], "TR383"), // TR101 says the same
    ...overlapChecks(table, {rule: "TR386", list, product: "AangevraagdProduct", ...periods}),
  ];
}

function verzoekOmWijzigingChecks(table: MessageTable): readonly Check[] {
  const verzoek = `${client}/Verzoek`;
  const periods = {ingangsdatum: "GewensteIngangsdatum", einddatum: "Einddatum"};
  const list = `${verzoek}/NieuweProducten`;
  const nieuw = `${list}/NieuwProduct`;
  const teWijzigen = `${verzoek}/TeWijzigenProducten/TeWijzigenProduct`;
  return [
    bsnCheck(table, client),
    productCheck(table, {path: teWijzigen, ...periods, emptyOmvang: null, frequentie: "CS338"}),
    productCheck(table, {path: nieuw, ...periods, emptyOmvang: "CD096", frequentie: "CS338"}),
    nieuwProductCheck(table),
    ...somethingChangesChecks(table),
    onceCheck(table, `${verzoek}/OngewijzigdeProducten/OngewijzigdProduct`, ["ToewijzingNummer"]),
    onceCheck(table, teWijzigen, ["ToewijzingNummer"]),
    onceCheck(table, nieuw, ["Product/Categorie", "Product/Code", "GewensteIngangsdatum"]),
    ...overlapChecks(table, {rule: "TR410", list, product: "NieuwProduct", ...periods}),
  ];
}

function declaratieChecks(table: MessageTable): readonly Check[] {
  const clienten = "Bericht/Declaratie/Clienten/Client";
  const prestatie = `${clienten}/Prestaties/Prestatie`;
  return [
    bsnCheck(table, clienten),
    onceCheck(table, clienten, ["Bsn"]),
    declaratiePeriodeCheck(table),
    totaalDebetCheck(table, "Bericht/Declaratie/TotaalIngediendBedrag"),
    productPeriodeCheck(table, prestatie),
    creditCheck(table, prestatie),
    bedragCheck(table, prestatie),
    ...referenceChecks(table, clienten),
    ...(table.release < "3.1" ? [] : [debetOnceCheck(table, prestatie)]),
    ...totaalChecks(table),
  ];
}

function declaratieAntwoordChecks(table: MessageTable): readonly Check[] {
  const antwoord = "Bericht/DeclaratieAntwoord";
  const clienten = `${antwoord}/Clienten/Client`;
  const prestatie = `${clienten}/Prestaties/Prestatie`;
  const referentie = `${prestatie}/ProductReferentie`;
  return [
    bsnCheck(table, clienten),
    onceCheck(table, clienten, ["Bsn"]),
    onceCheck(table, prestatie, [
      `${clienten}/Bsn`,
      `${referentie}/ReferentieNummer`,
      `${referentie}/VorigReferentieNummer`,
    ]),
    periodeCheck(table, `${prestatie}/ProductPeriode`),
    creditCheck(table, prestatie),
    totaalDebetCheck(table, `${antwoord}/TotaalIngediendBedrag`),
    totaalDebetCheck(table, `${antwoord}/TotaalToegekendBedrag`),
    ...refusedChecks(table),
  ];
}
