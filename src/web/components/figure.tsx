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

/** What the little a stands for. */
export function HiddenWords() {
  return (
    <>
      <sup>a</sup> {hiddenLine}
    </>
  );
}

/** The same below a table, where something in it is hidden. */
export function HiddenNote({isNeeded}: {isNeeded: boolean}) {
  if (!isNeeded) return null;
  return (
    <p class="wb-hint wb-table-note">
      <HiddenWords />
    </p>
  );
}
