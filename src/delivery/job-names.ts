/** Sends a batch. */
export const DELIVER_BATCH = 'deliver_batch'
/** A mail as all will get it, to somebody at the desk. */
export const SEND_TEST = 'send_test'
