import type { Compilable, CompiledQuery } from 'kysely'
import { kindOf, type Value } from './raw-query.ts'
import type { Reader, Store } from './store.ts'

/**
 * A query that is built once for each kind of database and afterwards only given its values: on the path of every
 * keystroke, where building it costs many times what running it does. `values` stand in it in the same order, each once.
 */
export function keptQuery<Values extends readonly Value[], Row>(
  build: (db: Reader, ...values: Values) => Compilable<Row>,
): (db: Reader, ...values: Values) => Promise<readonly Row[]> {
  const kept = new Map<Store['kind'], CompiledQuery<Row>>()
  return async (db, ...values) => {
    const executor = db.getExecutor()
    const kind = kindOf(db)
    const known = kept.get(kind)
    const query = known ?? build(db, ...values).compile()
    if (known === undefined) {
      assertSame(query.parameters, values)
      kept.set(kind, query)
      // reason: compiling asks the plugins, which refuse a transaction that has ended
    } else executor.transformQuery(known.query, known.queryId)
    return (await executor.executeQuery<Row>({ ...query, parameters: values })).rows
  }
}

function assertSame(parameters: readonly unknown[], values: readonly Value[]): void {
  const isSame = parameters.length === values.length && values.every((value, at) => value === parameters[at])
  if (!isSame)
    throw new Error(`expected the parameters ${values.length} values make, got ${parameters.length}`)
}
