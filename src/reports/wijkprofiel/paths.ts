export const wijkprofielPath = "/cijfers/wijkprofiel";
