import {isBsn} from "../standards/bsn.ts";

/** Numbers of nine digits that pass the elfproef, each once. */
export interface BsnSupply {
  readonly areTestNumbers: boolean;
  next(): string;
}

const firstTestNumber = 99_990_000; // without the check digit: 999900006 is the first that passes
const testNumbers = 10_000;
// As far as is known no real number begins with 990 to 998. Numbers from 9999 on are kept for tests.
const firstMadeUp = 99_000_000;
const madeUpNumbers = 900_000;

/** The official test numbers while they last (some 9,000); for a larger world made-up numbers that begin with 990 to 998. */
export function makeBsnSupply(expected: number): BsnSupply {
  const areTestNumbers = expected < 8_500;
  const [first, size] = areTestNumbers ? [firstTestNumber, testNumbers] : [firstMadeUp, madeUpNumbers];
  // A step without a common factor visits every number once, far from the one before it.
  const step = areTestNumbers ? 3_779 : 371_341;
  let visited = 0;
  return {
    areTestNumbers,
    next() {
      for (; visited < size; ) {
        const start = first + ((visited++ * step) % size);
        const bsn = withCheckDigit(start);
        if (bsn !== null) return bsn;
      }
      throw new RangeError(`no more numbers: ${size}`);
    },
  };
}

function withCheckDigit(start: number): string | null {
  const digits = String(start);
  let sum = 0;
  for (let index = 0; index < 8; index++) sum += Number(digits[index]) * (9 - index);
  const check = sum % 11;
  const bsn = `${digits}${check}`;
  return check < 10 && isBsn(bsn) ? bsn : null;
}
