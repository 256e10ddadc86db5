import type {Child} from "hono/jsx";

export type ScrollRegionProps = {readonly children: Child} & (
  | {readonly labelledBy: string; readonly label?: undefined}
  | {readonly label: string; readonly labelledBy?: undefined}
);

/** What may be wider than the page scrolls by itself, also by keyboard: focusable, and with a name of its own. */
export function ScrollRegion({children, label, labelledBy}: ScrollRegionProps) {
  return (
    <section class="wb-scroll" tabindex={0} aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
