import {vandaagPath} from "../reports/vandaag/paths.ts";
import {unsubscribePath} from "../reports/waarschuwingen/paths.ts";
import type {MailAddress} from "./settings.ts";

/** What stands out, as one reader may see it: made in his rights at the moment of sending. */
export interface SignalItem {
  readonly title: string;
  readonly line: string;
  /** How many people and euros it is about; left out or empty: it is not told. */
  readonly stake?: string;
  /** The first question to ask. */
  readonly question?: string;
  /** Path of the page that shows it: "/cijfers/spiegel?…". */
  readonly href: string;
  /** Its name, the same at each delivery. */
  readonly signaal: string;
  /** Since when: "2026-11-27 08:00:00", UTC. What came back has another. */
  readonly eerstOp: string;
}

/** A mail as it leaves. */
export interface OutgoingMail {
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SignalMailInput {
  readonly to: MailAddress;
  readonly items: readonly SignalItem[];
  /** "Heuveldam" */
  readonly placeName: string;
  /** "Teamleider": what he sees follows from it. */
  readonly roleLabel: string;
  readonly address: URL;
  /** Of the link that ends the mail. */
  readonly key: string;
  readonly now: Date;
}

/** More would not be read; the page has them all. */
const mostItems = 12;

/** The mail of what stands out. Its subject tells how many things, and of none what it is: a subject is read over shoulders. */
export function signalMail(input: SignalMailInput): OutgoingMail {
  const {items, placeName, roleLabel, address, key, now} = input;
  const to = {name: oneLine(input.to.name), address: input.to.address};
  const shown = items.slice(0, mostItems).map((item) => ({
    title: oneLine(item.title),
    lines: [
      oneLine(item.line),
      ...(item.stake ? [`Gaat over: ${oneLine(item.stake)}.`] : []),
      ...(item.question ? [`Eerste vraag: ${oneLine(item.question)}`] : []),
    ],
    href: linkTo(address, item.href),
  }));
  const rest = items.length - shown.length;
  const unsubscribe = linkTo(address, `${unsubscribePath}/${key}`);
  const all = linkTo(address, vandaagPath);
  const count = items.length === 1 ? "valt 1 ding op" : `vallen ${items.length} dingen op`;
  const words = {
    hello: `Dag ${to.name},`,
    opening: `In de cijfers van ${oneLine(placeName)} ${count}. Wat de oorzaak is, zegt een cijfer niet. Vraag het eerst na.`,
    rest: rest === 0 ? null : `En nog ${rest}. ${rest === 1 ? "Die staat" : "Die staan"} op uw bladzijde Vandaag.`,
    why: `U krijgt deze mail omdat u dat in Wijkbalans hebt aangezet. U ziet wat u mag zien als ${roleLabel.toLowerCase()}. Stuur hem niet door: een ander mag misschien minder zien.`,
  };
  return {
    to,
    subject: oneLine(
      items.length === 1
        ? `Wijkbalans: 1 ding valt op in ${placeName}`
        : `Wijkbalans: ${items.length} dingen vallen op in ${placeName}`,
    ),
    text: textOf(words, shown, {all, unsubscribe}),
    html: htmlOf(words, shown, {all, unsubscribe}),
    date: now,
    headers: {
      ...automatic,
      // One press of a button of the mail programme ends it, without a page (RFC 8058).
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

/** A mail that shows whether mail arrives. There is no figure in it. */
export function testMail({to, address, now}: {to: MailAddress; address: URL; now: Date}): OutgoingMail {
  const lines = [
    "Dit is een proefmail van Wijkbalans. Komt hij aan, dan is de mail goed ingesteld.",
    `Wijkbalans staat op ${address.origin} .`,
  ];
  return {
    to,
    subject: "Wijkbalans: proefmail",
    text: `${lines.join("\n\n")}\n`,
    html: htmlPage(lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")),
    date: now,
    headers: automatic,
  };
}

/** Nobody is at home to read an answer, so no machine need write one. */
const automatic = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"} as const;

interface Words {
  readonly hello: string;
  readonly opening: string;
  readonly rest: string | null;
  readonly why: string;
}

interface ShownItem {
  readonly title: string;
  readonly lines: readonly string[];
  readonly href: string;
}

interface Links {
  readonly all: string;
  readonly unsubscribe: string;
}

function textOf({hello, opening, rest, why}: Words, items: readonly ShownItem[], {all, unsubscribe}: Links): string {
  return [
    hello,
    opening,
    ...items.map(({title, lines, href}) => [`* ${title}`, ...lines, href].join("\n  ")),
    ...(rest === null ? [] : [rest]),
    `Alles op een rij: ${all}`,
    `-- \n${why}\nGeen mail meer? ${unsubscribe}`,
    "",
  ].join("\n\n");
}

function htmlOf({hello, opening, rest, why}: Words, items: readonly ShownItem[], {all, unsubscribe}: Links): string {
  const list = items
    .map(
      ({title, lines, href}) =>
        `<li style="margin:0 0 16px 0"><a href="${escapeHtml(href)}"><b>${escapeHtml(title)}</b></a><br>${lines.map(escapeHtml).join("<br>")}</li>`,
    )
    .join("\n");
  return htmlPage(
    [
      `<p>${escapeHtml(hello)}</p>`,
      `<p>${escapeHtml(opening)}</p>`,
      `<ul style="padding-left:20px">\n${list}\n</ul>`,
      ...(rest === null ? [] : [`<p>${escapeHtml(rest)}</p>`]),
      `<p><a href="${escapeHtml(all)}">Alles op een rij</a></p>`,
      "<hr>",
      `<p>${escapeHtml(why)}</p>`,
      `<p><a href="${escapeHtml(unsubscribe)}">Geen mail meer</a></p>`,
    ].join("\n"),
  );
}

/** No picture, no style sheet, no script: nothing is fetched by who opens it, so nobody learns that he did. */
function htmlPage(body: string): string {
  const style =
    "font-family:Arial,sans-serif;font-size:16px;line-height:1.5;max-width:640px;margin:0 auto;padding:16px";
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>Wijkbalans</title></head>
<body style="${style}">
${body}
</body>
</html>
`;
}

/** An address of ours in full; what leads elsewhere leads to the first page. */
function linkTo(address: URL, path: string): string {
  const url = URL.parse(path, address.origin);
  return url !== null && url.origin === address.origin ? url.href : address.origin;
}

/** Names come from elsewhere, and a header ends where a line does. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]+/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
