import {referenceWords} from "../../database/reference/reference-words.ts";
import type {Cells, PreviewFile} from "../../ingest/deliveries/preview-file.ts";
import {formatNumber} from "../../reports/format.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";

/** What each reference file would change, what is wrong in it and what we ask about it. */
export function ReferenceFiles({files}: {files: readonly PreviewFile[]}) {
  return (
    <section class="wb-part">
      <h2>Wat er in de referentietabellen verandert</h2>
      {files.map((file, index) => (
        <ReferenceFile file={file} id={`tabel-${index + 1}`} />
      ))}
    </section>
  );
}

function ReferenceFile({file, id}: {file: PreviewFile; id: string}) {
  const {name, table, problem, faults, questions} = file;
  return (
    <section class="wb-part-near" aria-labelledby={id}>
      <h3 id={id} class="wb-file-name">
        {table === null ? name : `${referenceWords[table].title}: ${name}`}
      </h3>
      <p class="wb-prose">{problem ?? summaryOf(file)}</p>
      {faults.length === 0 ? null : (
        <Lines heading={faultsHeading(file)} lines={faults} total={file.faultCount} isFault={true} />
      )}
      {questions.length === 0 ? null : (
        <Lines heading="Klopt dit?" lines={questions} total={questions.length} isFault={false} />
      )}
      <Differences file={file} id={id} />
    </section>
  );
}

function summaryOf({rows, faults, isKnown, added, gone, changed}: PreviewFile): string {
  if (isKnown) return "Dit bestand is al ingenomen. Er verandert niets.";
  if (rows === 0 && faults.length > 0) return "Geen regel is goed. Van dit bestand gaat niets mee.";
  const parts = [
    ...(added.count > 0 ? [`${count(added.count)} erbij`] : []),
    ...(gone.count > 0 ? [`${count(gone.count)} weg`] : []),
    ...(changed.count > 0 ? [`${count(changed.count)} anders`] : []),
  ];
  const same = rows - added.count - changed.count;
  if (parts.length === 0) return `Er verandert niets: ${count(same)} ${same === 1 ? "blijft" : "blijven"} gelijk.`;
  return `${parts.join(", ")}${same > 0 ? `; ${count(same)} ${same === 1 ? "blijft" : "blijven"} gelijk` : ""}.`;
}

function faultsHeading({leftOut}: PreviewFile): string {
  return leftOut === 1 ? "Fout: 1 regel blijft buiten" : `Fout: ${formatNumber(leftOut)} regels blijven buiten`;
}

const mostLines = 50;

interface LinesProps {
  readonly heading: string;
  readonly lines: readonly string[];
  /** How many there are, also those without a line of their own. */
  readonly total: number;
  readonly isFault: boolean;
}

function Lines({heading, lines, total, isFault}: LinesProps) {
  const shown = lines.slice(0, mostLines);
  return (
    <div class={`wb-alert wb-lines ${isFault ? "wb-alert-fault" : "wb-alert-note"}`}>
      <h4>{heading}</h4>
      <ul>
        {shown.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {total > shown.length ? (
        <p>
          Niet alles staat hier: samen zijn het {formatNumber(total)} {isFault ? "fouten" : "vragen"}.
        </p>
      ) : null}
    </div>
  );
}

function Differences({file: {columns, added, gone, changed}, id}: {file: PreviewFile; id: string}) {
  return (
    <div class="wb-differences">
      {added.count === 0 ? null : (
        <Rows title="Erbij" count={added.count} columns={columns} rows={added.first} id={`${id}-erbij`} />
      )}
      {gone.count === 0 ? null : (
        <Rows title="Weg" count={gone.count} columns={columns} rows={gone.first} id={`${id}-weg`} />
      )}
      {changed.count === 0 ? null : (
        <Rows
          title="Anders"
          count={changed.count}
          columns={columns}
          rows={changed.first.map(({after}) => after)}
          before={changed.first.map(({before}) => before)}
          id={`${id}-anders`}
        />
      )}
    </div>
  );
}

interface RowsProps {
  readonly title: string;
  readonly count: number;
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
  /** The same rows as they were. */
  readonly before?: readonly Cells[];
  readonly id: string;
}

function Rows({title, count: total, columns, rows, before, id}: RowsProps) {
  const shown = rows.length < total ? `, de eerste ${formatNumber(rows.length)}` : "";
  return (
    <details class="wb-figure-table">
      <summary>
        <span id={id}>
          {title}: {count(total)}
          {shown}
        </span>
      </summary>
      <ScrollRegion labelledBy={id}>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr>
                {cells.map((cell, index) => (
                  <Cell label={columns[index] ?? ""} cell={cell} was={before?.[row]?.[index] ?? cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

function Cell({label, cell, was}: {label: string; cell: string; was: string}) {
  return (
    <td>
      <span class="wb-cell-label">{label}</span>
      {cell === was ? (
        wordOf(cell)
      ) : (
        <>
          {wordOf(was)} wordt <b>{wordOf(cell)}</b>
        </>
      )}
    </td>
  );
}

function wordOf(cell: string) {
  return cell === "" ? <span class="wb-missing">leeg</span> : cell;
}

function count(number: number): string {
  return `${formatNumber(number)} ${number === 1 ? "regel" : "regels"}`;
}
