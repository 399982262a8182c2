import { AsyncLocalStorage } from 'node:async_hooks'
import type { KyselyPlugin, RootOperationNode } from 'kysely'

/** One run of a function given to `write`; closed when it has ended, whatever it left behind. */
interface WriteScope {
  open: boolean
}

const scopes = new AsyncLocalStorage<WriteScope>()

/**
 * Runs the work of one transaction so that anything it calls, however deep, can be told that it is inside: another
 * connection would wait for the writer that waits for it (SQLite), or not see what was just written.
 */
export async function insideWrite<T>(work: (stillOpen: KyselyPlugin) => Promise<T>): Promise<T> {
  assertOutsideWrite('write')
  const scope = { open: true }
  try {
    return await scopes.run(scope, () => work(guard(() => assertOpen(scope))))
  } finally {
    scope.open = false
  }
}

/** Throws where a transaction of this call chain is still under way. */
export function assertOutsideWrite(used: string): void {
  if (scopes.getStore()?.open) {
    throw new Error(
      `\`${used}\` of the store was used inside a transaction: use the transaction's own \`tx\``,
    )
  }
}

/** A plugin that refuses every query inside a transaction of this call chain. */
export const outsideWriteOnly = (used: string): KyselyPlugin => guard(() => assertOutsideWrite(used))

const readingKinds = new Set(['SelectQueryNode', 'RawNode'])

/** A plugin that refuses queries that write, and every query inside a transaction of this call chain. */
export const readsOnly: KyselyPlugin = guard(({ kind }) => {
  assertOutsideWrite('db')
  if (!readingKinds.has(kind)) throw new Error('`db` of the store only reads: write inside `write`')
})

function assertOpen(scope: WriteScope): void {
  if (!scope.open) throw new Error('a transaction was used after the function it was given to had ended')
}

function guard(check: (node: RootOperationNode) => void): KyselyPlugin {
  return {
    transformQuery({ node }) {
      check(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
}
