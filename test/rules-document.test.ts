import {expect, test} from "vitest";
import {kindWords, messageWords, stateWords, wetWords} from "../src/reports/regels/words.ts";
import {ownChecks} from "../src/standards/istandaarden/rules/own-checks.ts";
import type {Rule, RuleKind} from "../src/standards/istandaarden/rules/rule.ts";
import {rules} from "../src/standards/istandaarden/rules/rules.ts";

test("docs/rules.md says what we do with each rule (written again by: npx vitest run test/rules-document.test.ts -u)", async () => {
  await expect(document()).toMatchFileSnapshot("../docs/rules.md");
});

function document(): string {
  const count = (kind: Rule["state"]["kind"]) => rules.filter(({state}) => state.kind === kind).length;
  const kinds = Object.keys(kindWords) as RuleKind[];
  return `${[
    "# Regels van de standaard",
    "",
    `iWmo en iJw 3.2 hebben samen ${rules.length} regels. Wijkbalans controleert er ${count("gecontroleerd")}, meet er ${count("gemeten")} in het verkeer, en kan ${count("niet te bepalen")} niet bepalen: daar staat waarom. Dezelfde lijst, met hoe vaak elke regel nu wordt overtreden, staat in het scherm onder 'Over de gegevens'.`,
    "",
    ...kinds.flatMap((kind) => [
      `## ${kindWords[kind]} (${kind})`,
      "",
      "| regel | wat hij zegt | berichten | wet | niveau | retourcode | wat wij doen |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      ...rules.filter((rule) => rule.kind === kind).map(line),
      "",
    ]),
    "## Van onszelf",
    "",
    "| controle | wat hij zegt |",
    "| --- | --- |",
    ...ownChecks.map(({code, description}) => `| ${code} | ${description} |`),
  ].join("\n")}\n`;
}

function line(rule: Rule): string {
  const {short, long} = stateWords(rule.state);
  const cells = [
    rule.code,
    rule.description,
    messageWords(rule),
    wetWords(rule),
    rule.niveau?.toString() ?? "geen",
    rule.retourcode ?? "geen",
    `${short}: ${long}`,
  ];
  return `| ${cells.join(" | ")} |`;
}
