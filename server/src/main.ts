import { printResetLink } from './account/print-reset-link.ts'
import { ConfigError, readConfig } from './config.ts'
import { makeServer } from './make-server.ts'
import { StoreError } from './store/index.ts'

/** Starts the server, or carries out an operator's command: `reset-password <e-mail>`. */
async function main(args: readonly string[]): Promise<void> {
  const config = readConfig(process.env, args)
  const [command, email] = args.filter((arg) => !arg.startsWith('--'))
  if (command === 'reset-password') return printResetLink(config, email ?? '')
  if (command !== undefined) throw new ConfigError(`There is no command “${command}”, only reset-password.`)

  const server = await makeServer(config)
  const stop = (signal: NodeJS.Signals) => {
    process.once(signal, () => process.exit(1))
    server.app.log.info({ signal }, 'stopping')
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const { address } = await server.listen()
  console.log(`Parley is ready: ${address}`)
}

/** Ends the process with a sentence where the operator can do something about it, else with the whole error. */
function fail(error: unknown): never {
  console.error(sentence(error) ?? error)
  process.exit(1)
}

function sentence(error: unknown): string | null {
  if (error instanceof ConfigError) return error.message
  if (error instanceof StoreError) return `The database cannot be used: ${error.message}`
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'EADDRINUSE')
    return 'The port is taken by another program: choose another one with PORT.'
  if (error.code === 'EACCES') return `Permission denied: ${error.message}`
  return null
}

main(process.argv.slice(2)).catch(fail)
