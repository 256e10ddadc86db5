/** Where the pages about this installation stand. */
export const deliverPath = "/over-de-gegevens/aanleveren";
export const adminPath = "/over-de-gegevens/beheer";
