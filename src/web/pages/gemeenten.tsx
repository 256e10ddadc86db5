import {raw} from "hono/html";
import {featureNames, features} from "../../analysis/look-alikes/look-alikes.ts";
import {formatList, formatNumber} from "../../reports/format.ts";
import {fewestPeers, gemeentenPath, heaviest, mostPeers, weightField} from "../../reports/gemeenten/choice.ts";
import type {Comparison, Gemeenten} from "../../reports/gemeenten/gemeenten.ts";
import {fewestForSpread, type Measure} from "../../reports/gemeenten/measures.ts";
import {stripCharts} from "../charts/strip-chart.ts";
import {Fonds, LineOverYears, Years} from "../components/gemeente-years.tsx";
import {NumberCell} from "../components/quality-tables.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function GemeentenPage({report}: {report: Gemeenten}) {
  const {comparison} = report;
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      {report.years.length === 0 ? <HowToBegin /> : <ChoiceForm report={report} />}
      {comparison === null ? null : <Beside report={report} comparison={comparison} />}
      {report.files.length === 0 ? null : (
        <section class="wb-part">
          <h2>Waar dit uit komt</h2>
          <p>{report.source}</p>
          <p class="wb-small">Ingelezen: {formatList(report.files)}.</p>
        </section>
      )}
    </>
  );
}

function HowToBegin() {
  return (
    <section>
      <h2>In drie stappen</h2>
      <ol>
        <li>
          Haal bij CBS StatLine de Kerncijfers wijken en buurten van een jaar als CSV, met alle gemeenten. Zet het jaar
          in de naam: <code>kerncijfers-2022.csv</code>
        </li>
        <li>Leg er bestanden van Iv3 en het gemeentefonds bij, als u die hebt. Het jaar staat in de naam.</li>
        <li>
          Neem de map in: <code>npx wijkbalans import MAP</code>. Open daarna deze pagina opnieuw.
        </li>
      </ol>
    </section>
  );
}

function ChoiceForm({report: {choice, options, years, name}}: {report: Gemeenten}) {
  return (
    <details class="wb-question" open={name === null}>
      <summary>
        {name === null ? (
          <span>Kies een gemeente</span>
        ) : (
          <span>
            U ziet <b>{name}</b> naast <b>{choice.count} gemeenten</b> die erop lijken in <b>{choice.jaar}</b>
          </span>
        )}
        <span class="wb-question-change">Wijzig</span>
      </summary>
      <form method="get" action={gemeentenPath}>
        <div class="wb-field">
          <label class="utrecht-form-label" for="gemeente">
            Gemeente, naam of code
          </label>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            id="gemeente"
            name="gemeente"
            list="gemeenten"
            maxlength={60}
            autocomplete="off"
            required
            value={name === null ? "" : `${name} (${choice.code})`}
          />
          <datalist id="gemeenten">
            {options.map((one) => (
              <option value={`${one.name} (${one.code})`} />
            ))}
          </datalist>
        </div>
        <div class="wb-field">
          <label class="utrecht-form-label" for="jaar">
            Kerncijfers van
          </label>
          <select class="utrecht-select utrecht-select--html-select" id="jaar" name="jaar">
            {years.map((year) => (
              <option value={year} selected={year === choice.jaar}>
                {year}
              </option>
            ))}
          </select>
        </div>
        <div class="wb-field">
          <label class="utrecht-form-label" for="aantal">
            Hoeveel gemeenten
          </label>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            type="number"
            id="aantal"
            name="aantal"
            min={Math.min(fewestPeers, choice.count)}
            max={mostPeers}
            value={choice.count}
          />
        </div>
        {featureNames.map((one) => (
          <div class="wb-field">
            <label class="utrecht-form-label" for={weightField(one)}>
              {features[one].name}
            </label>
            <input
              type="range"
              id={weightField(one)}
              name={weightField(one)}
              min={0}
              max={heaviest}
              step={0.5}
              value={choice.weights[one]}
            />
          </div>
        ))}
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          Toon
        </button>
      </form>
      <ul>
        <li>
          De schuiven zeggen hoe zwaar elk kenmerk telt: links 0 (telt niet), rechts {heaviest}. U kiest ze voor u de
          uitkomsten ziet.
        </li>
      </ul>
    </details>
  );
}

function Beside({report, comparison}: {report: Gemeenten; comparison: Comparison}) {
  const {choice} = report;
  return (
    <>
      {comparison.remarks.map((line) => (
        <p class="wb-small">{line}</p>
      ))}
      <section class="wb-part-near">
        <h2 id="gelijken-kop">{comparison.peersFinding}</h2>
        <p class="wb-figure-note">
          Gekozen op kenmerken en op beleid, niet op de uitkomsten. Onder 15, 65 en ouder: deel van de inwoners. Rond
          sociaal minimum en woont alleen: deel van de huishoudens. Stedelijkheid: 1 is zeer, 5 is niet. Voorkant: deel
          van de lasten aan wijkteams en samenkracht.
          {comparison.absent.length === 0
            ? ""
            : ` Telt niet mee, want niet in de bestanden van ${choice.jaar}: ${formatList(comparison.absent.map((one) => one.toLowerCase()))}.`}
        </p>
        {comparison.peers.length === 0 ? null : (
          <ScrollRegion labelledBy="gelijken-kop">
            <table class="wb-table wb-stack">
              <thead>
                <tr>
                  <th scope="col">Gemeente</th>
                  {featureNames.map((one) => (
                    <th scope="col" class="wb-right">
                      {features[one].name}
                      {features[one].unit === "" ? null : <small>{features[one].unit}</small>}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {comparison.peers.map((peer) => (
                  <tr class={peer.isOwn ? "wb-own" : undefined}>
                    <th scope="row">{peer.href === null ? <b>{peer.name}</b> : <a href={peer.href}>{peer.name}</a>}</th>
                    {featureNames.map((one) => (
                      <NumberCell
                        label={features[one].name}
                        value={peer.values[one] === null ? null : formatNumber(peer.values[one], features[one].digits)}
                        missing="geen"
                      />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
        <div class="wb-under">
          <a href={comparison.fileHref}>Haal op (CSV)</a>
        </div>
      </section>
      {comparison.measures.some(({peers, own}) => peers.length > 0 || own !== null) ? (
        comparison.measures.map((measure) => <MeasurePlate measure={measure} name={report.name ?? ""} />)
      ) : (
        <p>Over {choice.jaar} zijn er geen cijfers om te vergelijken.</p>
      )}
      {comparison.lines.map((line) => (
        <LineOverYears line={line} />
      ))}
      {comparison.years.map((table, index) => (
        <Years table={table} note={index === 0 ? comparison.yearsNote : null} />
      ))}
      {comparison.fonds.length === 0 ? null : <Fonds comparison={comparison} />}
    </>
  );
}

function MeasurePlate({measure, name}: {measure: Measure; name: string}) {
  const {id, own, peers, digits, spread} = measure;
  const headId = `${id}-kop`;
  const hasChart = peers.length > 0;
  const charts = hasChart ? stripCharts(measure) : null;
  const sorted = [...peers].sort((a, b) => b.value - a.value);
  return (
    <figure class="wb-figure wb-part-near" aria-labelledby={headId}>
      <figcaption>
        <h2 id={headId}>{measure.finding}</h2>
        <p class="wb-figure-note">
          {measure.unit}, {measure.when}. Ruit: {name}. Stippen: {formatNumber(peers.length)} gemeenten die erop lijken
          {measure.missing > 0 ? `; van ${formatNumber(measure.missing)} is er geen cijfer` : ""}.
          {spread === null
            ? ` Met minder dan ${fewestForSpread} is er geen spreiding.`
            : ` Vlak: de middelste helft, ${formatNumber(spread.low, digits)} tot ${formatNumber(spread.high, digits)}; streep: het midden, ${formatNumber(spread.median, digits)}.`}
        </p>
      </figcaption>
      {charts === null ? null : (
        <>
          <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
          <div class="wb-plate wb-plate-narrow">{raw(charts.narrow)}</div>
        </>
      )}
      {measure.notes.map((note) => (
        <p class="wb-small">{note}</p>
      ))}
      {hasChart ? (
        <div class="wb-under">
          <details class="wb-figure-table">
            <summary>
              <span>Toon als tabel</span>
            </summary>
            <ScrollRegion label={`${measure.name}, ${measure.when}`}>
              <table class="wb-table">
                <thead>
                  <tr>
                    <th scope="col">Gemeente</th>
                    <th scope="col" class="wb-right">
                      {measure.name}
                      <small>{measure.unit}</small>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <th scope="row">
                      <b>{name}</b>
                    </th>
                    <NumberCell
                      label={measure.name}
                      value={own === null ? null : formatNumber(own, digits)}
                      missing="geen"
                    />
                  </tr>
                  {sorted.map((peer) => (
                    <tr>
                      <th scope="row">{peer.name}</th>
                      <NumberCell label={measure.name} value={formatNumber(peer.value, digits)} missing="geen" />
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </details>
        </div>
      ) : null}
    </figure>
  );
}
