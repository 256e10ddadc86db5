import type {Aansluiting, ReconciliationRow, ReconciliationTable} from "../../reports/aansluiting/aansluiting.ts";
import {hiddenReason, type Missing} from "../../reports/figure.ts";
import {formatMonth, formatNumber, formatPercent, formatSpan} from "../../reports/format.ts";
import {CellBar} from "../components/bars.tsx";
import {HiddenNote} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {amount, NumberCell} from "../components/quality-tables.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {WaterfallPlate} from "../components/waterfall-plate.tsx";

export function AansluitingPage({report}: {report: Aansluiting}) {
  const {months} = report;
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      <div class="wb-columns">
        <div class="wb-span-8">
          <WaterfallPlate
            finding={report.finding}
            span={formatSpan(months[0]!.month, months.at(-1)!.month)}
            waterfall={report.waterfall}
            provenance={report.provenance}
            links={[{label: "Haal op, tot op de cent (CSV)", href: report.fileHref}]}
          />
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Let op">
          <section class="wb-frame wb-frame-open">
            <h2>Wat wij niet kunnen verklaren</h2>
            <p>{report.unexplainedWords}</p>
          </section>
          <section class="wb-frame">
            <h2>Wat nog komt</h2>
            <p>{report.toComeWords}</p>
          </section>
          <section class="wb-frame">
            <h2>Hoe wij boeken lezen</h2>
            <p>
              Een toekenning staat in het grootboek in de maand van het antwoord. Wat geen declaratie is, herkennen wij
              aan de omschrijving. Die staat onderaan, met wat wij erin lezen.
            </p>
          </section>
        </aside>
      </div>
      {report.tables.map((table) => (
        <Table table={table} report={report} />
      ))}
      <section class="wb-part">
        <h2 id="compleet-kop">Hoe compleet elke maand is</h2>
        <ScrollRegion labelledBy="compleet-kop">
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Maand</th>
                <th scope="col" class="wb-right">
                  Toegekend<small>euro</small>
                </th>
                <th scope="col" class="wb-right">
                  Verwacht<small>euro</small>
                </th>
                <th scope="col" class="wb-right">
                  Compleet
                </th>
                <td class="wb-bar" />
              </tr>
            </thead>
            <tbody>
              {months.map(({month, known, expected, share}) => (
                <tr>
                  <th scope="row">{formatMonth(month)}</th>
                  <NumberCell label="Toegekend" value={amount(known)} missing="geen" />
                  <NumberCell label="Verwacht" value={amount(expected)} missing="geen" />
                  <NumberCell
                    label="Compleet"
                    value={share === null ? null : formatPercent(share < 0.9995 ? Math.min(0.99, share) : 1, 0)}
                    missing="geen"
                  />
                  <td class="wb-bar">{share === null ? null : <CellBar share={Math.max(0, Math.min(1, share))} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p class="wb-hint wb-table-note">
          Verwacht: zoals eerdere maanden zich vulden. Dit is van alle aanbieders samen, ook als u er een koos.
        </p>
        <ProvenanceLine provenance={report.provenance} />
      </section>
      {report.ledger.length === 0 ? null : <Ledger report={report} />}
    </>
  );
}

interface Column {
  /** The second part stands below the first, so that ten columns fit beside each other. */
  readonly name: readonly [string, string?];
  readonly cents: (line: ReconciliationRow) => number | null;
}

/** Of these alone can be hidden what the others of a line tell nothing of. */
const stages: readonly Column[] = [
  {name: ["Gedeclareerd"], cents: ({row}) => row.claimed},
  {name: ["Afgewezen"], cents: ({row}) => sum(row.dismissed, row.refused)},
  {name: ["Wacht"], cents: ({row}) => row.waiting},
];

const granted: readonly Column[] = [{name: ["Toegekend"], cents: ({row}) => row.granted}];

const ofLedger: readonly Column[] = [
  {name: ["Andere", "maanden"], cents: ({row}) => difference(row.fromOtherMonths, row.grantedLater)},
  {name: ["Buiten", "berichten"], cents: ({row}) => sum(row.estimates, row.oldYears, row.outside)},
  {name: ["Grootboek"], cents: ({row}) => row.booked},
];

function Table({table, report}: {table: ReconciliationTable; report: Aansluiting}) {
  const headId = `per-${table.id}-kop`;
  const hasLedger = table.rows.some(({row}) => row.booked !== null);
  const toldStages = stages.filter(({cents}) => table.rows.some((line) => cents(line) !== null));
  const hiddenStages = stages.filter((stage) => !toldStages.includes(stage)).map(({name}) => name[0].toLowerCase());
  const ledger = hasLedger ? ofLedger : [];
  const hasHidden = table.rows.some((line) => line.row.isHidden || stages.some(({cents}) => cents(line) === null));
  const heads = [
    ...[...toldStages, ...granted].map(({name}) => name),
    ["Komt", "nog"] as const,
    ...ledger.map(({name}) => name),
    ...(hasLedger ? [["Niet", "verklaard"] as const] : []),
  ];
  return (
    <section class="wb-part">
      <h2 id={headId}>{table.finding}</h2>
      <p class="wb-figure-note">In euro. {table.note}</p>
      <ScrollRegion labelledBy={headId}>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">{table.head}</th>
              {heads.map((name) => (
                <Head name={name} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((line) => (
              <tr>
                <th scope="row">{line.name}</th>
                {line.row.isHidden ? (
                  <td colspan={heads.length}>
                    <span class="wb-hidden-cell">
                      alles verborgen<sup>a</sup>
                    </span>
                  </td>
                ) : (
                  <>
                    <Cells columns={toldStages} line={line} missing="verborgen" />
                    <Cells columns={granted} line={line} missing={line.missing} />
                    <NumberCell label="Komt nog" value={amount(line.toCome)} missing={line.missing ?? "geen"} />
                    <Cells columns={ledger} line={line} missing={line.missing} />
                    {hasLedger ? <Unexplained line={line} /> : null}
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {hiddenStages.length === 0 ? null : (
        <p class="wb-hint wb-table-note">In elke regel verborgen, en daarom zonder kolom: {hiddenStages.join(", ")}.</p>
      )}
      <HiddenNote isNeeded={hasHidden} />
      {table.more.shown + table.more.hidden === 0 ? null : (
        <p class="wb-hint wb-table-note">
          {table.more.shown === 0
            ? ""
            : `En nog ${formatNumber(table.more.shown)} kleinere; zij staan in het bestand. `}
          {table.more.hidden === 0 ? "" : `Van ${formatNumber(table.more.hidden)} is alles verborgen: ${hiddenReason}.`}
        </p>
      )}
      <ProvenanceLine provenance={report.provenance} />
    </section>
  );
}

function Cells({
  columns,
  line,
  missing,
}: {
  columns: readonly Column[];
  line: ReconciliationRow;
  missing: Missing | null;
}) {
  return (
    <>
      {columns.map(({name, cents}) => (
        <NumberCell label={name.join(" ")} value={amount(cents(line))} missing={missing} />
      ))}
    </>
  );
}

function Unexplained({line: {row, missing}}: {line: ReconciliationRow}) {
  return (
    <td class="wb-right">
      <span class="wb-cell-label">Niet verklaard</span>
      {row.unexplained === 0 || row.unexplained === null ? (
        (amount(row.unexplained) ?? <span class="wb-missing">{missing ?? "geen"}</span>)
      ) : (
        <b class="wb-attention">{amount(row.unexplained)}</b>
      )}
    </td>
  );
}

function Head({name: [first, second]}: {name: Column["name"]}) {
  return (
    <th scope="col" class="wb-right">
      {first}
      {second === undefined ? null : <small>{second}</small>}
    </th>
  );
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function sum(...values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
}

function Ledger({report}: {report: Aansluiting}) {
  return (
    <section class="wb-part">
      <h2 id="grootboek-kop">Wat in het grootboek staat, en wat wij erin lezen</h2>
      <ScrollRegion labelledBy="grootboek-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Omschrijving</th>
              <th scope="col">Wij lezen</th>
              <th scope="col" class="wb-right">
                Bedrag<small>euro</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.ledger.map((line) => (
              <tr>
                <th scope="row">{line.description}</th>
                <td class="wb-whole">{line.kind}</td>
                <NumberCell label="Bedrag" value={amount(line.cents)} missing={null} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
