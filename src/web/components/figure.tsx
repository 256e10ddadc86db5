import type {Figure, Missing} from "../../reports/figure.ts";
import {hiddenLine} from "../../reports/figure.ts";

/** A figure in a cell or a KPI; where there is none, the reason. Never a dash, never empty. */
export function FigureText({figure, format}: {figure: Figure; format: (value: number) => string}) {
  if (figure.value !== null) return <>{format(figure.value)}</>;
  return <MissingText missing={figure.missing ?? "geen"} />;
}

export function MissingText({missing}: {missing: Missing}) {
  if (missing === "verborgen") {
    return (
      <span class="wb-hidden-cell">
        verborgen<sup>a</sup>
      </span>
    );
  }
  return <span class="wb-missing">{missing}</span>;
}

/** What the little a stands for, below whatever has one. */
export function HiddenNote() {
  return (
    <>
      <sup>a</sup> {hiddenLine}
    </>
  );
}
