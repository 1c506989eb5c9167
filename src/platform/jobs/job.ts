/** What a job is told besides its payload. */
export interface JobContext {
  id: string
  /** Aborted when the program is asked to end: finish what is in flight and return. */
  stopping: AbortSignal
}

export type Job = (payload: unknown, context: JobContext) => Promise<void>

/**
 * Jobs of one lane never wait behind those of another: `issue` for batches, `mail` for what one
 * person waits for, `background` for everything that nobody waits for and that may take long.
 */
export type LaneName = 'issue' | 'mail' | 'background'

export interface LaneJob {
  run: Job
  lane: LaneName
  /** When it is enqueued without anybody asking, as in crontab(5), in UTC. */
  cron?: string
}

/** Something that every mailer does again and again, by its own timer and not by the queue. */
export interface Timer { name: string, everyMs: number, run: () => Promise<void> }

/** What a room brings to the mailer. */
export interface RoomJobs {
  /** By the name under which they are enqueued. */
  jobs: Readonly<Record<string, LaneJob>>
  timers?: readonly Timer[]
  /**
   * Jobs with one of these flags are left in the queue for now. Asked each time a job is looked
   * for.
   */
  heldBack?: () => string[]
}
