import {raw} from "hono/html";
import {directionWords} from "../../reports/catalogus/words.ts";
import {figureQualityPath} from "../../reports/datakwaliteit/paths.ts";
import {formatDateShort, formatNumber} from "../../reports/format.ts";
import type {Geteld, HiddenCells, MessageRow, Step} from "../../reports/geteld/geteld.ts";
import type {Margin} from "../../reports/geteld/margin.ts";
import {marginCharts} from "../charts/margin-chart.ts";
import {StepBar} from "../components/bars.tsx";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {Facts} from "../components/facts.tsx";
import {HiddenWords, MissingText} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {Tabs} from "../components/tabs.tsx";
import {WholeYearLink} from "../components/whole-year.tsx";

/** The proof of a figure: words before SQL, and the last step is the figure. */
export function GeteldPage({report, part, isOpen}: {report: Geteld; part: string | null; isOpen: boolean}) {
  const {indicator} = report;
  const question =
    part === null
      ? report.question
      : {...report.question, carried: [...report.question.carried, {name: "deel", value: part}]};
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <WholeYearLink year={report.wholeYear} />
      {report.others === null ? null : <p class="wb-prose">{report.others}</p>}
      {report.parts.length === 0 ? null : <Tabs label="Deel" tabs={report.parts} />}
      <QuestionForm question={question} />
      <div class="wb-columns">
        <section class="wb-span-8">
          <h2>{report.stepsFinding}</h2>
          <ol class="wb-steps wb-numbers">
            {report.steps.map((step) => (
              <StepItem step={step} />
            ))}
          </ol>
          <p class="wb-hint wb-table-note wb-desk-only">
            Balk: petrol telt mee, oker valt af. De laatste stap is het cijfer.
          </p>
          {report.steps.some((step) => step.missing === "verborgen") ? (
            <p class="wb-hint">
              <HiddenWords />
            </p>
          ) : null}
          <LeftOutNote leftOut={report.leftOut} />
          <ProvenanceLine provenance={report.provenance} />
          <div class="wb-under">
            <a href={report.fileHref}>Haal op per maand (CSV)</a>
            <a href={figureQualityPath(indicator.id)}>Welke fouten raken dit cijfer?</a>
          </div>
        </section>
        <aside class="wb-span-4 wb-aside" aria-label="Wat dit cijfer is">
          <section>
            <h2>Wat wij tellen</h2>
            <Facts
              facts={[
                {term: "Vraag", words: indicator.question},
                {term: "In gewone taal", words: indicator.definition},
                {term: "Richting", words: directionWords(indicator)},
                {term: "Onderdeel", words: indicator.dimension},
                {term: "Berust op", words: indicator.source},
                {term: "Eigenaar", words: indicator.owner},
                {
                  term: "Versie",
                  words: `${indicator.version}, sinds ${formatDateShort(indicator.history.at(-1)!.date)}`,
                },
              ]}
            />
          </section>
          <section class="wb-frame">
            <h2>Wat dit niet zegt</h2>
            {indicator.doesNotSay.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </section>
        </aside>
      </div>
      <div class="wb-columns wb-part">
        <div class="wb-span-8">
          {report.margin === null ? (
            <>
              <Messages report={report} />
              {report.withoutMargin === null ? null : <p class="wb-hint">{report.withoutMargin}</p>}
            </>
          ) : (
            <MarginFigure margin={report.margin} isOpen={isOpen} report={report} />
          )}
        </div>
        <aside class="wb-span-4 wb-aside" aria-labelledby="verborgen-kop">
          <section>
            <h2 id="verborgen-kop">Wat verborgen is, en waarom</h2>
            <Hidden hidden={report.hidden} />
          </section>
        </aside>
      </div>
      {report.margin === null ? null : (
        <div class="wb-part">
          <Messages report={report} />
        </div>
      )}
      <Versions report={report} />
      <div class="wb-columns wb-part">
        <section class="wb-span-8">
          <h2>De telling in SQL</h2>
          <p class="wb-figure-note">Dit is precies wat de machine uitvoert. Delen gebeurt daarna.</p>
          <details class="wb-figure-table" open={isOpen}>
            <summary>
              <span>Toon de SQL</span>
            </summary>
            <ScrollRegion label="SQL van deze telling">
              <pre>
                <code>{report.sql}</code>
              </pre>
            </ScrollRegion>
          </details>
        </section>
        <aside class="wb-span-4 wb-aside" aria-labelledby="narekenen-kop">
          <section>
            <h2 id="narekenen-kop">Reken het na</h2>
            <p class="wb-small">Op een computer met dezelfde gegevens:</p>
            <pre class="wb-command">
              <code>
                {report.command.split(/ (?=--)/).map((part, index) => (
                  <>
                    {index === 0 ? null : " "}
                    <span>{part}</span>
                  </>
                ))}
              </code>
            </pre>
            <p class="wb-small">
              <b>{report.outcome}</b>
            </p>
            <div class="wb-under">
              <a href={report.jsonHref}>Toon als JSON</a>
            </div>
          </section>
        </aside>
      </div>
    </>
  );
}

function StepItem({step}: {step: Step}) {
  return (
    <li>
      <div>
        <h3>{step.title}</h3>
        <p>{step.why}</p>
      </div>
      <p class="wb-step-count">
        {step.count ?? <MissingText missing={step.missing ?? "geen"} />}
        <small>{step.note}</small>
      </p>
      {step.bar === null ? null : <StepBar kept={step.bar.kept} dropped={step.bar.dropped} />}
    </li>
  );
}

function LeftOutNote({leftOut}: {leftOut: Geteld["leftOut"]}) {
  if (leftOut.length === 0) return null;
  const parts = leftOut.map(({reason, count}) => `${reason}: ${count === null ? "verborgen" : formatNumber(count)}`);
  return <p class="wb-hint">Niet meegeteld: {parts.join("; ")}.</p>;
}

function MarginFigure({margin, isOpen, report}: {margin: Margin; isOpen: boolean; report: Geteld}) {
  const charts = marginCharts(margin);
  return (
    <figure class="wb-figure" aria-labelledby="marge-kop">
      <figcaption>
        <h2 id="marge-kop">{margin.finding}</h2>
        <p class="wb-figure-note">{margin.note}</p>
      </figcaption>
      <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
      <div class="wb-plate wb-plate-narrow">{raw(charts.narrow)}</div>
      <ProvenanceLine provenance={{...report.provenance, remarks: [margin.method]}} />
      <div class="wb-under">
        <details class="wb-figure-table" open={isOpen}>
          <summary>
            <span>Toon als tabel</span>
          </summary>
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Periode</th>
                <th scope="col" class="wb-right">
                  Cijfer
                </th>
                <th scope="col" class="wb-right">
                  Marge van 95 %
                </th>
              </tr>
            </thead>
            <tbody>
              {margin.rows.map((row) => (
                <tr>
                  <th scope="row">{row.label}</th>
                  <td class="wb-right">
                    <span class="wb-cell-label">Cijfer</span>
                    {row.text}
                  </td>
                  <td class="wb-right wb-whole">
                    <span class="wb-cell-label">Marge van 95 %</span>
                    {row.bounds}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </figure>
  );
}

function Hidden({hidden}: {hidden: HiddenCells}) {
  if (hidden.groups.length === 0) {
    return <p class="wb-small">Niets: per {hidden.word} is elk cijfer te tonen.</p>;
  }
  return (
    <>
      <ul class="wb-list">
        {hidden.groups.map(({reason, names, more}) => (
          <li>
            <b>{names.join(", ")}</b>
            {more === 0 ? "" : ` en nog ${formatNumber(more)}`}
            <br />
            {reason}
          </li>
        ))}
      </ul>
      {hidden.attackHref === null ? null : (
        <p class="wb-small">
          <a href={hidden.attackHref}>Kunt u het toch uitrekenen?</a>
        </p>
      )}
    </>
  );
}

function Messages({report}: {report: Geteld}) {
  const newest = report.messages
    .map(({newest: day}) => day ?? "")
    .sort()
    .at(-1);
  const finding =
    newest === undefined || newest === ""
      ? "Uit deze berichten is geteld"
      : `Het laatste bericht hiervoor kwam op ${formatDateShort(newest)}`;
  return (
    <section>
      <h2 id="berichten-kop">{finding}</h2>
      <ScrollRegion labelledBy="berichten-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Bericht</th>
              <th scope="col">Waarvoor</th>
              <th scope="col" class="wb-right">
                Gebruikt<small>voor dit cijfer</small>
              </th>
              <th scope="col" class="wb-right">
                Laatste
              </th>
              <th scope="col" class="wb-right">
                Geweigerd<small>hele gemeente</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {report.messages.map((message) => (
              <MessageItem message={message} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function MessageItem({message}: {message: MessageRow}) {
  return (
    <tr>
      <th scope="row">{message.href === null ? message.name : <a href={message.href}>{message.name}</a>}</th>
      <td class="wb-whole">{message.purpose}</td>
      <td class="wb-right">
        <span class="wb-cell-label">Gebruikt</span>
        {message.count === null ? <MissingText missing="verborgen" /> : formatNumber(message.count)}
      </td>
      <td class="wb-right">
        <span class="wb-cell-label">Laatste</span>
        {message.newest === null ? <MissingText missing="geen" /> : formatDateShort(message.newest)}
      </td>
      <td class="wb-right">
        <span class="wb-cell-label">Geweigerd</span>
        {refusedWords(message.refused)}
      </td>
    </tr>
  );
}

function Versions({report}: {report: Geteld}) {
  const {indicator} = report;
  return (
    <section class="wb-part">
      <h2 id="versies-kop">
        {indicator.history.length === 1
          ? "De definitie is niet veranderd"
          : `De definitie veranderde ${indicator.history.length - 1} keer`}
      </h2>
      <ScrollRegion labelledBy="versies-kop">
        <table class="wb-table">
          <thead>
            <tr>
              <th scope="col">Versie</th>
              <th scope="col">Geldt sinds</th>
              <th scope="col">Wat veranderde</th>
            </tr>
          </thead>
          <tbody>
            {[...indicator.history].reverse().map(({version, date, change}) => (
              <tr>
                <th scope="row">{version === indicator.version ? `${version}, nu` : version}</th>
                <td>{formatDateShort(date)}</td>
                <td>{change}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function refusedWords(refused: number | "verborgen" | null): string {
  if (refused === null) return "alleen van de hele gemeente bekend";
  return refused === "verborgen" ? refused : formatNumber(refused);
}
