import {expect, test} from "vitest";
import {catalogue} from "../src/indicators/catalogue.ts";
import {analysisDimensions, type Indicator} from "../src/indicators/indicator.ts";
import {definitionFacts, directionWords} from "../src/reports/catalogus/words.ts";
import {formatDate} from "../src/reports/format.ts";

test("docs/catalogue.md says what each figure means (written again by: npx vitest run test/catalogue-document.test.ts -u)", async () => {
  await expect(document()).toMatchFileSnapshot("../docs/catalogue.md");
});

function document(): string {
  const dimensions = analysisDimensions.filter((dimension) => ofDimension(dimension).length > 0);
  return [
    "# Catalogus",
    "",
    `Wijkbalans telt ${catalogue.length} cijfers. Dezelfde lijst, met wat elk cijfer nu is, staat in het scherm onder 'Over de gegevens'. Een gemeente kan er [eigen cijfers](how-to/own-indicator.md) bij zetten.`,
    "",
    "| cijfer | vraag | onderdeel | voor wie | richting |",
    "| --- | --- | --- | --- | --- |",
    ...catalogue.map((one) =>
      row([`[${one.name}](#${anchor(one)})`, one.question, one.dimension, one.level, directionWords(one)]),
    ),
    "",
    ...dimensions.flatMap((dimension) => [
      `## ${dimension[0]!.toUpperCase()}${dimension.slice(1)}`,
      "",
      ...ofDimension(dimension).flatMap(section),
    ]),
  ]
    .join("\n")
    .replaceAll("\u00a0", " ");
}

function ofDimension(dimension: string): Indicator[] {
  return catalogue.filter((one) => one.dimension === dimension);
}

function section(one: Indicator): string[] {
  const facts = [
    {term: "Naam in opdrachten", words: `\`${one.id}\``},
    ...definitionFacts(one),
    ...(one.parts.length === 0 ? [] : [{term: "Delen", words: one.parts.join(", ")}]),
    {term: "Volgende controle", words: formatDate(one.nextReview)},
    ...one.history.map(({version, date, change}) => ({
      term: `Versie ${version}`,
      words: `${formatDate(date)}: ${change}`,
    })),
    {term: "SQL", words: `[${one.id}.sql](../src/indicators/${one.id}/${one.id}.sql)`},
  ];
  return [
    `### ${one.name}`,
    "",
    `**${one.question}** ${one.why}`,
    "",
    one.definition,
    "",
    "Wat dit niet zegt:",
    "",
    ...one.doesNotSay.map((sentence) => `- ${sentence}`),
    "",
    "| | |",
    "| --- | --- |",
    ...facts.map(({term, words}) => row([term, words])),
    "",
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** The anchor that GitHub and GitLab give a heading. */
function anchor({name}: Indicator): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}
