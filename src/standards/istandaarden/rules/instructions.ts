import type {Rule} from "./rule.ts";
export const instructions: readonly Rule[] = [];
