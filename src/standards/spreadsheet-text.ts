/**
 * A text as a spreadsheet shows it and never runs it.
 *
 * Excel and LibreOffice run what begins with one of these as a formula, and names come from files and messages. Before
 * an apostrophe it is text. A number, also one below zero, stays a number.
 */
export function formulaSafe(text: string): string {
  if (!/^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/.test(text)) return text;
  return /^[+-]\d[\d.,]{0,40}$/.test(text) ? text : `'${text}`;
}
