// Loaded into the server before its own code: a database that does not wait for the disk, as a careless setting would have it.
import { DatabaseSync } from 'node:sqlite'

const exec = DatabaseSync.prototype.exec
DatabaseSync.prototype.exec = function execUnsynced(sql: string): void {
  exec.call(this, sql.replace('synchronous = full', 'synchronous = normal'))
}
