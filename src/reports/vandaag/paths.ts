export const vandaagPath = "/vandaag";
