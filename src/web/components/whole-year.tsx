import type {WholeYear} from "../../reports/whole-year.ts";

/** The way out of what is hidden: over a whole year less is. */
export function WholeYearLink({year}: {year: WholeYear | null}) {
  if (year === null) return null;
  return (
    <p class="wb-hint">
      Over een heel jaar hoeft minder verborgen te zijn. <a href={year.href}>Bekijk heel {year.label}</a>
    </p>
  );
}
