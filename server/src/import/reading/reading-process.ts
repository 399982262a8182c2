// The process that reads uploads: one job at a time, each answered by its outcome. Ended from outside where it takes too much.
import { carryOut, type ReadingJob } from './job.ts'

process.on('message', (job: ReadingJob) => {
  void carryOut(job).then((outcome) => process.send?.(outcome))
})
// A terminal interrupts the whole group; the server ends its readers itself, and they end with it.
process.on('SIGINT', () => {})
