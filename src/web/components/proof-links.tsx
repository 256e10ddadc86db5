import type {Child} from "hono/jsx";

const names = [
  ["kosten", "Kosten"],
  ["clienten", "Mensen"],
  ["wachttijd", "Wachten"],
  ["uitval", "Stopt te vroeg"],
  ["herhaald-beroep", "Komt terug"],
] as const;

/** From the figures of the page to how each was counted; what else can be done with them follows. */
export function ProofLinks({proof, children}: {proof: (indicator: string) => string; children?: Child}) {
  return (
    <div class="wb-under">
      <span>Hoe is dit geteld?</span>
      {names.map(([indicator, name]) => (
        <a href={proof(indicator)}>{name}</a>
      ))}
      {children}
    </div>
  );
}
