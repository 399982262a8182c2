import type { TextContent } from '@parley/model'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { canonicalContent, contentProblem, paragraph, schema, textContent } from '../index.ts'
import { backspaceAfterTitle, backspaceInTitle, deleteAtTitleEnd, enterFromTitle } from './title-keys.ts'

function press(command: Command, content: TextContent, from: number, to = from) {
  const doc = schema.nodeFromJSON(content)
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
  const handled = command(state, (transaction) => {
    state = state.apply(transaction)
  })
  const result = canonicalContent(state.doc.toJSON())
  expect(contentProblem(result)).toBeNull()
  return { handled, result, caret: state.selection.from }
}

test('S2 Enter at the end of the title goes to an empty first paragraph', () => {
  const before = textContent('Title', [paragraph()])
  expect(press(enterFromTitle, before, 6)).toEqual({ handled: true, result: before, caret: 8 })
})

test('S2 Enter at the end of the title makes a paragraph before written ones', () => {
  const after = textContent('Title', [paragraph(), paragraph('words')])
  const pressed = press(enterFromTitle, textContent('Title', [paragraph('words')]), 6)
  expect(pressed).toEqual({ handled: true, result: after, caret: 8 })
})

test('S2 Enter in a title without statement makes its first paragraph', () => {
  expect(press(enterFromTitle, textContent(''), 1)).toMatchObject({
    result: textContent('', [paragraph()]),
    caret: 3,
  })
})

test('S2 Enter inside the title takes what follows along, and replaces what is selected', () => {
  const after = textContent('One', [paragraph('two'), paragraph('x')])
  expect(press(enterFromTitle, textContent('Onetwo', [paragraph('x')]), 4)).toMatchObject({
    result: after,
    caret: 6,
  })
  expect(press(enterFromTitle, textContent('One, two', [paragraph('x')]), 4, 6).result).toEqual(after)
})

test('S2 Enter elsewhere is not the title’s', () => {
  expect(press(enterFromTitle, textContent('T', [paragraph('x')]), 4).handled).toBe(false)
})

test('S2 Backspace at the start of the first paragraph moves the caret, never words', () => {
  const before = textContent('Title', [paragraph('words')])
  expect(press(backspaceAfterTitle, before, 8)).toEqual({ handled: true, result: before, caret: 6 })
  expect(press(backspaceAfterTitle, before, 9).handled).toBe(false)
})

test('S2 Backspace in an empty first paragraph removes it', () => {
  const pressed = press(backspaceAfterTitle, textContent('Title', [paragraph(), paragraph('x')]), 8)
  expect(pressed).toEqual({ handled: true, result: textContent('Title', [paragraph('x')]), caret: 6 })
})

test('S2 Backspace at the start of the title does nothing', () => {
  expect(press(backspaceInTitle, textContent('Title'), 1)).toMatchObject({
    handled: true,
    result: textContent('Title'),
  })
  expect(press(backspaceInTitle, textContent('Title'), 2).handled).toBe(false)
})

test('S2 Delete at the end of the title pulls nothing into it', () => {
  const before = textContent('Title', [paragraph('words')])
  expect(press(deleteAtTitleEnd, before, 6)).toMatchObject({ handled: true, result: before })
  const empty = textContent('Title', [paragraph(), paragraph('x')])
  expect(press(deleteAtTitleEnd, empty, 6).result).toEqual(textContent('Title', [paragraph('x')]))
})

test('S1 deleting from the title into the statement leaves a title without marks', () => {
  const doc = schema.nodeFromJSON(
    textContent('Title', [
      { type: 'paragraph', content: [{ type: 'text', text: 'bold', marks: [{ type: 'bold' }] }] },
    ]),
  )
  const { tr } = EditorState.create({ doc, selection: TextSelection.create(doc, 3, 10) })
  expect(contentProblem(tr.deleteSelection().doc.toJSON())).toBeNull()
})
