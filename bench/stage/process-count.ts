/** In how many processes the server is measured: as it is set for the server itself. */
export const PROCESSES = Number(process.env.API_PROCESSES ?? 1);
