import type {Looks} from "../src/access/looking/look.ts";

/** For tests of what has nothing to do with who looked. */
export const forgetfulLooks: Looks = {
  note: () => undefined,
  noteFirst: async () => undefined,
  flush: async () => undefined,
};
