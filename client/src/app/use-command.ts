import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { makeIntentKeys } from './intent-keys.ts'
import { NoAnswerError } from './problem-error.ts'

interface Command<Input, Output> {
  /** Sends the input; `key` goes along as the idempotency key of a POST. */
  readonly send: (input: Input, key: string) => Promise<Output>
  readonly onDone?: (output: Output, input: Input) => Promise<void> | void
}

/**
 * A mutation that is safe to submit twice: while one is under way another is ignored, and the same input sent again
 * after an answer was lost bears the same key, so that the server carries it out once.
 */
export function useCommand<Input, Output>({ send, onDone }: Command<Input, Output>) {
  const [keys] = useState(() => makeIntentKeys())
  const mutation = useMutation<Output, Error, Input>({
    mutationFn: async (input) => {
      const key = keys.keyFor(input)
      try {
        return await send(input, key)
      } catch (error) {
        if (error instanceof NoAnswerError) keys.answerLost(input, key)
        throw error
      }
    },
    ...(onDone && { onSuccess: onDone }),
  })
  const underWay = useRef(false)
  const submit = (input: Input) => {
    if (underWay.current) return
    underWay.current = true
    mutation.mutate(input, {
      onSettled: () => {
        underWay.current = false
      },
    })
  }
  return { ...mutation, submit } satisfies UseMutationResult<Output, Error, Input> & { submit: unknown }
}
