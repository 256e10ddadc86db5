import {formatNumber} from "../../reports/format.ts";
import type {Comparison} from "../../reports/gemeenten/gemeenten.ts";
import type {YearLine, YearTable} from "../../reports/gemeenten/over-years.ts";
import {CoursePlate} from "./course-plate.tsx";
import {NumberCell} from "./quality-tables.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

/** A figure of the gemeente over the years, in the band of those that look like it; or why there is no line. */
export function LineOverYears({line: {id, name, course, why}}: {line: YearLine}) {
  const headId = `${id}-kop`;
  return (
    <div class="wb-part-near">
      {course === null ? (
        <section>
          <h2 id={headId}>{name} over de jaren</h2>
          <p class="wb-empty wb-plate">{why}</p>
        </section>
      ) : (
        <CoursePlate course={course} headId={headId} isOpen={false} others="gemeenten die erop lijken" />
      )}
    </div>
  );
}

/** What each document of Iv3 says of a sum of taakvelden, below the line through them. */
export function Years({table, note}: {table: YearTable; note: string | null}) {
  const headId = `${table.line.id}-tabel-kop`;
  return (
    <>
      <LineOverYears line={table.line} />
      <section class="wb-part-near">
        <h2 id={headId}>{table.heading}</h2>
        <p class="wb-figure-note">Euro per inwoner. {note}</p>
        <NumberTable
          labelledBy={headId}
          head="Over"
          heads={["Lasten", "Baten", "Lasten min baten", "Midden van wie erop lijkt"]}
          rows={table.rows.map(({when, lasten, baten, own, median}) => ({
            name: when,
            values: [lasten, baten, own, median],
          }))}
        />
      </section>
    </>
  );
}

export function Fonds({comparison: {fonds, fondsNote}}: {comparison: Comparison}) {
  return (
    <section class="wb-part">
      <h2 id="fonds-kop">Wat het Rijk geeft, naast wat er uitgaat</h2>
      <p class="wb-figure-note">{fondsNote}</p>
      <NumberTable
        labelledBy="fonds-kop"
        head="Cluster"
        heads={["Van het Rijk", "Lasten min baten", "Rijk, midden van wie erop lijkt"]}
        rows={fonds.map(({name, given, spent, peersGiven}) => ({name, values: [given, spent, peersGiven]}))}
      />
    </section>
  );
}

/** Whole numbers under their heads; null: there is none. */
function NumberTable({
  labelledBy,
  head,
  heads,
  rows,
}: {
  labelledBy: string;
  head: string;
  heads: readonly string[];
  rows: readonly {readonly name: string; readonly values: readonly (number | null)[]}[];
}) {
  return (
    <ScrollRegion labelledBy={labelledBy}>
      <table class="wb-table wb-stack">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {heads.map((one) => (
              <th scope="col" class="wb-right">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({name, values}) => (
            <tr>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <NumberCell label={heads[index]!} value={value === null ? null : formatNumber(value)} missing="geen" />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
