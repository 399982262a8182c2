/**
 * One server's end of what rings between servers: `text:<id>` bells and presence. Delivery is best effort and at most
 * once: a lost bell is found by the gap in `seq` and healed from the journal. A server never hears what it published.
 */
export interface Bus {
  publish(topic: string, message: Uint8Array): void
  /** Gives the function that ends the subscription; listeners are called in the order of publishing. */
  subscribe(topic: string, listener: (message: Uint8Array) => void): () => void
}

/** A bus inside one process; each call of `connect` is one server's end of it. */
export interface ProcessBus {
  connect(): Bus
}

/** Makes a bus for one process; a single server needs one end, tests connect several. */
export function makeProcessBus(): ProcessBus {
  const ends = new Set<Map<string, Set<(message: Uint8Array) => void>>>()
  return {
    connect() {
      const own = new Map<string, Set<(message: Uint8Array) => void>>()
      ends.add(own)
      return {
        publish(topic, message) {
          for (const end of ends) {
            if (end !== own) for (const listener of [...(end.get(topic) ?? [])]) listener(message)
          }
        },
        subscribe(topic, listener) {
          const listeners = own.get(topic) ?? new Set()
          own.set(topic, listeners.add(listener))
          return () => {
            listeners.delete(listener)
            if (listeners.size === 0 && own.get(topic) === listeners) own.delete(topic)
          }
        },
      }
    },
  }
}
