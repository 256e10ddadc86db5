import type {Child} from "hono/jsx";
import type {ScreenName} from "../../access/screens.ts";
import type {Assets} from "../assets.ts";
import type {HeadLink} from "../entrance/entrance.ts";
import {type Entry, entryOf} from "../navigation.ts";

export interface LayoutProps {
  readonly title: string;
  /** Name of the gemeente; null when there are no data yet. */
  readonly place: string | null;
  /** Who one is, and where one becomes another; null: somebody who is not in yet. */
  readonly headLinks: readonly HeadLink[] | null;
  /** The part of the gemeente that the reader sees; null: all of it. */
  readonly part: string | null;
  /** What the reader may open. */
  readonly menu: readonly Entry[];
  readonly path: string;
  readonly assets: Assets;
  /** Whether the page loads our script. */
  readonly hasScript: boolean;
  readonly children: Child;
}

/** The frame of every page. */
export function Layout({title, place, headLinks, part, menu, path, assets, hasScript, children}: LayoutProps) {
  const current = entryOf(path, menu);
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} - Wijkbalans${place === null ? "" : ` ${place}`}`}</title>
        {assets.preloaded.map((font) => (
          <link rel="preload" href={font.path} as="font" type={font.type} crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.styleSheet.path} />
        {hasScript ? <script type="module" src={assets.script.path} /> : null}
        <link rel="icon" href={assets.icon.path} type={assets.icon.type} />
      </head>
      <body>
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
          Ga naar de inhoud
        </a>
        <header class="wb-header">
          <div class="wb-wrap">
            <a class="wb-brand" href="/">
              <Mark />
              Wijkbalans {place === null ? null : <span>{place}</span>}
            </a>
            {headLinks === null ? null : (
              <>
                <nav class="wb-nav" aria-label="Hoofdmenu">
                  <ul>
                    {menu.map((entry) => (
                      <li>
                        <a href={entry.screens[0]!.path} aria-current={entry === current ? "true" : undefined}>
                          {entry.label}
                        </a>
                      </li>
                    ))}
                  </ul>
                </nav>
                <p class="wb-reader">
                  {part === null ? null : <span>U ziet alleen {part}</span>}
                  {headLinks.map(({href, label}) => (
                    <a href={href}>{label}</a>
                  ))}
                </p>
                <PhoneMenu menu={menu} path={path} headLinks={headLinks} />
              </>
            )}
          </div>
        </header>
        {current === undefined ? null : (
          <nav class="wb-subnav" aria-label={current.label}>
            <div class="wb-wrap">
              <ScreenList entry={current} path={path} />
            </div>
          </nav>
        )}
        <main id="inhoud" class="wb-wrap" tabindex={-1}>
          {children}
        </main>
        <footer class="wb-footer">
          <div class="wb-wrap">
            {mayOpen(menu, "catalogus") ? (
              <ul>
                <li>
                  <a href="/over-de-gegevens/catalogus">Hoe wij tellen</a>
                </li>
              </ul>
            ) : null}
            <p>
              {place === null ? "" : `Gemeente ${place}. `}Cijfers over zorg in natura. Wat anders wordt betaald, zoals
              pgb en het wijkteam, staat apart of is niet opgegeven.
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function mayOpen(menu: readonly Entry[], name: ScreenName): boolean {
  return menu.some(({screens}) => screens.some(({screen}) => screen === name));
}

interface PhoneMenuProps {
  readonly menu: readonly Entry[];
  readonly path: string;
  readonly headLinks: readonly HeadLink[];
}

function PhoneMenu({menu, path, headLinks}: PhoneMenuProps) {
  return (
    <details class="wb-menu">
      <summary>
        Menu
        <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
          <path d="M0 1h18M0 6h18M0 11h18" stroke="currentColor" stroke-width="1.8" />
        </svg>
      </summary>
      <nav aria-label="Menu">
        {menu.map((entry) => (
          <>
            <p>{entry.label}</p>
            <ScreenList entry={entry} path={path} />
          </>
        ))}
        <p>Wie u bent</p>
        <ul>
          {headLinks.map(({href, label}) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

function ScreenList({entry, path}: {entry: Entry; path: string}) {
  return (
    <ul>
      {entry.screens.map((screen) => (
        <li>
          <a href={screen.path} aria-current={ariaCurrent(screen.path, path, entry)}>
            {screen.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** "page" on the screen itself, "true" on a page below it. */
function ariaCurrent(screen: string, path: string, {screens}: Entry): "page" | "true" | undefined {
  if (path === screen) return "page";
  // Of one screen that stands below another, the deepest.
  const deepest = screens.filter((one) => path.startsWith(one.path)).sort((a, b) => b.path.length - a.path.length)[0];
  return deepest?.path === screen ? "true" : undefined;
}

function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
      <rect x="1" y="5" width="10" height="5.5" fill="var(--wb-accent)" />
      <rect x="1" y="13.5" width="10" height="5.5" fill="var(--wb-accent)" />
      <rect x="13" y="5" width="7" height="5.5" fill="var(--wb-norm)" />
      <rect x="13" y="13.5" width="10" height="5.5" fill="var(--wb-norm)" />
    </svg>
  );
}
