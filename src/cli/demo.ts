import {resolve} from "node:path";
import {makeDemo} from "../demo/make-demo.ts";
import {limits} from "../demo/parameters.ts";
import {UserError} from "../errors.ts";
import type {Command, CommandInput, Output} from "./command.ts";

export const demo: Command = {
  name: "demo",
  summary: "Maakt een verzonnen gemeente: berichten en referentiebestanden.",
  usage: "demo --out MAP [--inwoners 68000] [--jaren 5] [--seed 1] [--tabellen] [--zonder-verhalen]",
  options: {
    out: {type: "string"},
    inwoners: {type: "string"},
    jaren: {type: "string"},
    seed: {type: "string"},
    tabellen: {type: "boolean"},
    "zonder-verhalen": {type: "boolean"},
  },
  async run({positionals, values, folder, output, now}) {
    const {out} = values;
    if (typeof out !== "string" || out === "") {
      throw new UserError("Zeg met --out in welke map de gemeente komt, bijvoorbeeld: --out heuveldam");
    }
    if (positionals.length > 0) {
      throw new UserError(`'${positionals[0]}' hoort hier niet. Gebruik: npx wijkbalans ${demo.usage}`);
    }
    const options = {
      inwoners: wholeNumber(values, "inwoners", 68_000, limits.inwoners),
      jaren: wholeNumber(values, "jaren", 5, limits.jaren),
      seed: wholeNumber(values, "seed", 1, [0, Number.MAX_SAFE_INTEGER]),
      hasTables: values.tabellen === true,
      hasStories: values["zonder-verhalen"] !== true,
    };
    const begun = now().getTime();
    const {berichten, prestaties} = await makeDemo(resolve(folder, out), options, progressOn(output));
    const seconds = Math.round((now().getTime() - begun) / 1000);
    output.say(
      `${output.isTerminal ? "\r\x1b[K" : ""}Heuveldam staat in '${out}': ${count(berichten)} berichten met ` +
        `${count(prestaties)} gedeclareerde prestaties, gemaakt in ${seconds} s.\n`,
    );
    return 0;
  },
};

function wholeNumber(
  values: CommandInput["values"],
  name: string,
  usual: number,
  [least, most]: readonly [number, number],
): number {
  const text = values[name];
  if (text === undefined) return usual;
  const value = typeof text === "string" && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    const range = `een heel getal van ${count(least)} tot en met ${count(most)}`;
    throw new UserError(`--${name} is '${text}'. Geef ${range}.`);
  }
  return value;
}

function progressOn(output: Output): (share: number, berichten: number) => void {
  let shown = -1;
  return (share, berichten) => {
    const percentage = Math.floor(share * 100);
    if (!output.isTerminal || percentage === shown) return;
    shown = percentage;
    output.say(`\r\x1b[KHeuveldam maken: ${percentage} %, ${count(berichten)} berichten`);
  };
}

function count(value: number): string {
  return value.toLocaleString("nl-NL");
}
