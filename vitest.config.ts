import { defineConfig } from 'vitest/config'

// A test that hangs ends; how long a good one takes on a busy machine says nothing.
const patience = { testTimeout: 30_000, hookTimeout: 30_000 }

const services = 'test/services/setup.ts'

// Three kinds, each chosen with --project: unit needs at most a database, rules reads the code, e2e starts
// real processes and a browser and therefore runs one file at a time.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages/*,server,client}/src/**/*.test.{ts,tsx}', 'test/{contract,fuzz}/**/*.test.ts'],
          globalSetup: services,
          ...patience,
        },
      },
      { test: { name: 'rules', include: ['test/rules/**/*.test.ts'], ...patience } },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,faults}/**/*.test.ts'],
          globalSetup: [services, 'test/browser/setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
