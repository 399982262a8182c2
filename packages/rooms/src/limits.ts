/** What a room takes before it says no; every limit has a test that hits it and a line in docs/limits.md. */
export interface Limits {
  /** Bytes of one frame of a channel. */
  readonly frameBytes: number
  /** Update frames of one session a second, on average. */
  readonly updatesPerSecond: number
  /** Update frames of one session that may come at once. */
  readonly updateBurst: number
  /** Frames of one session that are no updates (questions, presence) a second, on average. */
  readonly framesPerSecond: number
  /** The same at once. */
  readonly frameBurst: number
  /** Update frames of one person in all rooms together a second, on average. */
  readonly personUpdatesPerSecond: number
  /** The same at once. */
  readonly personUpdateBurst: number
  /** Bytes that one person sends in all rooms together, and that the server encodes for them, a second on average. */
  readonly personBytesPerSecond: number
  /** The same at once. */
  readonly personByteBurst: number
  /** Bytes of one person's updates that wait in all rooms together, parked or for the store. */
  readonly personHeldBytes: number
  /** Bytes of one presence state. */
  readonly presenceBytes: number
  /** Bytes of a text's whole document. */
  readonly textBytes: number
  /** Milliseconds of processor time from which a batch is heavy. */
  readonly heavyBatch: number
  /** Heavy batches of all rooms together are followed by a rest of so many times what they took. */
  readonly heavyRest: number
  /** Steps that one update may take to find its place among what was written at the same time; see gate/effort.ts. */
  readonly mergeSteps: number
  /** The same for all updates of a text together: what loading it may cost. */
  readonly textMergeSteps: number
  /** Bytes of updates parked before a session's sync step 2. */
  readonly parkedBytes: number
  /** Bytes of updates that wait for the store in one room. */
  readonly queuedBytes: number
  /** Milliseconds the store may take to answer before sessions are told that nothing is saved. */
  readonly storePatience: number
  /** Updates judged and stored in one transaction. */
  readonly batch: number
  readonly sessionsPerText: number
  readonly sessionsPerPersonAndText: number
  /** Yjs client ids one person may bring into one text while its room is open. */
  readonly clientsPerPerson: number
  /** Bytes waiting in a session's connection after which it is sent nothing until it has drained. */
  readonly backlogBytes: number
  /** Refusals of one person in one room at once, after which nothing new is taken from them. */
  readonly refusals: number
  /** How many more are allowed with each minute. */
  readonly refusalsPerMinute: number
  /** Milliseconds without a session after which a room is unloaded. */
  readonly idle: number
  /**
   * Milliseconds in which nobody uses a text's document after which it is kept as bytes, and a thousandth of a second
   * more for each ten bytes of it, since waking takes the longer.
   */
  readonly awake: number
  /** Milliseconds between two looks at silent and slow sessions. */
  readonly tick: number
  /** Milliseconds of silence after which a session is sent something. */
  readonly silence: number
  /** Milliseconds between two batches of a room with many readers, at most; see `mergeInterval`. */
  readonly mergeWindow: number
  /** Sessions of a room beyond which it waits between batches. */
  readonly manyReaders: number
  /** Milliseconds between the common beginnings of rooms where many begin; see `Beat`. */
  readonly beat: number
  /** Rooms beginning a batch within a beat beyond which the others wait for the next. */
  readonly manyRooms: number
  /** Entries after which a checkpoint is kept. */
  readonly checkpointEntries: number
}

/** The limits of a server that nobody has configured. */
export const defaultLimits: Limits = {
  frameBytes: 1_048_576,
  updatesPerSecond: 60,
  updateBurst: 600,
  framesPerSecond: 60,
  frameBurst: 600,
  personUpdatesPerSecond: 240,
  personUpdateBurst: 2_400,
  personBytesPerSecond: 1_048_576,
  personByteBurst: 67_108_864,
  personHeldBytes: 33_554_432,
  presenceBytes: 2_048,
  textBytes: 4_194_304,
  heavyBatch: 20,
  heavyRest: 2,
  mergeSteps: 250_000,
  textMergeSteps: 5_000_000,
  parkedBytes: 2_097_152,
  queuedBytes: 8_388_608,
  storePatience: 3_000,
  batch: 256,
  sessionsPerText: 500,
  sessionsPerPersonAndText: 20,
  clientsPerPerson: 200,
  backlogBytes: 1_048_576,
  refusals: 5,
  refusalsPerMinute: 1,
  idle: 30_000,
  awake: 4_000,
  tick: 2_000,
  silence: 18_000,
  mergeWindow: 16,
  manyReaders: 20,
  beat: 10,
  manyRooms: 4,
  checkpointEntries: 200,
}
