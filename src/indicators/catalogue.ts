import type {Database} from "../database/database.ts";
import {aandeelPreventie} from "./aandeel-preventie/aandeel-preventie.ts";
import {actieveAanbieders} from "./actieve-aanbieders/actieve-aanbieders.ts";
import {afgewezenVerzoeken} from "./afgewezen-verzoeken/afgewezen-verzoeken.ts";
import {afkeur} from "./afkeur/afkeur.ts";
import {afschaling} from "./afschaling/afschaling.ts";
import {alsnogToegekend} from "./alsnog-toegekend/alsnog-toegekend.ts";
import {antwoordOpDeclaratie} from "./antwoord-op-declaratie/antwoord-op-declaratie.ts";
import {antwoordOpVerzoek} from "./antwoord-op-verzoek/antwoord-op-verzoek.ts";
import {caseload} from "./caseload/caseload.ts";
import {clienten} from "./clienten/clienten.ts";
import {clientenBijEenAanbieder} from "./clienten-bij-een-aanbieder/clienten-bij-een-aanbieder.ts";
import {clientenPer1000} from "./clienten-per-1000/clienten-per-1000.ts";
import {concentratie} from "./concentratie/concentratie.ts";
import {correcties} from "./correcties/correcties.ts";
import {declaratievertraging} from "./declaratievertraging/declaratievertraging.ts";
import {doelrealisatie} from "./doelrealisatie/doelrealisatie.ts";
import {doorlooptijd} from "./doorlooptijd/doorlooptijd.ts";
import {doorlooptijdLang} from "./doorlooptijd-lang/doorlooptijd-lang.ts";
import {drieAanbieders} from "./drie-aanbieders/drie-aanbieders.ts";
import {eersteDeur} from "./eerste-deur/eerste-deur.ts";
import {gebruikBegroting} from "./gebruik-begroting/gebruik-begroting.ts";
import {gebruikBudgetplafond} from "./gebruik-budgetplafond/gebruik-budgetplafond.ts";
import {grootsteDrieAanbieders} from "./grootste-drie-aanbieders/grootste-drie-aanbieders.ts";
import {herhaaldBeroep} from "./herhaald-beroep/herhaald-beroep.ts";
import {huishoudensBeideWetten} from "./huishoudens-beide-wetten/huishoudens-beide-wetten.ts";
import type {Indicator} from "./indicator.ts";
import {informeleHulp} from "./informele-hulp/informele-hulp.ts";
import {instroom} from "./instroom/instroom.ts";
import {jeugdigenMetJeugdhulp} from "./jeugdigen-met-jeugdhulp/jeugdigen-met-jeugdhulp.ts";
import {kleineAanbieders} from "./kleine-aanbieders/kleine-aanbieders.ts";
import {kosten} from "./kosten/kosten.ts";
import {kostenBuitenContract} from "./kosten-buiten-contract/kosten-buiten-contract.ts";
import {kostenIngediend} from "./kosten-ingediend/kosten-ingediend.ts";
import {kostenNaBegin} from "./kosten-na-begin/kosten-na-begin.ts";
import {kostenPerClient} from "./kosten-per-client/kosten-per-client.ts";
import {kostenPerInwoner} from "./kosten-per-inwoner/kosten-per-inwoner.ts";
import {kostenTotaal} from "./kosten-totaal/kosten-totaal.ts";
import {langdurig} from "./langdurig/langdurig.ts";
import {lichtEerst} from "./licht-eerst/licht-eerst.ts";
import {lopenAf} from "./lopen-af/lopen-af.ts";
import {lopendeVerplichtingen} from "./lopende-verplichtingen/lopende-verplichtingen.ts";
import {metVerblijf} from "./met-verblijf/met-verblijf.ts";
import {naarAnderDomein} from "./naar-ander-domein/naar-ander-domein.ts";
import {nieuweClientenPer1000} from "./nieuwe-clienten-per-1000/nieuwe-clienten-per-1000.ts";
import {nogWachtend} from "./nog-wachtend/nog-wachtend.ts";
import {nooitGestart} from "./nooit-gestart/nooit-gestart.ts";
import {nut} from "./nut/nut.ts";
import {opschaling} from "./opschaling/opschaling.ts";
import {pgbInKosten} from "./pgb-in-kosten/pgb-in-kosten.ts";
import {prijsPerUur} from "./prijs-per-uur/prijs-per-uur.ts";
import {productenBijEenAanbieder} from "./producten-bij-een-aanbieder/producten-bij-een-aanbieder.ts";
import {respons} from "./respons/respons.ts";
import {retourOpTijd} from "./retour-op-tijd/retour-op-tijd.ts";
import {stand} from "./stand/stand.ts";
import {stapeling} from "./stapeling/stapeling.ts";
import {stapelingHuishouden} from "./stapeling-huishouden/stapeling-huishouden.ts";
import {startberichtOpTijd} from "./startbericht-op-tijd/startbericht-op-tijd.ts";
import {stopberichtOpTijd} from "./stopbericht-op-tijd/stopbericht-op-tijd.ts";
import {teLaatGestart} from "./te-laat-gestart/te-laat-gestart.ts";
import {terugval} from "./terugval/terugval.ts";
import {tevredenheid} from "./tevredenheid/tevredenheid.ts";
import {tijdigGedeclareerd} from "./tijdig-gedeclareerd/tijdig-gedeclareerd.ts";
import {uitstroom} from "./uitstroom/uitstroom.ts";
import {uitval} from "./uitval/uitval.ts";
import {uitvalDoorWie} from "./uitval-door-wie/uitval-door-wie.ts";
import {urenPerWeek} from "./uren-per-week/uren-per-week.ts";
import {vastBedragInKosten} from "./vast-bedrag-in-kosten/vast-bedrag-in-kosten.ts";
import {verblijfInJeugdkosten} from "./verblijf-in-jeugdkosten/verblijf-in-jeugdkosten.ts";
import {verlengd} from "./verlengd/verlengd.ts";
import {verwachteWachttijd} from "./verwachte-wachttijd/verwachte-wachttijd.ts";
import {verwezenPerHuisartsenpraktijk} from "./verwezen-per-huisartsenpraktijk/verwezen-per-huisartsenpraktijk.ts";
import {verzilvering} from "./verzilvering/verzilvering.ts";
import {viaGi} from "./via-gi/via-gi.ts";
import {viaHuisarts} from "./via-huisarts/via-huisarts.ts";
import {viaToegang} from "./via-toegang/via-toegang.ts";
import {volgensPlan} from "./volgens-plan/volgens-plan.ts";
import {vrijToegankelijkAanbod} from "./vrij-toegankelijk-aanbod/vrij-toegankelijk-aanbod.ts";
import {wachtlijst} from "./wachtlijst/wachtlijst.ts";
import {wachttijd} from "./wachttijd/wachttijd.ts";
import {wachttijdBinnenNorm} from "./wachttijd-binnen-norm/wachttijd-binnen-norm.ts";
import {wijkteamPerInwoner} from "./wijkteam-per-inwoner/wijkteam-per-inwoner.ts";
import {wijzigingsverzoeken} from "./wijzigingsverzoeken/wijzigingsverzoeken.ts";
import {wisselingAanbieder} from "./wisseling-aanbieder/wisseling-aanbieder.ts";
import {zwaarInKosten} from "./zwaar-in-kosten/zwaar-in-kosten.ts";
import {zwaarNaLicht} from "./zwaar-na-licht/zwaar-na-licht.ts";

/** Every indicator that we bring, in the order in which a reader meets them. */
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
  wachttijdBinnenNorm,
  teLaatGestart,
  nooitGestart,
  nogWachtend,
  wachtlijst,
  verwachteWachttijd,
  startberichtOpTijd,
  stopberichtOpTijd,
  antwoordOpVerzoek,
  retourOpTijd,
  antwoordOpDeclaratie,
  afgewezenVerzoeken,
  wijzigingsverzoeken,
  caseload,
  nut,
  doelrealisatie,
  tevredenheid,
  respons,
  uitvalDoorWie,
  informeleHulp,
  vrijToegankelijkAanbod,
  aandeelPreventie,
  eersteDeur,
  drieAanbieders,
  wisselingAanbieder,
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
  nieuweClientenPer1000,
  jeugdigenMetJeugdhulp,
  stapeling,
  stapelingHuishouden,
  huishoudensBeideWetten,
  lichtEerst,
  zwaarNaLicht,
  kostenNaBegin,
  afschaling,
  opschaling,
  terugval,
  naarAnderDomein,
  volgensPlan,
  metVerblijf,
  langdurig,
  lopenAf,
  verlengd,
  doorlooptijdLang,
];

/** What a gemeente added to one installation, from a folder of its own. */
export interface LocalIndicators {
  readonly indicators: readonly Indicator[];
  readonly refused: readonly RefusedIndicator[];
}

/** A folder that is no indicator, and why. */
export interface RefusedIndicator {
  /** The name of its folder: the id it would have had. */
  readonly id: string;
  /** One Dutch line: the file, the place in it, what is wrong and what to do. */
  readonly message: string;
}

// By database, so that what one installation counts is no part of another.
const added = new WeakMap<Database, LocalIndicators>();

/** Makes an installation count what its gemeente added, wherever it asks for an indicator. */
export function addLocalIndicators(database: Database, local: LocalIndicators): void {
  added.set(database, local);
}

export function localIndicatorsOf(database: Database): LocalIndicators {
  return added.get(database) ?? {indicators: [], refused: []};
}

/** Every indicator of an installation: the catalogue, then what its gemeente added. */
export function indicatorsOf(database: Database): readonly Indicator[] {
  return [...catalogue, ...localIndicatorsOf(database).indicators];
}

const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));

/** @param database  of the installation; left out: the catalogue alone */
export function isIndicator(id: string, database?: Database): boolean {
  return lookUp(id, database) !== undefined;
}

/**
 * @param database  of the installation; left out: the catalogue alone
 * @throws RangeError  an id that is not there; ask isIndicator() first about what a person typed
 */
export function findIndicator(id: string, database?: Database): Indicator {
  const indicator = lookUp(id, database);
  if (indicator === undefined) throw new RangeError(`unknown indicator: ${id}`);
  return indicator;
}

function lookUp(id: string, database: Database | undefined): Indicator | undefined {
  return byId.get(id) ?? (database && added.get(database)?.indicators.find((one) => one.id === id));
}
