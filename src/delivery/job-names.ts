/** Sends a batch. The function enqueue_batch of the database knows the name as well. */
export const DELIVER_BATCH = 'deliver_batch'
