import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter } from 'node:path'
import { binFolder, packageBinFolder, root } from './places.mjs'

/** @typedef {{ command: string, args: readonly string[], env?: NodeJS.ProcessEnv, cwd?: string, shell?: boolean }} Program */

// What npm tells a script about the package it runs would be read by the installers below as settings of their own.
const inherited = /^npm_(package_|lifecycle_|config_(local_)?prefix$)/i

/** The environment of every child: ours without npm's notes on this script, and with the project's tools first in PATH. */
export const childEnvironment = () => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)))
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...env, [path]: [binFolder, packageBinFolder, env[path]].filter(Boolean).join(delimiter) }
}

/** The same without colours, and without NODE_ENV, which would change what is installed and how the client is built. */
const installerEnvironment = () => {
  const { NODE_ENV: _, FORCE_COLOR: __, ...env } = childEnvironment()
  return { ...env, NO_COLOR: '1' }
}

/**
 * Starts a program that shares this terminal, passes SIGINT, SIGTERM and SIGHUP on to it, and answers its exit
 * code (128 + n where signal n ended it).
 * @param {Program} program
 * @returns {{ ended: Promise<number>, stop: () => void }}
 */
export const start = ({ command, args, env = childEnvironment(), cwd = root, shell = false }) => {
  const child = spawn(command, args, { cwd, env, shell, stdio: 'inherit' })
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, forward)
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  }).finally(() => {
    for (const signal of signals) process.off(signal, forward)
  })
  return { ended, stop: () => void child.kill('SIGTERM') }
}

/**
 * Runs a program without showing what it writes, and answers that with its exit code.
 * @param {Program} program
 * @returns {Promise<{ code: number, output: string }>}
 */
export const collect = ({ command, args, env = installerEnvironment(), cwd = root, shell = false }) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const add = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
    }
    child.stdout.on('data', add)
    child.stderr.on('data', add)
    child.once('error', (error) => resolve({ code: 127, output: String(error) }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
