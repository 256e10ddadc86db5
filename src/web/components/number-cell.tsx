import {formatNumber} from "../../reports/format.ts";

/** A number in a table that is stacked on a narrow screen. */
export function NumberCell({label, value}: {label: string; value: number}) {
  return (
    <td class="wb-right">
      <span class="wb-cell-label">{label}</span>
      {formatNumber(value)}
    </td>
  );
}
