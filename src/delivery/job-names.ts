/** Sends a batch. */
export const DELIVER_BATCH = 'deliver_batch'
