/** A moment as the database writes it: UTC, whole seconds. */
export function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T", " ");
}
