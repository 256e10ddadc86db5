import {UserError} from "../errors.ts";
import {type AttackView, mendedAttackView, parseAttackView} from "../reports/val-ons-aan/attack-view.ts";
import {valOnsAanPath} from "../reports/val-ons-aan/paths.ts";
import {refusedAttack, valOnsAan, valOnsAanFile} from "../reports/val-ons-aan/val-ons-aan.ts";
import {ValOnsAanPage} from "./pages/val-ons-aan.tsx";
import {csvAnswer, type FileAnswer, nobodyAlone, type Page, type Request, type Route} from "./route.ts";

/** The attack on our own figures, as a page and as a file. */
export const attackRoutes: readonly Route[] = [
  {pattern: new RegExp(`^${valOnsAanPath}$`), screen: "val-ons-aan", handle: showAttack},
  {pattern: new RegExp(`^${valOnsAanPath}\\.csv$`), screen: "val-ons-aan", handle: giveAttack},
];

async function showAttack({sources, query}: Request): Promise<Page> {
  let asked: AttackView;
  try {
    asked = parseAttackView(query, sources);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const report = refusedAttack(sources, mendedAttackView(query, sources));
    const content = <ValOnsAanPage report={report} isOpen={false} problem={error.message} />;
    return {title: report.title, content, status: 400};
  }
  const report = await valOnsAan(sources, asked);
  const content = <ValOnsAanPage report={report} isOpen={query.druk === "1"} problem={null} />;
  return {title: report.title, content, isProvisional: report.outcome === null};
}

async function giveAttack({sources, query}: Request): Promise<FileAnswer> {
  const file = await valOnsAanFile(sources, parseAttackView(query, sources));
  return csvAnswer(file, nobodyAlone);
}
