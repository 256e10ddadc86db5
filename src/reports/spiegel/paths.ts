export const spiegelPath = "/cijfers/spiegel";
