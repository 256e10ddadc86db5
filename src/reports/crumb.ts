/** A step of the way from the gemeente down to here; the last one is where we are. */
export interface Crumb {
  readonly label: string;
  readonly href: string | null;
}
