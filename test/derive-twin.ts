import {addDays, firstDay, type IsoDate, monthOf} from "../src/standards/calendar.ts";

// What src/database/derive/ does in SQL, once more in plain loops: what was known on one day, from all that was sent.

export interface Deliveries {
  readonly bericht: readonly BerichtRow[];
  readonly retour: readonly {soort: string; identificatie: string; dagtekening: IsoDate; dagtekening_retour: IsoDate}[];
  readonly toewijzing_versie: readonly VersionRow[];
  readonly verzoek: readonly {
    bericht_id: number;
    referentie_aanbieder: string;
    verwijzer_type: string;
    dagtekening: IsoDate;
  }[];
  readonly start: readonly EventRow[];
  readonly stop: readonly (EventRow & {einddatum: IsoDate; reden_beeindiging: string})[];
  readonly prestatie: readonly ClaimRow[];
  readonly declaratie_antwoord: readonly AnswerRow[];
  readonly prestatie_antwoord: readonly {bericht_id: number; referentie: string; retourcodes: string}[];
}

export interface BerichtRow {
  readonly bericht_id: number;
  readonly soort: string;
  readonly identificatie: string;
  readonly dagtekening: IsoDate;
}

export interface VersionRow {
  readonly bericht_id: number;
  readonly toewijzing_nummer: number;
  readonly referentie_aanbieder: string | null;
  readonly toegewezen_op: string;
  readonly ingangsdatum: IsoDate;
  readonly einddatum: IsoDate | null;
  readonly reden_wijziging: string | null;
  readonly volume: number;
  readonly buurt_code: string | null;
  readonly dagtekening: IsoDate;
}

export interface EventRow {
  readonly bericht_id: number;
  readonly regel: number;
  readonly toewijzing_nummer: number | null;
  readonly product_code: string | null;
  readonly begindatum: IsoDate;
  readonly status_aanlevering: "1" | "3";
  readonly dagtekening: IsoDate;
}

export interface ClaimRow {
  readonly bericht_id: number;
  readonly regel: number;
  readonly referentie: string;
  readonly toewijzing_nummer: number;
  readonly product_code: string;
  readonly begindatum: IsoDate;
  readonly cents: number;
  readonly dagtekening: IsoDate;
}

export interface AnswerRow {
  readonly bericht_id: number;
  readonly declaratie_identificatie: string;
  readonly retourcodes: string | null;
  readonly dagtekening: IsoDate;
}

type Known = (berichtId: number) => boolean;

/** Which Berichten count on a day. */
export function berichtenOn(data: Deliveries, day: IsoDate): Known {
  const ids = new Set<number>();
  for (const bericht of data.bericht) {
    const refusedOn = refusal(data, bericht);
    const isFirst = data.bericht.every(
      (other) =>
        other.soort !== bericht.soort ||
        other.identificatie !== bericht.identificatie ||
        (refusal(data, other) === null) !== (refusedOn === null) ||
        other.dagtekening > bericht.dagtekening ||
        (other.dagtekening === bericht.dagtekening && other.bericht_id >= bericht.bericht_id),
    );
    if (isFirst && bericht.dagtekening <= day && (refusedOn === null || day < refusedOn)) ids.add(bericht.bericht_id);
  }
  return (id) => ids.has(id);
}

function refusal({retour}: Deliveries, bericht: BerichtRow): IsoDate | null {
  const days = retour
    .filter(
      ({soort, identificatie, dagtekening}) =>
        soort === bericht.soort && identificatie === bericht.identificatie && dagtekening === bericht.dagtekening,
    )
    .map(({dagtekening_retour}) => dagtekening_retour);
  return days.sort()[0] ?? null;
}

export function toewijzingenOn(data: Deliveries, day: IsoDate) {
  const known = berichtenOn(data, day);
  const forEver = berichtenOn(data, "9999-12-30");
  const numbers = new Set(data.toewijzing_versie.map(({toewijzing_nummer}) => toewijzing_nummer));
  return [...numbers].flatMap((number) => {
    const versions = data.toewijzing_versie
      .filter((version) => version.toewijzing_nummer === number && known(version.bericht_id))
      .sort(by((version) => `${version.toegewezen_op} ${version.dagtekening} ${pad(version.bericht_id)}`));
    const current = versions.at(-1);
    if (current === undefined) return [];
    if (current.einddatum === current.ingangsdatum && /^(13|01)$/.test(current.reden_wijziging ?? "")) return [];
    const reference = versions.find(({referentie_aanbieder}) => referentie_aanbieder !== null)?.referentie_aanbieder;
    const request = data.verzoek
      .filter((verzoek) => verzoek.referentie_aanbieder === reference && forEver(verzoek.bericht_id))
      .sort(by(({dagtekening, bericht_id}) => `${dagtekening} ${pad(bericht_id)}`))[0];
    return [
      {
        toewijzing_nummer: number,
        volume: current.volume,
        ingangsdatum: current.ingangsdatum,
        einddatum: current.einddatum,
        buurt_code: current.buurt_code,
        eerst_toegewezen_op: versions.map(({toegewezen_op}) => toegewezen_op.slice(0, 10)).sort()[0]!,
        verzocht_op: request?.dagtekening ?? null,
        verwijzer_type: request?.verwijzer_type ?? "01",
      },
    ];
  });
}

/** The starts or stops that are known on a day. */
function meldingenOn<R extends EventRow>(data: Deliveries, rows: readonly R[], day: IsoDate): R[] {
  const known = berichtenOn(data, day);
  const last = new Map<string, R>();
  const sent = rows.filter(({bericht_id}) => known(bericht_id));
  for (const row of sent.sort(by(({dagtekening, status_aanlevering}) => dagtekening + status_aanlevering))) {
    last.set(meldingKey(row), row);
  }
  return [...last.values()].filter(({status_aanlevering}) => status_aanlevering === "1");
}

function meldingKey(row: EventRow): string {
  return JSON.stringify({...row, bericht_id: 0, regel: 0, status_aanlevering: "", dagtekening: ""});
}

export function hulpOn(data: Deliveries, day: IsoDate, firstDayOfAll: IsoDate) {
  const starts = meldingenOn(data, data.start, day).map((start) => ({...start, begin_bron: "start"}));
  const withStart = new Set(starts.map(({toewijzing_nummer}) => toewijzing_nummer));
  const claims = claimsOn(data, day).filter(({toewijzing_nummer}) => !withStart.has(toewijzing_nummer));
  const claimed = new Map<number, ClaimRow>();
  for (const claim of claims.sort(by((row) => row.begindatum + row.dagtekening + row.product_code))) {
    if (!claimed.has(claim.toewijzing_nummer)) claimed.set(claim.toewijzing_nummer, claim);
  }
  const toewijzingen = toewijzingenOn(data, day);
  const begun = [...starts, ...[...claimed.values()].map((claim) => ({...claim, begin_bron: "declaratie"}))].filter(
    ({toewijzing_nummer}) => !wasTakenBack(data, toewijzing_nummer, day, firstDayOfAll),
  );
  const stops = meldingenOn(data, data.stop, day).map((stop) => ({
    ...stop,
    since: sinceWhen(data, stop, day, firstDayOfAll),
  }));
  return begun.map(({toewijzing_nummer, product_code, begindatum, begin_bron}) => {
    const toewijzing = toewijzingen.find((one) => one.toewijzing_nummer === toewijzing_nummer);
    const stop = stops
      .filter(
        (one) =>
          one.toewijzing_nummer === toewijzing_nummer &&
          (begin_bron === "declaratie" || one.begindatum === begindatum) &&
          (toewijzing_nummer !== null || one.product_code === product_code),
      )
      .sort(
        by((one) => (one.reden_beeindiging === "20" ? "0" : "1") + one.since + one.einddatum + one.reden_beeindiging),
      )
      .at(-1);
    const assignedUntil = toewijzing?.einddatum ?? null;
    const ends = assignedUntil !== null && assignedUntil >= begindatum;
    return {
      toewijzing_nummer,
      product_code,
      begindatum,
      begin_bron,
      einddatum: stop?.einddatum ?? (ends ? assignedUntil : null),
      eind_bron: stop === undefined ? (ends ? "toewijzing" : null) : "stop",
      reden_beeindiging: stop?.reden_beeindiging ?? null,
      eerst_toegewezen_op: toewijzing?.eerst_toegewezen_op ?? null,
      verzocht_op: toewijzing?.verzocht_op ?? null,
      ingangsdatum: toewijzing?.ingangsdatum ?? null,
      buurt_code: toewijzing?.buurt_code ?? null,
      verwijzer_type: toewijzing?.verwijzer_type ?? "01",
    };
  });
}

/** Whether a Toewijzing was known once and is no longer: it was removed, or its Bericht refused. */
function wasTakenBack(data: Deliveries, number: number | null, day: IsoDate, firstDayOfAll: IsoDate): boolean {
  const isThere = (on: IsoDate) => toewijzingenOn(data, on).some(({toewijzing_nummer}) => toewijzing_nummer === number);
  if (number === null || isThere(day)) return false;
  for (let before = addDays(day, -1); before >= firstDayOfAll; before = addDays(before, -1)) {
    if (isThere(before)) return true;
  }
  return false;
}

// The day from which, without a break, the stop has been known.
function sinceWhen(data: Deliveries, stop: Deliveries["stop"][number], day: IsoDate, firstDayOfAll: IsoDate): IsoDate {
  let since = day;
  while (since > firstDayOfAll) {
    const before = addDays(since, -1);
    if (!meldingenOn(data, data.stop, before).some((row) => meldingKey(row) === meldingKey(stop))) break;
    since = before;
  }
  return since;
}

// A claim speaks of help until it is refused, alone or with the whole 323.
function claimsOn(data: Deliveries, day: IsoDate): ClaimRow[] {
  return data.prestatie.filter((claim) => {
    const answer = answerTo(data, claim.bericht_id);
    const isRefused = answer !== undefined && answer.dagtekening <= day && !isGranted(data, claim, answer);
    return claim.cents >= 0 && berichtenOn(data, day)(claim.bericht_id) && !isRefused;
  });
}

function isGranted(data: Deliveries, claim: ClaimRow, answer: AnswerRow): boolean {
  const isListed = data.prestatie_antwoord.some(
    (line) => line.bericht_id === answer.bericht_id && line.referentie === claim.referentie,
  );
  return !isRefusedWhole(answer) && !isListed;
}

function answerTo(data: Deliveries, berichtId: number): AnswerRow | undefined {
  const identificatie = data.bericht.find(({bericht_id}) => bericht_id === berichtId)!.identificatie;
  const counts = berichtenOn(data, "9999-12-30");
  return data.declaratie_antwoord
    .filter((answer) => answer.declaratie_identificatie === identificatie && counts(answer.bericht_id))
    .sort(by(({dagtekening, bericht_id}) => `${dagtekening} ${pad(bericht_id)}`))[0];
}

function isRefusedWhole({retourcodes}: AnswerRow): boolean {
  return retourcodes === null || !retourcodes.split(",").every((code) => code === "0200" || code === "8001");
}

export function kostenregels(data: Deliveries, days: readonly IsoDate[]) {
  const counts = berichtenOn(data, "9999-12-30");
  return data.prestatie
    .filter(({bericht_id}) => counts(bericht_id))
    .map((claim) => {
      const answer = answerTo(data, claim.bericht_id);
      const isVerworpen = answer !== undefined && isRefusedWhole(answer);
      // The day itself, then what came after it, then what was known last before it.
      const looked = [
        ...days.filter((day) => day >= claim.dagtekening),
        ...days.filter((day) => day < claim.dagtekening).reverse(),
      ];
      const person = looked
        .map((day) => toewijzingenOn(data, day).find((one) => one.toewijzing_nummer === claim.toewijzing_nummer))
        .find((toewijzing) => toewijzing !== undefined);
      return {
        bericht_id: claim.bericht_id,
        regel: claim.regel,
        cents: claim.cents,
        zorgmaand: firstDay(monthOf(claim.begindatum)),
        bekend_van: claim.dagtekening,
        beantwoord_op: answer?.dagtekening ?? null,
        is_toegekend: answer === undefined ? null : isGranted(data, claim, answer),
        is_verworpen: isVerworpen,
        buurt_code: person?.buurt_code ?? null,
        verwijzer_type: person?.verwijzer_type ?? "01",
      };
    });
}

function by<R>(key: (row: R) => string): (a: R, b: R) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

function pad(number: number): string {
  return String(number).padStart(9, "0");
}
