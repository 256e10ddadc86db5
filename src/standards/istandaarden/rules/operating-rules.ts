import type {Rule} from "./rule.ts";
export const operatingRules: readonly Rule[] = [];
