/** Followed by a key, it ends the mail of whose that is. */
export const unsubscribePath = "/afmelden";

export const waarschuwingenPath = "/vandaag/waarschuwingen";
