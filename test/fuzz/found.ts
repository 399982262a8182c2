import type { Step } from './scene.ts'

/** Scenes that once failed, shrunk, each under what was wrong; they are played before any other. */
export const found: Readonly<Record<string, readonly Step[]>> = {
  'a right neighbour before the left one: replicas read differently': [
    {
      type: 'mutated',
      edit: { kind: 'type', at: 16, size: 1 },
      changes: [{ field: 'rightOrigin', struct: 0, value: 31 }],
      as: 'update',
    },
    { type: 'honest', edit: { kind: 'type', at: 0, size: 1 } },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 0, size: 1 },
      changes: [{ field: 'client', struct: 0, value: 0 }],
      as: 'update',
    },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 0, size: 1 },
      changes: [{ field: 'client', struct: 0, value: 0 }],
      as: 'update',
    },
  ],
  'a right neighbour within the left one: replicas read differently': [
    { type: 'honest', edit: { kind: 'type', at: 2, size: 3 } },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 6, size: 1 },
      changes: [{ field: 'origin', struct: 0, value: 91 }],
      as: 'update',
    },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 0, size: 1 },
      changes: [{ field: 'client', struct: 0, value: 0 }],
      as: 'update',
    },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 0, size: 1 },
      changes: [{ field: 'client', struct: 0, value: 0 }],
      as: 'update',
    },
    { type: 'frame', bytes: [] },
  ],
  'a value of an attribute with something after it: unsafe content that only joiners see': [
    { type: 'bent', edit: { kind: 'type', at: 0, size: 1 }, bytes: [], cut: null, twice: false },
    {
      type: 'mutated',
      edit: { kind: 'heading', at: 0, size: 1 },
      changes: [{ field: 'rightOrigin', struct: 0, value: 0 }],
      as: 'update',
    },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 0, size: 1 },
      changes: [{ field: 'double', struct: 0, value: 0 }],
      as: 'parked',
    },
  ],
  'a text without words in the root, on which every editor fails': [
    {
      type: 'mutated',
      edit: { kind: 'paragraph', at: 0, size: 1 },
      changes: [
        { field: 'parent', struct: 10, value: 0 },
        { field: 'gap', struct: 0, value: 51 },
      ],
      as: 'update',
    },
    { type: 'bent', edit: { kind: 'type', at: 0, size: 1 }, bytes: [], cut: null, twice: true },
    { type: 'bent', edit: { kind: 'type', at: 4, size: 1 }, bytes: [], cut: null, twice: false },
    { type: 'bent', edit: { kind: 'type', at: 0, size: 1 }, bytes: [[0, 1]], cut: null, twice: false },
  ],
  'an attribute that is set to nothing, which editors show and content does not': [
    { type: 'frame', bytes: [] },
    {
      type: 'mutated',
      edit: { kind: 'heading', at: 0, size: 1 },
      changes: [{ field: 'content', struct: 11, value: 158 }],
      as: 'update',
    },
    { type: 'bent', edit: { kind: 'type', at: 0, size: 1 }, bytes: [], cut: null, twice: false },
  ],
  'words whose clocks were an attribute before: an attribute only for joiners': [
    {
      type: 'mutated',
      edit: { kind: 'heading', at: 0, size: 1 },
      changes: [{ field: 'client', struct: 0, value: 106 }],
      as: 'update',
    },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 5, size: 1 },
      changes: [{ field: 'double', struct: 0, value: 0 }],
      as: 'parked',
    },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 0, size: 1 },
      changes: [{ field: 'client', struct: 0, value: 0 }],
      as: 'update',
    },
    {
      type: 'mutated',
      edit: { kind: 'type', at: 0, size: 1 },
      changes: [{ field: 'client', struct: 0, value: 0 }],
      as: 'update',
    },
  ],
}
