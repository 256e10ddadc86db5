/** The version of the API, as the header API-Version of every answer says it. */
export const apiVersion = "1.0.0";
