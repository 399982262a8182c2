/**
 * Every way the server ends a WebSocket or a channel. 44xx is final: the stock y-websocket provider stops, since trying
 * again gives the same. 45xx is transient: it tries again. `reason` is the name and never says more.
 */
export const closes = {
  /** A frame that no version of the protocol produces. */
  'bad-message': 4400,
  /** The session that opened the connection has ended. */
  'signed-out': 4401,
  /** The text or project is absent or not this person's: answered alike. */
  'not-found': 4404,
  /** Another connection of the same person took over this client id; coming back with it would begin a quarrel. */
  replaced: 4408,
  /** An update was refused and the session does not understand `rejected`, or was refused too often. */
  refused: 4409,
  /** The frame is larger than the server takes. */
  'frame-too-large': 4413,
  /** A message type that this version does not know. */
  'unknown-message': 4415,
  /** The client speaks another version of the protocol: load the page again. */
  outdated: 4426,
  /** The server is going down; another one or the same will answer. */
  'going-away': 4500,
  /** The store does not answer; nothing was acknowledged that is not durable. */
  unavailable: 4503,
  /** Too many updates in too short a time. */
  'too-fast': 4508,
  /** The connection reads too slowly to be kept up. */
  'too-slow': 4509,
  /** Too many connections begin at once: come back later, not together. */
  busy: 4513,
  /** Too many connections, channels or sessions of one person or one text. */
  'too-many': 4529,
} as const

/** The name of a way to close, which is also the reason on the wire. */
export type CloseReason = keyof typeof closes

/** Whether trying again is pointless. */
export const isFinalClose = (code: number) => code >= 4400 && code < 4500

/** The name of a close code, or `null` for codes that are not ours (a lost network, a proxy). */
export function closeReason(code: number): CloseReason | null {
  for (const reason of Object.keys(closes) as CloseReason[]) if (closes[reason] === code) return reason
  return null
}
