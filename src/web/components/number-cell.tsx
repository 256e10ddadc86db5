import {formatNumber} from "../../reports/format.ts";

/** A number in a table that is stacked on a narrow screen. */
export function NumberCell({label, value}: {label: string; value: number | null}) {
  return (
    <td class="wb-right">
      <span class="wb-cell-label">{label}</span>
      {value === null ? <span class="wb-missing">onbekend</span> : formatNumber(value)}
    </td>
  );
}
