export const sides = ["hoger", "lager"] as const;

/** Higher or lower, which is neither good nor bad by itself. */
export type Side = (typeof sides)[number];
