import {sum} from "./mean.ts";
import {overdispersion, type Score} from "./overdispersion.ts";

/** How far a unit is from the middle, judged by how much the others differ. */
export interface LeftOutScore {
  /** In standard deviations of such units; above 0 is higher. */
  readonly score: number;
  /** Of Student's t-distribution that it has by chance: few where it rests on how a few others differ. */
  readonly degrees: number;
}

/** As good as a normal distribution. */
const mostDegrees = 10_000;

/**
 * The place of each unit among the others, itself left out of where they are and of what is usual: an odd one among few
 * would else draw the middle towards itself, and make its own oddness usual.
 *
 * @param scores  of all units; z is infinite where a unit has no place on the scale
 * @returns in their order; null: it has no place, or there are fewer than two others
 * @source  Spiegelhalter (2005), Statistics in Medicine 24: 1185–1202, for the variance; Satterthwaite (1946), Biometrics
 *   Bulletin 2: 110–114, for the degrees of freedom of that variance and a known one together
 */
export function leftOutScores(scores: readonly Score[], trim = 0.1): (LeftOutScore | null)[] {
  const isKnown = ({z}: Score) => Number.isFinite(z);
  return scores.map((own, at) => {
    if (!isKnown(own)) return null;
    const others = scores.filter((score, place) => place !== at && isKnown(score));
    if (others.length < 2) return null;
    // Where the others are, and not where the odd one drew the middle of all.
    const weights = others.map(({error}) => error ** -2);
    const middle = sum(others.map(({z, error}, place) => z * error * weights[place]!)) / sum(weights);
    const around = others.map(({z, error}) => ({z: z - middle / error, error}));
    const {tau2} = overdispersion(around, "winsorised", trim);
    const variance = own.error ** 2 + tau2;
    const degrees = tau2 === 0 ? mostDegrees : (others.length - 1) * (variance / tau2) ** 2;
    return {
      score: (own.z * own.error - middle) / Math.sqrt(variance),
      degrees: Math.round(Math.min(mostDegrees, degrees)),
    };
  });
}
