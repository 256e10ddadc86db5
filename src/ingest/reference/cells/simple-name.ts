/** A name without what people write it differently by: case, accents, blanks and marks. */
export function simpleName(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}
