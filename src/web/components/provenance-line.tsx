import {completeWords, dataWords, type Provenance} from "../../reports/provenance.ts";
import {ShareBar} from "./bars.tsx";

/** Source, age, completeness: under every figure. */
export function ProvenanceLine({provenance}: {provenance: Provenance}) {
  const complete = completeWords(provenance.completeShare);
  return (
    <p class="wb-provenance">
      <span>Bron: {provenance.source}</span>
      <span>{dataWords(provenance)}</span>
      {complete === null ? null : (
        <span>
          {complete}
          <ShareBar share={provenance.completeShare ?? 0} />
        </span>
      )}
      <span>{provenance.coverage}</span>
      {provenance.remarks.map((remark) => (
        <span>{remark}</span>
      ))}
    </p>
  );
}
