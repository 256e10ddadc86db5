import {actieveAanbieders} from "./actieve-aanbieders/actieve-aanbieders.ts";
import {afkeur} from "./afkeur/afkeur.ts";
import {alsnogToegekend} from "./alsnog-toegekend/alsnog-toegekend.ts";
import {clienten} from "./clienten/clienten.ts";
import {clientenBijEenAanbieder} from "./clienten-bij-een-aanbieder/clienten-bij-een-aanbieder.ts";
import {clientenPer1000} from "./clienten-per-1000/clienten-per-1000.ts";
import {concentratie} from "./concentratie/concentratie.ts";
import {correcties} from "./correcties/correcties.ts";
import {declaratievertraging} from "./declaratievertraging/declaratievertraging.ts";
import {doorlooptijd} from "./doorlooptijd/doorlooptijd.ts";
import {gebruikBegroting} from "./gebruik-begroting/gebruik-begroting.ts";
import {gebruikBudgetplafond} from "./gebruik-budgetplafond/gebruik-budgetplafond.ts";
import {grootsteDrieAanbieders} from "./grootste-drie-aanbieders/grootste-drie-aanbieders.ts";
import {herhaaldBeroep} from "./herhaald-beroep/herhaald-beroep.ts";
import type {Indicator} from "./indicator.ts";
import {instroom} from "./instroom/instroom.ts";
import {kleineAanbieders} from "./kleine-aanbieders/kleine-aanbieders.ts";
import {kosten} from "./kosten/kosten.ts";
import {kostenBuitenContract} from "./kosten-buiten-contract/kosten-buiten-contract.ts";
import {kostenIngediend} from "./kosten-ingediend/kosten-ingediend.ts";
import {kostenPerClient} from "./kosten-per-client/kosten-per-client.ts";
import {kostenPerInwoner} from "./kosten-per-inwoner/kosten-per-inwoner.ts";
import {kostenTotaal} from "./kosten-totaal/kosten-totaal.ts";
import {lopendeVerplichtingen} from "./lopende-verplichtingen/lopende-verplichtingen.ts";
import {pgbInKosten} from "./pgb-in-kosten/pgb-in-kosten.ts";
import {prijsPerUur} from "./prijs-per-uur/prijs-per-uur.ts";
import {productenBijEenAanbieder} from "./producten-bij-een-aanbieder/producten-bij-een-aanbieder.ts";
import {stand} from "./stand/stand.ts";
import {tijdigGedeclareerd} from "./tijdig-gedeclareerd/tijdig-gedeclareerd.ts";
import {uitstroom} from "./uitstroom/uitstroom.ts";
import {uitval} from "./uitval/uitval.ts";
import {urenPerWeek} from "./uren-per-week/uren-per-week.ts";
import {vastBedragInKosten} from "./vast-bedrag-in-kosten/vast-bedrag-in-kosten.ts";
import {verblijfInJeugdkosten} from "./verblijf-in-jeugdkosten/verblijf-in-jeugdkosten.ts";
import {verwezenPerHuisartsenpraktijk} from "./verwezen-per-huisartsenpraktijk/verwezen-per-huisartsenpraktijk.ts";
import {verzilvering} from "./verzilvering/verzilvering.ts";
import {viaGi} from "./via-gi/via-gi.ts";
import {viaHuisarts} from "./via-huisarts/via-huisarts.ts";
import {viaToegang} from "./via-toegang/via-toegang.ts";
import {wachttijd} from "./wachttijd/wachttijd.ts";
import {wijkteamPerInwoner} from "./wijkteam-per-inwoner/wijkteam-per-inwoner.ts";
import {zwaarInKosten} from "./zwaar-in-kosten/zwaar-in-kosten.ts";

/** Every indicator there is, in the order in which a reader meets them. */
export const catalogue: readonly Indicator[] = [
  kosten,
  kostenIngediend,
  kostenTotaal,
  clienten,
  clientenPer1000,
  kostenPerClient,
  kostenPerInwoner,
  instroom,
  uitstroom,
  stand,
  wachttijd,
  doorlooptijd,
  verzilvering,
  uitval,
  herhaaldBeroep,
  afkeur,
  declaratievertraging,
  viaHuisarts,
  viaToegang,
  viaGi,
  verwezenPerHuisartsenpraktijk,
  zwaarInKosten,
  verblijfInJeugdkosten,
  prijsPerUur,
  urenPerWeek,
  concentratie,
  grootsteDrieAanbieders,
  actieveAanbieders,
  kleineAanbieders,
  productenBijEenAanbieder,
  clientenBijEenAanbieder,
  gebruikBudgetplafond,
  gebruikBegroting,
  tijdigGedeclareerd,
  correcties,
  alsnogToegekend,
  pgbInKosten,
  vastBedragInKosten,
  wijkteamPerInwoner,
  kostenBuitenContract,
  lopendeVerplichtingen,
];

const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));

export function isIndicator(id: string): boolean {
  return byId.has(id);
}

/** @throws RangeError  an id that is not in the catalogue; ask isIndicator() first about what a person typed */
export function findIndicator(id: string): Indicator {
  const indicator = byId.get(id);
  if (indicator === undefined) throw new RangeError(`unknown indicator: ${id}`);
  return indicator;
}
