import {expect, test} from "vitest";
import {roleLabels, roleNames, scopedRoles} from "../src/access/role.ts";
import {canBeGiven, rolesOf, screenNames, screenOf} from "../src/access/screens.ts";
import {kindWords, narrowWords} from "../src/reports/rollen/words.ts";

test("docs/rights.md says who sees what (written again by: npx vitest run test/rights-document.test.ts -u)", async () => {
  await expect(document()).toMatchFileSnapshot("../docs/rights.md");
});

const none = new Map();

function document(): string {
  const marks = screenNames.map((name) => [
    screenOf(name).label,
    ...roleNames.map((role) => (rolesOf(name, none).includes(role) ? "ja" : canBeGiven(role, name) ? "" : "nooit")),
  ]);
  const asked = screenNames.map((name) => [
    screenOf(name).label,
    `\`${name}\``,
    kindWords[screenOf(name).asks],
    narrowWords(name),
    rolesOf(name, none)
      .map((role) => roleLabels[role])
      .join(", "),
  ]);
  const scoped = roleNames.flatMap((role) => {
    const part = scopedRoles[role];
    return part === undefined ? [] : [`${roleLabels[role]} (${part})`];
  });
  return [
    "# Wie ziet wat",
    "",
    "Zo begint elke installatie. Een beheerder verandert dit bij Beheer, Rollen; `rollen` zegt hoe het nu is. Wie aan de computer zelf zit, ziet alles. Inwoner is iedereen die niet is ingelogd.",
    "",
    "## Rol en bladzijde",
    "",
    ...tableOf(["bladzijde", ...roleNames.map((role) => roleLabels[role])], marks),
    "",
    "'nooit' kan ook een beheerder niet geven.",
    "",
    "## Bladzijde en soort vraag",
    "",
    ...tableOf(["bladzijde", "naam", "wat erin staat", "te beperken tot een deel", "rollen"], asked),
    "",
    `Wie een deel van de gemeente ziet (${scoped.join(", ")}, of wie een beheerder zo'n deel gaf), ziet op elke bladzijde alleen dat deel: in cijfers, noemers, berichten, lijsten en bestanden. Kan een bladzijde niet tot dat deel beperkt worden, dan gaat zij niet open. Van een wijk of team gaan de noemers over de inwoners ervan; van een aanbieder over de hele gemeente, want inwoners zijn van geen aanbieder. Hoe ver de declaraties binnen zijn, is een aandeel van de hele gemeente zonder bedragen. De begroting en het grootboek zijn er alleen voor wie alles ziet. Wie één aanbieder, team of wijk ziet, hoort van de anderen één ding: waartussen de middelste helft van hun scores en uitkomsten ligt, zonder naam en als het er acht of meer zijn. Wie samenging, staat onder de code van de opvolger, en alleen die code geeft toegang.`,
    "",
  ].join("\n");
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
