import type {Rule} from "./rule.ts";
export const principles: readonly Rule[] = [];
