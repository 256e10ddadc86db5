import {afkeur} from "./afkeur/afkeur.ts";
import {afschaling} from "./afschaling/afschaling.ts";
import {clienten} from "./clienten/clienten.ts";
import {clientenPer1000} from "./clienten-per-1000/clienten-per-1000.ts";
import {declaratievertraging} from "./declaratievertraging/declaratievertraging.ts";
import {doorlooptijd} from "./doorlooptijd/doorlooptijd.ts";
import {doorlooptijdLang} from "./doorlooptijd-lang/doorlooptijd-lang.ts";
import {herhaaldBeroep} from "./herhaald-beroep/herhaald-beroep.ts";
import {huishoudensBeideWetten} from "./huishoudens-beide-wetten/huishoudens-beide-wetten.ts";
import type {Indicator} from "./indicator.ts";
import {instroom} from "./instroom/instroom.ts";
import {jeugdigenMetJeugdhulp} from "./jeugdigen-met-jeugdhulp/jeugdigen-met-jeugdhulp.ts";
import {kosten} from "./kosten/kosten.ts";
import {kostenIngediend} from "./kosten-ingediend/kosten-ingediend.ts";
import {kostenNaBegin} from "./kosten-na-begin/kosten-na-begin.ts";
import {kostenPerClient} from "./kosten-per-client/kosten-per-client.ts";
import {kostenPerInwoner} from "./kosten-per-inwoner/kosten-per-inwoner.ts";
import {kostenTotaal} from "./kosten-totaal/kosten-totaal.ts";
import {langdurig} from "./langdurig/langdurig.ts";
import {lichtEerst} from "./licht-eerst/licht-eerst.ts";
import {lopenAf} from "./lopen-af/lopen-af.ts";
import {metVerblijf} from "./met-verblijf/met-verblijf.ts";
import {naarAnderDomein} from "./naar-ander-domein/naar-ander-domein.ts";
import {nieuweClientenPer1000} from "./nieuwe-clienten-per-1000/nieuwe-clienten-per-1000.ts";
import {opschaling} from "./opschaling/opschaling.ts";
import {stand} from "./stand/stand.ts";
import {stapeling} from "./stapeling/stapeling.ts";
import {stapelingHuishouden} from "./stapeling-huishouden/stapeling-huishouden.ts";
import {terugval} from "./terugval/terugval.ts";
import {uitstroom} from "./uitstroom/uitstroom.ts";
import {uitval} from "./uitval/uitval.ts";
import {verlengd} from "./verlengd/verlengd.ts";
import {verzilvering} from "./verzilvering/verzilvering.ts";
import {volgensPlan} from "./volgens-plan/volgens-plan.ts";
import {wachttijd} from "./wachttijd/wachttijd.ts";
import {zwaarNaLicht} from "./zwaar-na-licht/zwaar-na-licht.ts";

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
