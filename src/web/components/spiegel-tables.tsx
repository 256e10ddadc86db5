import {raw} from "hono/html";
import {formatList, formatNumber} from "../../reports/format.ts";
import type {AlikeTable} from "../../reports/spiegel/alike.ts";
import type {BesideRow, BesideTable} from "../../reports/spiegel/beside.ts";
import type {TeamFormTable} from "../../reports/spiegel/team-form.ts";
import {formatOf} from "../../reports/units.ts";
import {placeStrip} from "../charts/place-strip.ts";
import {FigureText, HiddenNote, MissingText} from "./figure.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

/** Cost and quality of one beside its like. */
export function Beside({table}: {table: BesideTable}) {
  const years = [...new Set(table.rows.map(({year}) => year))];
  return (
    <section class="wb-part">
      <h2 id="naast-kop">{table.heading}</h2>
      <p class="wb-figure-note">
        {table.note} Over {formatList(years)}.
      </p>
      <ScrollRegion labelledBy="naast-kop">
        <table class="wb-table">
          <thead>
            <tr>
              <th scope="col">Waar gaat het over</th>
              <th scope="col">Maat</th>
              <th scope="col" class="wb-right">
                {table.ownName}
              </th>
              <th scope="col" class="wb-right">
                Midden
              </th>
              <th scope="col">Ligging</th>
              <th scope="col">In woorden</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <BesideRowView row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={table.rows.some(({own}) => own.missing === "verborgen")} />
    </section>
  );
}

function BesideRowView({row}: {row: BesideRow}) {
  const {own, others, interval} = row;
  const format = formatOf(row.unit);
  return (
    <tr>
      <td>{row.about}</td>
      <th scope="row">
        <a href={row.href}>{row.name}</a>
      </th>
      <td class="wb-right">
        <b>
          <FigureText figure={own} format={format} />
        </b>
      </td>
      <td class="wb-right">{others === null ? <MissingText missing="te weinig" /> : format(others.middle)}</td>
      <td>
        {own.value === null || others === null
          ? null
          : raw(placeStrip({own: own.value, interval, low: others.low, middle: others.middle, high: others.high}))}
      </td>
      <td>{row.words}</td>
    </tr>
  );
}

/** Who is most like one by need, and the way to compare with them. */
export function Alike({table: {heading, note, heads, rows, href}}: {table: AlikeTable}) {
  return (
    <section class="wb-part">
      <h2 id="gelijken-kop">{heading}</h2>
      <p class="wb-figure-note">{note}</p>
      {href === null ? null : (
        <>
          <ScrollRegion labelledBy="gelijken-kop">
            <table class="wb-table wb-stack">
              <thead>
                <tr>
                  <th scope="col">Naam</th>
                  {heads.map((head) => (
                    <th scope="col" class="wb-right">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr class={row.isOwn ? "wb-own-row" : undefined}>
                    <th scope="row">{row.href === null ? row.name : <a href={row.href}>{row.name}</a>}</th>
                    {row.cells.map((cell, at) => (
                      <td class="wb-right">
                        <span class="wb-cell-label">{heads[at]}</span>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <div class="wb-under">
            <a href={href}>Vergelijk met deze</a>
          </div>
        </>
      )}
    </section>
  );
}

/** Teams by who employs them and about which money they decide. */
export function TeamForms({table: {heading, note, heads, rows}}: {table: TeamFormTable}) {
  return (
    <section class="wb-part">
      <h2 id="vorm-kop">{heading}</h2>
      <p class="wb-figure-note">{note}</p>
      <ScrollRegion labelledBy="vorm-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Vorm</th>
              <th scope="col" class="wb-right">
                Teams
              </th>
              {heads.map((head) => (
                <th scope="col" class="wb-right">
                  {head}
                  <small>midden, en van laag tot hoog</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({form, teams, figures}) => (
              <tr>
                <th scope="row">{form}</th>
                <td class="wb-right">
                  <span class="wb-cell-label">Teams</span>
                  {formatNumber(teams)}
                </td>
                {figures.map((figure, at) => (
                  <td class="wb-right">
                    <span class="wb-cell-label">{heads[at]}</span>
                    {figure === null ? (
                      <MissingText missing="te weinig" />
                    ) : (
                      <span>
                        {figure.middle}
                        <small class="wb-below">{figure.range}</small>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
