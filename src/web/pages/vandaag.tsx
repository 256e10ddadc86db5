import {formatDateShort} from "../../reports/format.ts";
import type {ChangeLine} from "../../reports/vandaag/changes.ts";
import type {SignalItem} from "../../reports/vandaag/signals.ts";
import type {Vandaag} from "../../reports/vandaag/vandaag.ts";
import {SparkLine} from "../components/bars.tsx";

export function VandaagPage({report, isOpen}: {report: Vandaag; isOpen: boolean}) {
  const {signals, otherSignals, changes, improved, links} = report;
  return (
    <>
      <div class="wb-day">
        <h1>{report.title}</h1>
        <p>{report.day}</p>
      </div>
      <p class="wb-kern">{report.kern}</p>
      <div class="wb-columns wb-part">
        <section class="wb-span-8" aria-labelledby="valt-op-kop">
          <h2 id="valt-op-kop">Dit valt op</h2>
          {report.isWatched ? null : (
            <p class="wb-empty">Wij kijken de cijfers van de laatste levering nog na. Kom over een minuut terug.</p>
          )}
          {signals.length === 0 && report.isWatched ? <p class="wb-empty">Er valt nu niets op.</p> : null}
          <Signals signals={signals} />
          {otherSignals.length === 0 ? null : (
            <details class="wb-figure-table" open={isOpen}>
              <summary>
                <span>
                  Nog {otherSignals.length} {otherSignals.length === 1 ? "signaal" : "signalen"}
                </span>
              </summary>
              <Signals signals={otherSignals} />
            </details>
          )}
          <p class="wb-hint">{report.stand}</p>
          <div class="wb-under">
            {report.fileHref === null ? null : <a href={report.fileHref}>Haal op (CSV)</a>}
            <a href="/vandaag/waarschuwingen">Kies zelf een grens, of krijg een mail</a>
          </div>
        </section>
        <aside class="wb-span-4 wb-aside" aria-label="Verder">
          <section>
            <h2>Verder kijken</h2>
            <ul class="wb-lines">
              {links.map(({path, text}) => (
                <li>
                  <a href={path}>{text}</a>
                </li>
              ))}
            </ul>
          </section>
          <section class="wb-frame">
            <h2>Hoe vinden wij signalen?</h2>
            <ul class="wb-lines">
              {report.ways.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
      <Changes id="veranderde-kop" heading="Dit veranderde bij u" changes={changes} />
      <Changes id="beter-kop" heading="Dit ging beter dan een jaar geleden" changes={improved} />
    </>
  );
}

function Signals({signals}: {signals: readonly SignalItem[]}) {
  if (signals.length === 0) return null;
  return (
    <ul class="wb-tasks">
      {signals.map((signal) => (
        <li>
          <p class="wb-when">sinds {formatDateShort(signal.eerstOp.slice(0, 10))}</p>
          <div>
            <h3>
              <a href={signal.href}>{signal.title}</a>
            </h3>
            <p>
              {signal.line} {signal.stake === "" ? null : `Het gaat om ${signal.stake}.`}
            </p>
            <p class="wb-ask">{signal.question}</p>
          </div>
          <SparkLine values={signal.course} width={120} height={34} />
        </li>
      ))}
    </ul>
  );
}

function Changes({id, heading, changes}: {id: string; heading: string; changes: readonly ChangeLine[]}) {
  if (changes.length === 0) return null;
  return (
    <section class="wb-part" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class="wb-changes">
        {changes.map(({title, line, href, course}) => (
          <li>
            <div>
              <h3>
                <a href={href}>{title}</a>
              </h3>
              <p>{line}</p>
            </div>
            <SparkLine values={course} width={120} height={34} />
          </li>
        ))}
      </ul>
    </section>
  );
}
