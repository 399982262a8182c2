import { setTimeout as after } from 'node:timers/promises'

/** Lets time pass: load is made of it. */
export const pause = (milliseconds: number): Promise<void> => after(milliseconds)
