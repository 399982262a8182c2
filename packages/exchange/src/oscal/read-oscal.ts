import { paragraph } from '@parley/document'
import type { DraftDocument, DraftRequirement, DraftSection, DraftSource } from '@parley/model'
import { isClean } from '../content/clean.ts'
import { text as textOf } from '../content/nodes.ts'
import { type Losses, type ReadResult, reading } from '../read-result.ts'
import { type Catalogue, type Control, type Group, unknownMembers } from './catalogue.ts'
import { readFields } from './fields.ts'
import { languageOf } from './language.ts'
import { propRemarks, readOrigin } from './origin.ts'
import { parameterGuidance, readParameters } from './parameters.ts'
import { parseCatalogue } from './parse-catalogue.ts'
import { type Definitions, definitionsOf, Scope } from './scope.ts'
import { introductionBlocks, readParts } from './statement.ts'

/** Reads an OSCAL catalogue (JSON, 1.0 to 1.2) as a document: groups as sections, controls as requirements. */
export function readOscal(text: string): ReadResult<DraftDocument> {
  return reading((losses) => {
    const catalogue = parseCatalogue(text)
    const definitions = definitionsOf(catalogue, losses)
    const scope = new Scope({ id: catalogue.uuid, place: catalogue.uuid, params: [] }, definitions)
    const title = losses.fit(scope.plainLine(catalogue.metadata.title), 500, 'metadata › title')
    const sections = (catalogue.groups ?? []).map((group) => readGroup(group, definitions))
    const loose = (catalogue.controls ?? []).map((control) => readControl(control, definitions))
    reportCatalogue(catalogue, text, losses)
    reportUnused(definitions)
    return {
      title,
      language: languageOf(proseSample(catalogue)),
      source: readSource(catalogue, title),
      sections:
        loose.length > 0
          ? [
              { text: textOf(title, [], 'catalog'), origin: null, requirements: loose, sections: [] },
              ...sections,
            ]
          : sections,
    }
  })
}

function readGroup(group: Group, definitions: Definitions): DraftSection {
  const place = group.id ?? group.title
  const scope = new Scope({ id: place, place, params: [] }, definitions)
  const label = group.props?.find((prop) => prop.name === 'label')?.value
  for (const name of unknownMembers('group', group)) definitions.losses.add('unknown-member', place, name)
  const title = definitions.losses.fit(scope.plainLine(group.title), 500, place)
  const remarks = propRemarks(group, scope).map((remark) => paragraph(remark.prose))
  const introduction = [...introductionBlocks(group.parts ?? [], scope), ...remarks]
  return {
    text: textOf(title || (label ?? place), introduction, place),
    origin: readOrigin(group, scope, definitions),
    requirements: (group.controls ?? []).map((control) => readControl(control, definitions)),
    sections: (group.groups ?? []).map((child) => readGroup(child, definitions)),
  }
}

function readControl(control: Control, definitions: Definitions): DraftRequirement {
  const { losses } = definitions
  const label = labelOf(control)
  const scope = new Scope({ id: control.id, place: label, params: control.params ?? [] }, definitions)
  const { statement, guidance } = readParts(control.parts ?? [], scope)
  const parameters = readParameters(scope, losses)
  const explained = [
    ...guidance,
    ...parameterGuidance(scope.used.values(), scope),
    ...propRemarks(control, scope),
  ]
  const title = losses.fit(scope.plainLine(control.title), 500, label)
  const origin = readOrigin(control, scope, definitions)
  for (const name of unknownMembers('control', control)) losses.add('unknown-member', label, name)
  return {
    text: textOf(title, statement, label),
    fields: readFields(origin, label),
    parameters,
    guidance: explained,
    origin,
    children: (control.controls ?? []).map((child) => readControl(child, definitions)),
  }
}

/** The label people know a control by ("AC-1"); of several, the one without a class. */
function labelOf(control: Control): string {
  const labels = (control.props ?? []).filter((prop) => prop.name === 'label')
  return (labels.find((prop) => prop.class === undefined) ?? labels[0])?.value ?? control.id
}

function readSource(catalogue: Catalogue, title: string): DraftSource {
  const { metadata } = catalogue
  const link = metadata.links?.find((each) => /^licen[cs]e$/i.test(each.rel ?? ''))
  const prop = metadata.props?.find((each) => /^licen[cs]e$/i.test(each.name))
  return {
    title,
    version: metadata.version,
    licence: prop?.value ?? link?.text ?? link?.href ?? '',
    id: metadata['document-ids']?.[0]?.identifier ?? catalogue.uuid,
  }
}

function proseSample(catalogue: Catalogue): string {
  const sample: string[] = []
  const visit = (holder: Group | Catalogue) => {
    for (const control of holder.controls ?? []) {
      if (sample.length > 100) return
      for (const part of control.parts ?? []) sample.push(part.prose ?? '')
    }
    holder.groups?.forEach(visit)
  }
  visit(catalogue)
  return sample.join(' ')
}

const keptMetadata = new Set(['title', 'version', 'oscal-version', 'document-ids'])

function reportCatalogue(catalogue: Catalogue, text: string, losses: Losses): void {
  const left = Object.keys(catalogue.metadata).filter((name) => !keptMetadata.has(name))
  losses.add('metadata', 'metadata', left.join(', '), left.length)
  const resources = catalogue['back-matter']?.resources ?? []
  losses.add('back-matter', 'back-matter', '', resources.length)
  for (const name of unknownMembers('catalogue', catalogue)) losses.add('unknown-member', 'catalog', name)
  if (!isClean(text) || /\\u00(?:0[0-8bcef]|1[0-9a-f]|7f)/i.test(text))
    losses.add('control-characters', 'catalog')
}

/** Parameters of groups and of the catalogue that no control uses have no requirement to go to. */
function reportUnused({ parameters, used, losses }: Definitions): void {
  for (const id of parameters.keys()) if (!used.has(id)) losses.add('parameter-unused', 'catalog', id)
}
