/** Nine digits that pass the elfproef, and not all zero. */
export function isBsn(text: string): boolean {
  if (text.length !== 9 || text === "000000000") return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
    sum += i === 8 ? -digit : digit * (9 - i);
  }
  return sum % 11 === 0;
}

/** Numbers from here to 999999990 are kept for tests, and no person has one. */
const firstTestBsn = 999_900_006;

export function isTestBsn(text: string): boolean {
  return isBsn(text) && Number(text) >= firstTestBsn && Number(text) <= 999_999_990;
}
