/** A mailed link shows a reader's data for so long. */
export const OWN_DATA_TTL_SECONDS = 3600
